// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Animations of many kinds, made by rule, to count the bytes of.
#pragma once

#include "animation.h"

#include <vector>

namespace assetc {

// Text that scrolls, is typed and flies by; a ball; stars; cells that live and die; coloured fire and rain; a film of
// light and shadow.
std::vector<animation> scenes();

// The film alone, of so many frames of 80x24.
animation film(int frames);

} // namespace assetc
