// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "steady_math.h"

#include <cmath>
#include <gtest/gtest.h>

namespace assetc {
namespace {

TEST(steady_power, is_a_power) {
	for (const double exponent : {-4.0, -0.7, 1 / 2.4, 1.0, 1.3, 2.4, 4.0})
		for (double x = 1e-6; x < 1e6; x *= 1.37)
			EXPECT_NEAR(steady_power(x, exponent) / std::pow(x, exponent), 1, 1e-11) << x;
	EXPECT_EQ(steady_power(0, 2.4), 0);
	EXPECT_EQ(steady_power(1, 2.4), 1);
}

TEST(steady_exponential, is_an_exponential) {
	for (double x = -600; x < 600; x += 1.7)
		EXPECT_NEAR(steady_exponential(x) / std::exp(x), 1, 1e-11) << x;
}

TEST(steady_logarithm, is_a_logarithm) {
	for (double x = 1e-300; x < 1e299; x *= 13.7)
		EXPECT_NEAR(steady_logarithm(x), std::log(x), 1e-9) << x;
	EXPECT_EQ(steady_logarithm(1), 0);
}

TEST(steady_cube_root, is_a_cube_root) {
	EXPECT_NEAR(steady_cube_root(27), 3, 1e-11);
	EXPECT_NEAR(steady_cube_root(0.001), 0.1, 1e-12);
	EXPECT_EQ(steady_cube_root(0), 0);
	for (double x = 1e-29; x < 1e6; x *= 1.37)
		EXPECT_NEAR(steady_cube_root(x) / std::cbrt(x), 1, 1e-13) << x;
}

} // namespace
} // namespace assetc
