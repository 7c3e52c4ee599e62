// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "blur.h"

#include <cmath>
#include <gtest/gtest.h>
#include <numeric>

namespace assetc {
namespace {

TEST(gaussian, adds_up_to_one) {
	const tap_row taps = gaussian(4);
	EXPECT_NEAR(taps[0] + 2 * std::accumulate(taps.begin() + 1, taps.end(), 0.0F), 1, 1e-6);
	EXPECT_NEAR(taps[2] / taps[0], std::exp(-0.5), 1e-6);
}

TEST(blurred, spreads_a_dot_alike_in_all_directions) {
	constexpr int size = 2 * blur_reach + 3, middle = blur_reach + 1;
	plane dot = {size, size, std::vector<float>(size * size)};
	dot.at[middle * size + middle] = 1;
	const tap_row taps = gaussian(3);
	const plane spread = blurred(dot, taps, beyond_edges::nothing);
	for (int y = 0; y < size; ++y)
		for (int x = 0; x < size; ++x) {
			const auto across = static_cast<std::size_t>(std::abs(x - middle));
			const auto down = static_cast<std::size_t>(std::abs(y - middle));
			EXPECT_NEAR(spread.at[static_cast<std::size_t>(y * size + x)],
				    across < taps.size() && down < taps.size() ? taps[across] * taps[down] : 0, 1e-7);
		}
}

TEST(blurred, goes_on_beyond_the_edges_or_does_not) {
	const plane flat = {3, 2, std::vector<float>(6, 0.5F)};
	for (const float value : blurred(flat, gaussian(4), beyond_edges::the_edge).at)
		EXPECT_NEAR(value, 0.5, 1e-6);
	for (const float value : blurred(flat, gaussian(4), beyond_edges::nothing).at)
		EXPECT_LT(value, 0.4);
}

} // namespace
} // namespace assetc
