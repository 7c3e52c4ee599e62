// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "looks.h"

#include <cmath>
#include <gtest/gtest.h>

namespace assetc {
namespace {

float apart(rgb8 one, rgb8 other) {
	const light a = to_light(one), b = to_light(other);
	const light seen = looks_near(a)({b.red - a.red, b.green - a.green, b.blue - a.blue});
	return std::sqrt(seen.red * seen.red + seen.green * seen.green + seen.blue * seen.blue);
}

TEST(to_code, gives_back_what_to_light_took) {
	for (int i = 0; i < 256; ++i) {
		const rgb8 code = {static_cast<std::uint8_t>(i), static_cast<std::uint8_t>(255 - i), 7};
		EXPECT_EQ(to_code(to_light(code)), code);
	}
}

TEST(to_code, stays_within_its_range) {
	EXPECT_EQ(to_code({-1, 2, 0.2158605F}), (rgb8{0, 255, 128}));
}

// The figures are those that a full CIEDE2000 gives.
TEST(looks_near, is_how_different_colours_look) {
	EXPECT_NEAR(apart({119, 119, 119}, {121, 121, 121}), 0.793, 0.02);
	EXPECT_NEAR(apart({10, 10, 10}, {12, 12, 12}), 0.340, 0.05);
	EXPECT_NEAR(apart({250, 250, 250}, {252, 252, 252}), 0.401, 0.02);
	EXPECT_NEAR(apart({200, 30, 30}, {204, 30, 30}), 0.832, 0.03);
}

TEST(sensitivity, is_highest_in_the_dark) {
	EXPECT_GT(sensitivity(0.01F), 10 * sensitivity(0.8F));
	EXPECT_EQ(sensitivity(0), sensitivity(0.001F));
}

} // namespace
} // namespace assetc
