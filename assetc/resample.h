// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// A picture at another size.
#pragma once

#include "oklab.h"
#include "picture.h"

namespace assetc {

// One number for each sample, row by row from the top left.
struct plane {
	int width = 0;
	int height = 0;
	std::vector<float> at;
};

// How bright the picture is over the background, as an sRGB code value from 0 to 1: each sample is the mean light of
// the area that it covers.
plane resample_brightness(const picture &source, int width, int height, rgb8 background);

} // namespace assetc
