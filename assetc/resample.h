// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// A picture at another size.
#pragma once

#include "looks.h"
#include "picture.h"
#include "plane.h"

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

// How bright a colour is: its light, 0 to 1.
float brightness_of(rgb8 shown);

// How much of each source line samples take: of line first[i] + k, sample i takes taken[k][i], which sum to 1. All have
// room for as many lines; what one does not need is 0 of a line that it has.
struct line_shares {
	std::vector<std::int32_t> first;
	std::vector<std::vector<float>> taken;
};

// Brightness as resample_brightness gives it, of pictures of one size that follow each other and of which only parts
// change.
class brightness_sampler {
public:
	brightness_sampler(picture_size of, int width, int height);

	// `light` is that of each pixel, and `changed` where pixels may differ from those of the call before; at first,
	// all do.
	const level_plane &sample(const plane &light, const pixel_box &changed);

private:
	line_shares across_;
	line_shares down_;
	std::vector<float> sum_;    // of rows, for each column of the source
	std::vector<float> values_; // a row of samples
	level_plane levels_;
	bool is_first_ = true;
};

// The light itself.
light_plane resample_light(const picture &source, int width, int height, rgb8 background);

// The sRGB code value, 0 to 1, of light from 0 to 1; right to a quarter of an 8-bit step.
float code_of(float light);
void put_codes(float *to, const float *lights, std::size_t count); // of many

// The light of an sRGB code value, both from 0 to 1.
float light_of(float code);

} // namespace assetc
