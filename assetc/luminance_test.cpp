// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "luminance.h"

#include <gtest/gtest.h>

namespace assetc {
namespace {

float luminance(const cell &shown) {
	return tile_luminance({1, 1, {shown}, {}}).front();
}

TEST(luminance, knows_how_much_glyphs_light) {
	EXPECT_EQ(coverage(U' '), 0);
	EXPECT_EQ(coverage(U'█'), 1);
	EXPECT_EQ(coverage(U'▒'), 0.5F);
	EXPECT_EQ(coverage(U'▄'), 0.5F);
	EXPECT_EQ(coverage(U'▖'), 0.25F);
	EXPECT_EQ(coverage(U'\u2800'), 0);
	EXPECT_GT(coverage(U'⣿'), coverage(U'⠿'));
	EXPECT_GT(coverage(U'@'), coverage(U'.'));
	EXPECT_GT(coverage(U'漢'), 0);
}

TEST(luminance, is_that_of_wcag) {
	EXPECT_FLOAT_EQ(luminance({U'█', color::rgb(255, 255, 255), {}}), 1);
	EXPECT_FLOAT_EQ(luminance({U'█', color::rgb(255, 0, 0), {}}), 0.2126F);
	EXPECT_NEAR(luminance({U'█', color::rgb(118, 118, 118), {}}), 0.181, 0.001);
	EXPECT_FLOAT_EQ(luminance({U'▄', color::rgb(255, 255, 255), color::rgb(255, 0, 0)}), (1 + 0.2126F) / 2);
	EXPECT_FLOAT_EQ(luminance({U'█', {}, {}}), 1);
	EXPECT_FLOAT_EQ(luminance({U' ', {}, {}}), 0);
}

TEST(luminance, takes_the_mean_of_each_tile) {
	grid five_by_three{5, 3, std::vector<cell>(15), {}};
	five_by_three.at(0, 0).glyph = five_by_three.at(4, 1).glyph = five_by_three.at(4, 2).glyph = U'█';
	EXPECT_EQ(tile_luminance(five_by_three), (std::vector<float>{0.125F, 0.5F, 0, 1}));
}

} // namespace
} // namespace assetc
