// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "color_tone.h"

#include <gtest/gtest.h>

namespace assetc {
namespace {

constexpr light dark = {0.2F, 0.1F, 0.05F};
constexpr light bright = {0.4F, 0.2F, 0.1F};
constexpr std::size_t middle = 5 * 40 + 20; // the first bright sample of a row

// Dark at the left, bright at the right.
light_plane edge() {
	light_plane made = {40, 10, {}};
	for (std::size_t i = 0; i < 400; ++i)
		made.at.push_back(i % 40 < 20 ? dark : bright);
	return made;
}

light_plane with_detail(double detail) {
	light_plane picture = edge();
	draw_settings settings;
	settings.detail = detail;
	tone_colors(picture, settings);
	return picture;
}

TEST(tone_colors, changes_nothing_as_usual) {
	const light_plane picture = with_detail(1);
	for (std::size_t i = 0; i < picture.at.size(); ++i)
		EXPECT_EQ(picture.at[i].green, edge().at[i].green);
}

TEST(tone_colors, sharpens_an_edge_and_keeps_its_colours) {
	const light_plane picture = with_detail(3);
	const light below = picture.at[middle - 1], above = picture.at[middle];
	EXPECT_LT(below.green, 0.9F * dark.green);
	EXPECT_GT(above.green, 1.1F * bright.green);
	for (const light &one : {below, above}) {
		EXPECT_NEAR(one.red / one.green, 2, 1e-4);
		EXPECT_NEAR(one.blue / one.green, 0.5, 1e-4);
	}
	EXPECT_NEAR(picture.at[middle - 15].green, dark.green, 0.002);
	EXPECT_NEAR(picture.at[middle + 15].green, bright.green, 0.002);
}

TEST(tone_colors, softens_an_edge_where_less_detail_is_wanted) {
	const light_plane picture = with_detail(0);
	EXPECT_GT(picture.at[middle - 1].green, 1.05F * dark.green);
	EXPECT_LT(picture.at[middle].green, 0.95F * bright.green);
}

TEST(tone_colors, makes_no_light_that_cannot_be_shown) {
	light_plane picture = {8, 8, std::vector<light>(64)};
	for (std::size_t i = 0; i < 32; ++i)
		picture.at[i] = {1, 1, 1};
	draw_settings settings;
	settings.detail = 10;
	tone_colors(picture, settings);
	for (const light &one : picture.at) {
		EXPECT_GE(one.red, 0);
		EXPECT_LE(one.red, 1);
	}
}

} // namespace
} // namespace assetc
