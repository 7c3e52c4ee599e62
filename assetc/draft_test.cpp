// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "draw.h"

#include <gtest/gtest.h>

namespace assetc {
namespace {

// A row of cells with colours, each all of one brightness.
draft drawn(const std::u32string &glyphs, const std::vector<std::uint8_t> &brightness) {
	draft result;
	result.cells = {static_cast<int>(glyphs.size()), 1, {}, {}};
	for (const char32_t glyph : glyphs)
		result.cells.cells.push_back({glyph, {}, {}});
	for (int y = 0; y < samples_down; ++y)
		for (const std::uint8_t value : brightness)
			result.seen.insert(result.seen.end(), samples_across, value);
	return result;
}

// A row of cells without colours, each all of one brightness.
draft undrawn(const std::vector<std::uint8_t> &brightness) {
	static const auto glyphs = std::make_shared<const repertoire>(*parse_glyphs("ramp: -#"));
	draft result = drawn(std::u32string(brightness.size(), U'?'), brightness);
	result.cells.cells.clear();
	result.glyphs = glyphs;
	result.brightness = {static_cast<int>(brightness.size()) * samples_across, samples_down, {}};
	for (const std::uint8_t value : result.seen)
		result.brightness.at.push_back(static_cast<std::uint16_t>(value * (brightness_levels - 1) / 255));
	result.darker = darker_shares(result.brightness);
	result.settings.retouched = false; // as in films
	return result;
}

void draw(draft &now, const draft &before) {
	work_out(now);
	finish(now, before);
}

std::u32string text(const grid &of) {
	std::u32string result;
	for (const cell &one : of.cells)
		result += one.glyph;
	return result;
}

TEST(finish, keeps_what_hardly_differs) {
	draft now = drawn(U"abc", {100, 100, 100});
	finish(now, drawn(U"xyz", {103, 110, 97}));
	EXPECT_EQ(text(now.cells), U"xbz");
	EXPECT_EQ(now.seen[0], 103);
	EXPECT_EQ(now.seen[samples_across], 100);
}

TEST(finish, sees_a_single_sample_that_changes) {
	draft now = drawn(U"a", {100});
	now.seen[5] = 140;
	finish(now, drawn(U"x", {100}));
	EXPECT_EQ(text(now.cells), U"a");
}

TEST(finish, leaves_another_size_alone) {
	draft now = drawn(U"ab", {100, 100});
	finish(now, drawn(U"x", {100}));
	EXPECT_EQ(text(now.cells), U"ab");
}

TEST(finish, draws_anew_what_is_something_else) {
	draft before = undrawn({0, 0, 255});
	draw(before, {});
	EXPECT_EQ(text(before.cells), U"  #");
	draft now = undrawn({0, 255, 255});
	draw(now, before);
	EXPECT_EQ(text(now.cells), U" ##");
}

TEST(finish, keeps_a_glyph_that_stands_still_whatever_is_wanted) {
	draft before = undrawn({0, 128, 255});
	draw(before, {});
	before.chosen = {2, 2, 2};
	draft now = undrawn({0, 130, 255});
	draw(now, before);
	EXPECT_EQ(text(now.cells), U"###");
}

TEST(keep_levels, draws_the_same_tones_alike_until_much_is_another) {
	std::vector<std::uint8_t> shades;
	for (int i = 0; i < 40; ++i)
		shades.push_back(static_cast<std::uint8_t>(20 + 3 * i));
	levels_before levels;
	draft before = undrawn(shades);
	keep_levels(before, levels);
	draw(before, {});
	shades[3] = 255;
	draft now = undrawn(shades);
	keep_levels(now, levels);
	draw(now, before);
	EXPECT_EQ(now.darker, before.darker);
	EXPECT_EQ(text(now.cells).substr(8), text(before.cells).substr(8));
	std::fill_n(shades.begin(), 20, std::uint8_t{255});
	draft after = undrawn(shades);
	keep_levels(after, levels);
	EXPECT_NE(after.darker, before.darker);
}

TEST(keep_levels, begins_anew_with_another_size) {
	levels_before levels;
	draft before = undrawn({100, 101});
	keep_levels(before, levels);
	draft now = undrawn({100, 101, 102});
	keep_levels(now, levels);
	EXPECT_NE(now.darker, before.darker);
}

} // namespace
} // namespace assetc
