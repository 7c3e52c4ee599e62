// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// How much ink a picture's brightness asks for.
#pragma once

#include "resample.h"

namespace assetc {

// The share of each sample that should be lit, about 0 to `densest`, which is what the densest glyph covers:
// levels stretched, evened out a little, contours sharpened.
plane tone(plane brightness, float densest);

} // namespace assetc
