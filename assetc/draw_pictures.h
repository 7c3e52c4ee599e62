// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// All pictures of an animation, drawn.
#pragma once

#include "animation.h"
#include "progress.h"

namespace assetc {

// Puts a frame of a strip in the place of every picture. Files and sheets are decoded and films are shown once, on all
// cores; what only pictures needed is freed. Throws error (a picture that cannot be read).
void draw_pictures(animation &of, const progress &tell = {});

} // namespace assetc
