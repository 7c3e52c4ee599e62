// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// How different two mixtures of light look.
#pragma once

#include "oklab.h"

#include <array>

namespace assetc {

// Light in the three channels of sRGB, each 0 to 1; light adds up, code values do not.
struct light {
	float red = 0;
	float green = 0;
	float blue = 0;
};

light to_light(rgb8 code);

// The nearest code values.
rgb8 to_code(light of);

float luminance(light of);

// Near one light: the difference of two lights, turned by this, is as long as the difference looks. In units of
// CIEDE2000, of which this is the first-order term; 1 is just visible.
struct looks {
	std::array<float, 9> row_by_row{};

	light operator()(light difference) const {
		const auto &m = row_by_row;
		return {m[0] * difference.red + m[1] * difference.green + m[2] * difference.blue,
			m[3] * difference.red + m[4] * difference.green + m[5] * difference.blue,
			m[6] * difference.red + m[7] * difference.green + m[8] * difference.blue};
	}
};

looks looks_near(light of);

// How much more visible the same difference of light is where it is dark: the slope of lightness over luminance.
float sensitivity(float luminance);

} // namespace assetc
