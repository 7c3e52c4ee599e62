// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "draw_settings.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace assetc {
namespace {

bool set(draw_settings &in, std::string_view name, const std::string &value) {
	const auto all = all_draw_settings();
	return std::find_if(all.begin(), all.end(), [&](const auto &one) { return one.name == name; })->set(in, value);
}

TEST(draw_settings, take_what_they_should) {
	draw_settings got;
	EXPECT_TRUE(set(got, "glyphs", "half,ascii"));
	EXPECT_TRUE(set(got, "dither", "diffusion"));
	EXPECT_TRUE(set(got, "detail", "2.5"));
	EXPECT_TRUE(set(got, "contrast", "0"));
	EXPECT_TRUE(set(got, "brightness", "-0.25"));
	EXPECT_TRUE(set(got, "gamma", "2"));
	EXPECT_TRUE(set(got, "invert", "true"));
	EXPECT_TRUE(set(got, "cell-aspect", "4:10"));
	EXPECT_TRUE(set(got, "crop", "1,2,30,40"));
	EXPECT_EQ(got.glyphs, "half,ascii");
	EXPECT_EQ(got.dither, dithering::diffusion);
	EXPECT_EQ(got.detail, 2.5);
	EXPECT_EQ(got.contrast, 0);
	EXPECT_EQ(got.brightness, -0.25);
	EXPECT_EQ(got.gamma, 2);
	EXPECT_TRUE(got.invert);
	EXPECT_EQ(got.cell_aspect, 0.4);
	EXPECT_EQ(got.crop.x, 1);
	EXPECT_EQ(got.crop.y, 2);
	EXPECT_EQ(got.crop.width, 30);
	EXPECT_EQ(got.crop.height, 40);
}

struct wrong {
	const char *name;
	const char *value;
};

class draw_settings_refuse : public testing::TestWithParam<wrong> {};

TEST_P(draw_settings_refuse, anything_else) {
	draw_settings got;
	EXPECT_FALSE(set(got, GetParam().name, GetParam().value));
}

INSTANTIATE_TEST_SUITE_P(, draw_settings_refuse,
			 testing::Values(wrong{"glyphs", "letters"}, wrong{"dither", "yes"}, wrong{"detail", "-1"},
					 wrong{"detail", "11"}, wrong{"detail", "nan"}, wrong{"detail", "1,1"},
					 wrong{"detail", ""}, wrong{"contrast", "much"}, wrong{"brightness", "1.5"},
					 wrong{"gamma", "0"}, wrong{"invert", "1"}, wrong{"cell-aspect", "1"},
					 wrong{"cell-aspect", "1:0"}, wrong{"cell-aspect", "1:20"},
					 wrong{"crop", "1,2,3"}, wrong{"crop", "1,2,3,0"}, wrong{"crop", "-1,2,3,4"},
					 wrong{"crop", "1,2,3.5,4"}, wrong{"crop", "1,2,3,4,"}));

} // namespace
} // namespace assetc
