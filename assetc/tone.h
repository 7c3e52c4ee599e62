// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// How much ink a picture's brightness asks for.
#pragma once

#include "draw_settings.h"
#include "resample.h"

namespace assetc {

// The share of each sample that should be lit, about 0 to `densest`, which is what the densest glyph covers:
// levels stretched, evened out a little, then as the settings say; contours sharpened.
plane tone(plane brightness, float densest, const draw_settings &settings);

} // namespace assetc
