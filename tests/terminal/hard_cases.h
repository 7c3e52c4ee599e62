// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Animations made to be hard to send as changes.
#pragma once

#include "animation.h"

#include <vector>

namespace assetc {

// Always the same ones: noise of several densities and alphabets, sprites, scrollers, blanks, wide glyphs, marks,
// colours of all kinds, sizes from one cell to more than a terminal.
std::vector<animation> hard_cases();

} // namespace assetc
