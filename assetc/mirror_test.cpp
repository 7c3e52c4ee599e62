// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "mirror.h"

#include "mirror_glyphs.h"
#include "text.h"

#include <gtest/gtest.h>
#include <set>

namespace assetc {
namespace {

std::u32string mirrored_text(std::u32string text, mirroring by) {
	for (auto &glyph : text)
		glyph = mirrored(glyph, by);
	return text;
}

grid grid_of(int columns, std::u32string_view glyphs) {
	grid made{columns, static_cast<int>(glyphs.size()) / columns, {}, {}};
	for (const char32_t glyph : glyphs)
		made.cells.push_back({glyph, {}, {}});
	return made;
}

std::u32string glyphs_of(const grid &of) {
	std::u32string glyphs;
	for (const auto &shown : of.cells)
		glyphs += shown.glyph;
	return glyphs;
}

constexpr std::u32string_view head_tail_x = {U"\u732b\0x", 3};

TEST(mirror, exchanges_what_looks_the_other_way) {
	EXPECT_EQ(mirrored_text(U"(<[{/bpo", mirroring::horizontal), U")>]}\\dqo");
	EXPECT_EQ(mirrored_text(U"/b.nM_oH", mirroring::vertical), U"\\p'uW\u00afoH");
	EXPECT_EQ(mirrored_text(U"pb/(", mirroring::both), U"dq/)");
	EXPECT_EQ(mirrored_text(U"(pb", mirroring::none), U"(pb");
}

TEST(mirror, knows_boxes_blocks_and_arrows) {
	EXPECT_EQ(mirrored_text(U"┌┤╭┡▌▗🬁→", mirroring::horizontal), U"┐├╮┩▐▖🬀←");
	EXPECT_EQ(mirrored_text(U"┌┤╭┡▀▗🬀↑", mirroring::vertical), U"└┤╰┢▄▝🬏↓");
}

// Their parts are numbered 1 and 2 in the uppermost row, to 7 and 8 in the lowest.
TEST(mirror, knows_octants) {
	EXPECT_EQ(mirrored(U'\U0001CD00', mirroring::horizontal), U'\U0001CD03'); // 3, 4
	EXPECT_EQ(mirrored(U'\U0001CD00', mirroring::vertical), U'\U0001CD09');   // 3, 5
	EXPECT_EQ(mirrored(U'\U0001CEA8', mirroring::horizontal), U'\U0001CEAB'); // 1, 2
	EXPECT_EQ(mirrored(U'\U0001CEA8', mirroring::both), U'\U0001CEA0');       // 1, 8
}

TEST(mirror, moves_the_dots_of_braille) {
	EXPECT_EQ(mirrored_text(U"⠁⠂⠄⡀⡇⠿", mirroring::horizontal), U"⠈⠐⠠⢀⢸⠿");
	EXPECT_EQ(mirrored_text(U"⠁⠂⠈⠐⡇⠉", mirroring::vertical), U"⡀⠄⢀⠠⡇⣀");
}

// Twice is as if never, of every glyph that there is.
TEST(mirror, is_its_own_opposite) {
	for (const auto by : {mirroring::horizontal, mirroring::vertical, mirroring::both})
		for (char32_t glyph = 0; glyph < cluster_base; ++glyph)
			ASSERT_EQ(mirrored(mirrored(glyph, by), by), glyph) << std::hex << static_cast<unsigned>(glyph);
}

TEST(mirror, has_each_glyph_once_and_keeps_widths) {
	for (const auto axis : {axis::left_right, axis::up_down}) {
		std::set<char32_t> seen;
		const auto pairs = mirror_glyphs(axis);
		ASSERT_EQ(pairs.size() % 2, 0u);
		for (std::size_t i = 0; i < pairs.size(); ++i) {
			EXPECT_TRUE(seen.insert(pairs[i]).second) << std::hex << static_cast<unsigned>(pairs[i]);
			std::string one, other;
			append_utf8(one, pairs[i]);
			append_utf8(other, pairs[i ^ 1]);
			EXPECT_EQ(width(one), width(other)) << one << other;
		}
	}
}

TEST(mirror, turns_grids) {
	const auto grid_of_art = grid_of(3, U"ab/"
					    U"c. ");
	EXPECT_EQ(glyphs_of(mirrored(grid_of_art, mirroring::horizontal)), U"\\da .c");
	EXPECT_EQ(glyphs_of(mirrored(grid_of_art, mirroring::vertical)), U"c' ap\\");
	EXPECT_EQ(glyphs_of(mirrored(grid_of_art, mirroring::both)), U" 'c/qa");
}

TEST(mirror, keeps_wide_glyphs_in_front_of_their_tails) {
	const std::u32string_view x_head_tail = {U"x\u732b\0", 3};
	EXPECT_EQ(glyphs_of(mirrored(grid_of(3, head_tail_x), mirroring::horizontal)), x_head_tail);
	EXPECT_EQ(glyphs_of(mirrored(grid_of(3, head_tail_x), mirroring::vertical)), head_tail_x);
	EXPECT_EQ(glyphs_of(mirrored(grid_of(3, x_head_tail), mirroring::horizontal)), head_tail_x);
}

TEST(mirror, moves_colours_with_their_cells) {
	auto made = grid_of(2, U"xy");
	made.at(0, 0).ink = color::rgb(1, 2, 3);
	EXPECT_EQ(mirrored(made, mirroring::horizontal).at(1, 0).ink, color::rgb(1, 2, 3));
}

TEST(mirror, moves_the_colours_of_a_wide_glyph_with_it) {
	auto made = grid_of(3, head_tail_x);
	made.at(0, 0).ink = color::indexed(1);
	const auto turned = mirrored(made, mirroring::horizontal);
	EXPECT_EQ(turned.at(1, 0), made.at(0, 0));
	EXPECT_EQ(turned.at(2, 0), made.at(1, 0));
}

TEST(mirror, turns_pixels) {
	const picture four{2, 2, {1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 5, 6, 7}};
	EXPECT_EQ(mirrored(four, mirroring::horizontal).rgba,
		  (std::vector<std::uint8_t>{2, 2, 2, 2, 1, 1, 1, 1, 4, 5, 6, 7, 3, 3, 3, 3}));
	EXPECT_EQ(mirrored(four, mirroring::vertical).rgba,
		  (std::vector<std::uint8_t>{3, 3, 3, 3, 4, 5, 6, 7, 1, 1, 1, 1, 2, 2, 2, 2}));
	EXPECT_EQ(mirrored(mirrored(four, mirroring::both), mirroring::both).rgba, four.rgba);
}

} // namespace
} // namespace assetc
