// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// How much ink a picture's brightness asks for.
#pragma once

#include "draw_settings.h"
#include "resample.h"

namespace assetc {

// What is to be drawn: the share of each sample that should be lit, about 0 to what the densest glyph covers; and how
// bright that is to look at, 0 to 255.
struct toned_picture {
	plane wanted;
	std::vector<std::uint8_t> seen;
};

// Stretches levels, evens them out a little, does as the settings say, and sharpens contours. `densest` is what the
// densest glyph covers, 0 to 1. The sides are whole cells.
toned_picture tone(const level_plane &brightness, float densest, const draw_settings &settings);

} // namespace assetc
