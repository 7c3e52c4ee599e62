// SPDX-License-Identifier: GPL-2.0-or-later
// A picture: pixels, before they become cells.
#pragma once

#include <cstdint>
#include <vector>

namespace assetc {

// Pixels row by row from the top left, four bytes each: red, green, blue (sRGB code values)
// and alpha (straight, 255 is opaque). rgba.size() == 4 * width * height.
struct picture {
	int width = 0;
	int height = 0;
	std::vector<std::uint8_t> rgba;
};

struct picture_size {
	int width = 0;
	int height = 0;
};

// A part of a picture.
struct pixel_box {
	int left = 0;
	int top = 0;
	int width = 0;
	int height = 0;
};

inline picture_size size_of(const picture &of) {
	return {of.width, of.height};
}

inline std::uint64_t pixels_in(picture_size size) {
	return static_cast<std::uint64_t>(size.width) * static_cast<std::uint64_t>(size.height);
}

} // namespace assetc
