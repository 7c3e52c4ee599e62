// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "color_search.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace assetc {
namespace {

light_plane flat(int columns, int rows, rgb8 code) {
	const int width = columns * samples_across;
	const int height = rows * samples_down;
	return {width, height, std::vector<light>(static_cast<std::size_t>(width * height), to_light(code))};
}

const color_repertoire &blocks() {
	static const color_repertoire made = make_color_repertoire(*parse_glyphs("blocks"));
	return made;
}

std::vector<cell> search(const light_plane &wanted, color_depth colors, int passes = 2) {
	return search_colors(wanted, blocks(), {colors, passes, 0});
}

bool all_equal(const std::vector<cell> &cells) {
	return std::all_of(cells.begin(), cells.end(), [&](const cell &one) { return one == cells.front(); });
}

TEST(search_colors, paints_a_flat_picture_in_its_colour) {
	const auto cells = search(flat(5, 3, {200, 100, 50}), color_depth::rgb);
	ASSERT_EQ(cells.size(), 15U);
	EXPECT_TRUE(all_equal(cells));
	EXPECT_EQ(cells[0].glyph, U' ');
	EXPECT_EQ(cells[0].paper, color::rgb(200, 100, 50));
}

TEST(search_colors, finds_a_shape_and_its_colours) {
	light_plane wanted = flat(5, 3, {0, 0, 200});
	for (int y = samples_down; y < samples_down + samples_down / 2; ++y)
		for (int x = 2 * samples_across; x < 3 * samples_across; ++x)
			wanted.at[static_cast<std::size_t>(y * wanted.width + x)] = to_light(rgb8{255, 255, 0});
	const cell found = search(wanted, color_depth::rgb)[7];
	const bool is_upper = found.glyph == U'▀';
	EXPECT_TRUE(is_upper || found.glyph == U'▄');
	EXPECT_EQ(is_upper ? found.ink : found.paper, color::rgb(255, 255, 0));
	EXPECT_EQ(is_upper ? found.paper : found.ink, color::rgb(0, 0, 200));
}

TEST(search_colors, takes_a_colour_of_the_palette_that_is_there) {
	const auto of_256 = search(flat(4, 2, {95, 135, 175}), color_depth::ansi256);
	EXPECT_TRUE(all_equal(of_256));
	EXPECT_EQ(of_256[0].paper, color::indexed(16 + 36 + 2 * 6 + 3));
	const auto of_16 = search(flat(4, 2, {170, 85, 0}), color_depth::ansi16);
	EXPECT_TRUE(all_equal(of_16));
	EXPECT_EQ(of_16[0].paper, color::indexed(3));
}

TEST(search_colors, puts_no_bright_paper_among_16_colours) {
	light_plane wanted = flat(16, 4, {0, 0, 0});
	for (std::size_t i = 0; i < wanted.at.size(); ++i) {
		const float brightness = static_cast<float>(i % 64) / 64;
		wanted.at[i] = {brightness, 1 - brightness, 0.5F};
	}
	for (const cell &one : search(wanted, color_depth::ansi16)) {
		EXPECT_EQ(one.paper.is, color::kind::indexed);
		EXPECT_LT(one.paper.number(), 8);
	}
}

// The mean light of what is shown; glyphs by their coverage.
light mean_light(const color_repertoire &glyphs, const std::vector<cell> &cells) {
	light sum;
	for (const cell &one : cells) {
		const auto ink = std::find_if(glyphs.glyphs.begin(), glyphs.glyphs.end(),
					      [&](const auto &known) { return known.glyph == one.glyph; });
		const float lit = coverage(*ink) / static_cast<float>(cells.size());
		const float unlit = 1 / static_cast<float>(cells.size()) - lit;
		const light a = to_light(appearance(one.ink, {})), b = to_light(appearance(one.paper, {}));
		sum = {sum.red + lit * a.red + unlit * b.red, sum.green + lit * a.green + unlit * b.green,
		       sum.blue + lit * a.blue + unlit * b.blue};
	}
	return sum;
}

TEST(search_colors, mixes_a_colour_that_is_not_there) {
	const light_plane wanted = flat(12, 6, {128, 128, 128});
	const color_repertoire half = make_color_repertoire(*parse_glyphs("half"));
	const auto error_after = [&](int passes) {
		const light got = mean_light(half, search_colors(wanted, half, {color_depth::ansi16, passes, 0}));
		const light asked = wanted.at[0];
		return std::abs(got.red - asked.red) + std::abs(got.green - asked.green) +
		       std::abs(got.blue - asked.blue);
	};
	EXPECT_LT(error_after(2), error_after(0) / 2);
}

TEST(search_colors, leaves_flat_what_is_near_enough) {
	const auto cells = search_colors(flat(12, 6, {97, 134, 176}), blocks(), {color_depth::ansi256, 2, 1.5F});
	EXPECT_TRUE(all_equal(cells));
}

} // namespace
} // namespace assetc
