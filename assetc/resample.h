// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// A picture at another size.
#pragma once

#include "looks.h"
#include "picture.h"

namespace assetc {

// The light of each sample, row by row from the top left.
struct light_plane {
	int width = 0;
	int height = 0;
	std::vector<light> at;
};

// The same of levels of brightness: sRGB code values, 0 for 0 and the highest for 1.
inline constexpr int brightness_levels = 4096;
struct level_plane {
	int width = 0;
	int height = 0;
	std::vector<std::uint16_t> at;
};

// How bright the picture is over the background: each sample is the mean light of the area that it covers.
level_plane resample_brightness(const picture &source, int width, int height, rgb8 background);

// The light itself.
light_plane resample_light(const picture &source, int width, int height, rgb8 background);

// The sRGB code value, 0 to 1, of light from 0 to 1; right to a quarter of an 8-bit step.
float code_of(float light);

// The light of an sRGB code value, both from 0 to 1.
float light_of(float code);

} // namespace assetc
