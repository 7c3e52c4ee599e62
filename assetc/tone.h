// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// How much ink a picture's brightness asks for.
#pragma once

#include "draw_settings.h"
#include "plane.h"
#include "resample.h"

#include <array>

namespace assetc {

// What is to be drawn: the share of each sample that should be lit, about 0 to what the densest glyph covers; and how
// bright that is to look at, 0 to 255.
struct toned_picture {
	plane wanted;
	std::vector<std::uint8_t> seen;
};

// Ways from a picture's brightness to ink that are worth a try; the first, 0, is good for most pictures.
inline constexpr std::size_t tone_recipes = 6;

// The share of a picture's samples that are as bright as a level or darker, for all levels: all that a recipe needs to
// know to stretch and even out levels.
using level_shares = std::array<float, brightness_levels>;
level_shares darker_shares(const level_plane &brightness);

// How far apart the levels of two pictures are: how far brightness has to be moved, in the mean of all samples, to make
// one of the other; 0 to 1.
float distance(const level_shares &a, const level_shares &b);

// From each level of a picture to the code value to be drawn, 0 to 1.
using tone_curve = std::array<float, brightness_levels>;

// What a recipe makes of levels, and what the settings want otherwise. `darker` are the shares of the picture, or of
// one before that it is not to differ from.
tone_curve make_tone_curve(const level_shares &darker, const draw_settings &settings, std::size_t recipe);

// A picture as the settings want it to look, whatever it is drawn with.
level_plane adjusted(const level_plane &brightness, const draw_settings &settings);

// Follows a recipe. `densest` is what the densest glyph covers, 0 to 1. The sides are whole cells.
toned_picture tone(const level_plane &brightness, const tone_curve &curve, float densest, const draw_settings &settings,
		   std::size_t recipe);

} // namespace assetc
