// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Light, and how different two colours look.
#pragma once

#include <cstdint>

namespace assetc {

// An sRGB colour's code values.
struct rgb8 {
	std::uint8_t red = 0;
	std::uint8_t green = 0;
	std::uint8_t blue = 0;
	friend constexpr bool operator==(rgb8, rgb8) = default;
};

// The light that an sRGB code value stands for, 0 to 1.
float to_light(std::uint8_t code);

// Björn Ottosson's OKLab, in which distance is how different two colours look.
struct oklab {
	float lightness = 0; // 0 black to 1 white
	float green_red = 0;
	float blue_yellow = 0;
};

oklab to_oklab(rgb8 code);
float squared_distance(oklab a, oklab b);

} // namespace assetc
