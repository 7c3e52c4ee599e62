// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// How much ink a picture's brightness asks for.
#pragma once

#include "draw_settings.h"
#include "plane.h"
#include "resample.h"

namespace assetc {

// What is to be drawn: the share of each sample that should be lit, about 0 to what the densest glyph covers; and how
// bright that is to look at, 0 to 255.
struct toned_picture {
	plane wanted;
	std::vector<std::uint8_t> seen;
};

// Ways from a picture's brightness to ink that are worth a try; the first, 0, is good for most pictures.
inline constexpr std::size_t tone_recipes = 6;

// Follows a recipe, and what the settings want otherwise. `densest` is what the densest glyph covers, 0 to 1. The sides
// are whole cells.
toned_picture tone(const level_plane &brightness, float densest, const draw_settings &settings, std::size_t recipe);

} // namespace assetc
