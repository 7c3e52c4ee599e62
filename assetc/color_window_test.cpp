// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "color_window.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <numeric>

namespace assetc {
namespace {

cell_plane lit_at(std::size_t sample) {
	cell_plane result{};
	result[sample] = 1;
	return result;
}

TEST(color_window, keeps_all_light) {
	for (const std::size_t sample : {0, 13, 31}) {
		const window_plane seen = blurred(lit_at(sample));
		EXPECT_NEAR(std::accumulate(seen.begin(), seen.end(), 0.0), 1, 1e-6);
		EXPECT_EQ(std::max_element(seen.begin(), seen.end()) - seen.begin(), in_window(sample));
	}
}

TEST(color_window, gathers_as_it_spreads) {
	for (std::size_t sample = 0; sample < cell_size; ++sample) {
		const window_plane seen = blurred(lit_at(sample));
		for (std::size_t i = 0; i < window_area; ++i) {
			window_plane one{};
			one[i] = 1;
			EXPECT_NEAR(gathered(one)[sample], seen[i], 1e-7);
		}
	}
}

TEST(color_window, has_patches_of_four_samples) {
	patches samples{};
	for (std::size_t i = 0; i < window_area; ++i)
		++samples[patch_of(i)];
	for (const float count : samples)
		EXPECT_EQ(count, 4);
	EXPECT_EQ(patch_of(0), patch_of(window_width + 1));
	EXPECT_NE(patch_of(1), patch_of(2));
}

} // namespace
} // namespace assetc
