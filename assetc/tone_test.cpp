// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "tone.h"

#include <gtest/gtest.h>

namespace assetc {
namespace {

constexpr int width = 16;
constexpr int height = 16;

// Dark to the left, bright to the right.
level_plane step() {
	level_plane result = {width, height, {}};
	for (int i = 0; i < width * height; ++i)
		result.at.push_back(i % width < width / 2 ? 1000 : 3000);
	return result;
}

TEST(adjusted, is_the_picture_where_nothing_is_set) {
	const level_plane same = adjusted(step(), {});
	EXPECT_EQ(same.width, width);
	EXPECT_EQ(same.height, height);
	for (std::size_t i = 0; i < same.at.size(); ++i)
		EXPECT_NEAR(same.at[i], step().at[i], 1);
}

TEST(adjusted, is_what_settings_want) {
	draw_settings settings;
	settings.invert = true;
	EXPECT_NEAR(adjusted(step(), settings).at[0], brightness_levels - 1 - 1000, 2);
	settings = {};
	settings.brightness = 0.2;
	EXPECT_GT(adjusted(step(), settings).at[0], 1100);
	settings = {};
	settings.detail = 2;
	const level_plane crisp = adjusted(step(), settings);
	EXPECT_LT(crisp.at[width / 2 - 1], 1000);
	EXPECT_GT(crisp.at[width / 2], 3000);
}

} // namespace
} // namespace assetc
