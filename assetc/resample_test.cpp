// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "resample.h"

#include <gtest/gtest.h>

namespace assetc {
namespace {

// One row: black, white, red, and half transparent white.
picture four_pixels() {
	return {4, 1, {0, 0, 0, 255, 255, 255, 255, 255, 255, 0, 0, 255, 255, 255, 255, 128}};
}

TEST(resample_light, keeps_pixels_at_their_size) {
	const auto same = resample_light(four_pixels(), 4, 1, {});
	EXPECT_EQ(same.at[0].red, 0);
	EXPECT_EQ(same.at[1].green, 1);
	EXPECT_EQ(same.at[2].red, 1);
	EXPECT_EQ(same.at[2].green, 0);
	EXPECT_FLOAT_EQ(same.at[3].blue, to_light(static_cast<std::uint8_t>(128)));
}

TEST(resample_light, averages_light_over_areas) {
	const auto fewer = resample_light(four_pixels(), 2, 1, {});
	EXPECT_FLOAT_EQ(fewer.at[0].red, 0.5F);
	const auto third = resample_light(four_pixels(), 3, 1, {}); // each covers a pixel and a third
	EXPECT_FLOAT_EQ(third.at[0].red, 0.25F);
	EXPECT_FLOAT_EQ(third.at[1].green, 0.5F);
}

TEST(resample_light, repeats_pixels_where_it_is_larger) {
	const auto larger = resample_light(four_pixels(), 8, 3, {});
	EXPECT_EQ(larger.at[8 + 2].green, 1);
	EXPECT_EQ(larger.at[16 + 3].green, 1);
	EXPECT_EQ(larger.at[16 + 4].green, 0);
}

TEST(resample_light, shows_the_background_through) {
	const auto on_white = resample_light(four_pixels(), 4, 1, {255, 255, 255});
	EXPECT_EQ(on_white.at[3].blue, 1);
}

TEST(resample_brightness, is_a_code_value) {
	const auto grey = resample_brightness({1, 1, {128, 128, 128, 255}}, 2, 2, {});
	for (const int level : grey.at)
		EXPECT_NEAR(level, 128.0 / 255 * (brightness_levels - 1), 4);
}

TEST(code_of, gives_back_code_values) {
	for (int code = 0; code < 256; ++code)
		EXPECT_NEAR(code_of(to_light(static_cast<std::uint8_t>(code))) * 255, code, 0.25);
	EXPECT_EQ(code_of(-1), 0);
	EXPECT_EQ(code_of(2), 1);
}

} // namespace
} // namespace assetc
