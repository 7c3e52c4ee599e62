// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "encode.h"

#include "text.h"

#include <gtest/gtest.h>

namespace assetc {
namespace {

grid grid_of(const std::vector<std::string> &rows) {
	grid made{width(rows.front()), static_cast<int>(rows.size()), {}, {}};
	for (const auto &row : rows)
		for (const char c : row)
			made.cells.push_back({static_cast<char32_t>(c), {}, {}});
	return made;
}

std::string changes(const std::vector<std::string> &before, const std::vector<std::string> &after,
		    terminal on = terminal::linux_console) {
	return encode_changes(grid_of(before), grid_of(after), on);
}

TEST(changes, of_nothing_are_one_byte) {
	EXPECT_EQ(changes({"ab", "cd"}, {"ab", "cd"}), "\r");
}

TEST(changes, of_one_cell_are_an_address_and_a_glyph) {
	EXPECT_EQ(changes({"........", "........", "........"}, {"........", ".....x..", "........"}),
		  "\033[2;6Hx\n\n");
}

TEST(changes, bridge_short_gaps_by_writing) {
	EXPECT_EQ(changes({"a.b......."}, {"x.y......."}), "\033[Hx.y\n");
	EXPECT_EQ(changes({"a........b"}, {"x........y"}), "\033[Hx\033[8Cy\n");
}

TEST(changes, erase_what_becomes_blank) {
	EXPECT_EQ(changes({"aaaaaaaaaaaa"}, {"aaaaa       "}), "\033[;6H\033[K\n");
	EXPECT_EQ(changes({"aaaaaaaaaaaab"}, {"            b"}), "\033[H\033[12X\n");
	EXPECT_EQ(changes({"abcdef", "abcdef", "abcdef"}, {"abcdef", "      ", "      "}), "\033[2H\033[J\n\n");
}

TEST(changes, shift_what_moves) {
	EXPECT_EQ(changes({"abcdefghijklmnop  "}, {"defghijklmnop     "}), "\033[H\033[3P\n");
	EXPECT_EQ(changes({"abcdefghijklmnop  "}, {"  abcdefghijklmnop"}), "\033[H\033[2@\n");
	EXPECT_EQ(changes({"abcdefgh", "ijklmnop", "qrstuvwx", "01234567"},
			  {"ijklmnop", "qrstuvwx", "01234567", "89.,;:-_"}),
		  "\033[H\033[M\n\n\n89.,;:-_\n");
}

TEST(changes, repeat_where_the_terminal_can) {
	EXPECT_EQ(changes({"          "}, {"xxxxxxxxxx"}, terminal::xterm), "\033[?2026h\033[Hx\033[9b\n\033[?2026l");
	EXPECT_EQ(changes({"          "}, {"xxxxxxxxxx"}), "\033[Hxxxxxxxxxx\n");
}

TEST(changes, leave_the_pen_reset) {
	auto after = grid_of({"abcdef"});
	after.at(5, 0).ink = color::indexed(2);
	EXPECT_EQ(encode_changes(grid_of({"abcdef"}), after), "\033[;6H\033[32mf\033[m\n");
}

TEST(changes, do_not_mind_the_ink_of_a_space) {
	auto after = grid_of({"a b"});
	after.at(1, 0).ink = color::indexed(2);
	EXPECT_EQ(encode_changes(grid_of({"a b"}), after), "\r");
}

TEST(changes, know_clusters_by_what_they_are_not_by_their_numbers) {
	const auto row_with = [](const std::vector<char32_t> &glyphs, const std::vector<std::u32string> &clusters) {
		grid made{static_cast<int>(glyphs.size()), 1, {}, clusters};
		for (const char32_t glyph : glyphs)
			made.cells.push_back({glyph, {}, {}});
		return made;
	};
	const auto before =
		row_with({cluster_base, cluster_base + 1, cluster_base + 2}, {U"a\u0301", U"b\u0301", U"a\u0301"});
	EXPECT_EQ(encode_changes(before, row_with({cluster_base + 1, cluster_base, cluster_base + 1},
						  {U"b\u0301", U"a\u0301"})),
		  "\r");
	EXPECT_EQ(encode_changes(before, row_with({cluster_base, cluster_base + 1, cluster_base + 2},
						  {U"a\u0301", U"b\u0301", U"c\u0301"})),
		  "\033[;3Hc\u0301\n");
}

TEST(full_frame, stands_as_it_looks) {
	EXPECT_EQ(encode(grid_of({"ab", "c "}), screen_before::frame), "\033[Hab\nc\033[K\n");
	EXPECT_EQ(encode(grid_of({"ab", "c "}), screen_before::anything), "\033[H\033[Jab\nc\033[K\n");
}

} // namespace
} // namespace assetc
