// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "emulator.h"

#include "text.h"

#include <gtest/gtest.h>
#include <utf8proc.h>

namespace assetc {
namespace {

grid screen_of(emulator &on) {
	strip kept;
	on.shoot(kept);
	return kept.at(0);
}

grid screen(std::string_view bytes, int columns = 8, int rows = 2) {
	emulator on(columns, rows);
	on.write(bytes);
	return screen_of(on);
}

// The glyphs, row by row; a wide one's right half is '<'.
std::string glyphs(const grid &of) {
	std::string text;
	for (int row = 0; row < of.rows; ++row) {
		text += row == 0 ? "" : "/";
		for (int column = 0; column < of.columns; ++column) {
			const auto &shown = of.at(column, row);
			append_glyph(text, of, shown);
			text += shown.glyph == wide_tail ? "<" : "";
		}
	}
	return text;
}

cell first(std::string_view bytes) {
	return screen(bytes).at(0, 0);
}

TEST(emulator, is_a_terminal) {
	EXPECT_EQ(glyphs(screen("abc\r\nd\033[1;6Hx")), "abc  x  /d       ");
	EXPECT_EQ(glyphs(screen("1\r\n2\r\n3\r\n4")), "3       /4       ");
	EXPECT_EQ(glyphs(screen("abcdefghij")), "abcdefgh/ij      ");
	EXPECT_EQ(glyphs(screen("abc\033[2J")), "        /        ");
	EXPECT_EQ(glyphs(screen("\033(0lqk")), "┌─┐     /        ");
	EXPECT_EQ(glyphs(screen("left\033[?1049h\033[Hright\033[?1049l")), "left    /        ");
}

TEST(emulator, has_colors_of_every_kind) {
	EXPECT_EQ(first("x"), (cell{U'x', {}, {}}));
	EXPECT_EQ(first("\033[31;104mx"), (cell{U'x', color::indexed(1), color::indexed(12)}));
	EXPECT_EQ(first("\033[38;5;200;48;5;16mx"), (cell{U'x', color::indexed(200), color::indexed(16)}));
	EXPECT_EQ(first("\033[38;2;1;2;3;48;2;4;5;6mx"), (cell{U'x', color::rgb(1, 2, 3), color::rgb(4, 5, 6)}));
	EXPECT_EQ(first("\033[38:2::1:2:3mx").ink, color::rgb(1, 2, 3));
	EXPECT_EQ(first("\033[58;2;31;7;5mx"), (cell{U'x', {}, {}}));
	EXPECT_EQ(first("\033[31mx\033[m\033[Hy"), (cell{U'y', {}, {}}));
}

TEST(emulator, shows_bold_bright) {
	EXPECT_EQ(first("\033[1;31mx").ink, color::indexed(9));
	EXPECT_EQ(first("\033[1;91mx").ink, color::indexed(9));
	EXPECT_EQ(first("\033[1mx").ink, color{});
}

TEST(emulator, swaps_what_is_reversed) {
	EXPECT_EQ(first("\033[7;31;44mx"), (cell{U'x', color::indexed(4), color::indexed(1)}));
	EXPECT_EQ(first("\033[7mx"), (cell{U'x', color::indexed(0), color::indexed(7)}));
	EXPECT_EQ(first("x\033[?5h"), (cell{U'x', color::indexed(0), color::indexed(7)}));
}

TEST(emulator, repeats) {
	EXPECT_EQ(glyphs(screen("a\033[3bc")), "aaaac   /        ");
	EXPECT_EQ(glyphs(screen("é\033[bx")), "ééx     /        ");
	EXPECT_EQ(glyphs(screen("\r\033[3bx")), "x       /        ");
	EXPECT_EQ(glyphs(screen("a\033[99999999999b")), "aaaaaaaa/a       "); // no more than a row has
	EXPECT_EQ(glyphs(screen("a\033[2\r;9bc")), "aac     /        ");
	EXPECT_EQ(glyphs(screen("\033[4;b\033[bx")), "x       /        ");
	EXPECT_EQ(glyphs(screen("abcde漢\033[b")), "abcde漢< /漢<      ");
	EXPECT_EQ(glyphs(screen("a\033[3")), "a       /        ");
	EXPECT_EQ(glyphs(screen("a\033[é2bc")), "aé2bc   /        ");
}

TEST(emulator, repeats_though_control_characters_stand_in_between) {
	using namespace std::literals;
	EXPECT_EQ(glyphs(screen("\033\0[3bx"sv)), "x       /        ");
	EXPECT_EQ(glyphs(screen("a\033\x7f[\x7f\0002\0bc"sv)), "aaac    /        ");
	EXPECT_EQ(glyphs(screen("a\033\r[2b"sv)), "aa      /        ");
	EXPECT_EQ(glyphs(screen("a\033\x18[2b"sv)), "a[2b    /        ");
	EXPECT_EQ(glyphs(screen("a\033[2\x1axc"sv)), "axc     /        ");
}

TEST(emulator, ends_what_would_reach_a_terminal) {
	EXPECT_EQ(glyphs(screen("\033]0;title\007\033]52;c;aGk=\033\\\033[c\033[6n\033P$qm\033\\x\007\0\x7f")),
		  "x       /        ");
	EXPECT_EQ(glyphs(screen("a\u202eb\u2028c")), "ab\ufffdc    /        ");
}

TEST(emulator, takes_c1_for_the_sequences_that_it_is) {
	EXPECT_EQ(glyphs(screen("ab\u009b2Dc\u0085d")), "cb      /d       ");
	EXPECT_EQ(glyphs(screen("\u0080\u0081\u0099x")), "x       /        ");
}

TEST(emulator, has_glyphs_as_wide_as_elsewhere) {
	EXPECT_EQ(glyphs(screen("漢e\u0301x")), "漢<e\u0301x    /        ");
	EXPECT_EQ(glyphs(screen("漢\033[1;2Hx")), " x      /        ");
	EXPECT_EQ(glyphs(screen("\u2764\ufe0f x")), "\u2764\ufe0f<x     /        ");
	EXPECT_EQ(glyphs(screen("\u2764\ufe0fx")), "\u2764x      /        ");
	EXPECT_EQ(glyphs(screen("1\ufe0f\u20e3 x\r\n1\ufe0f\u20e3x\xc2\xa9\ufe0fx")),
		  "1\ufe0f\u20e3<x     /1x\xc2\xa9x    ");
}

TEST(emulator, knows_emoji_that_libvterm_does_not) {
	EXPECT_EQ(glyphs(screen("🟢|🧪x🫠|\033[b")), "🟢<|🧪<x🫠</||      ");
	EXPECT_EQ(glyphs(screen("🟢\033[2b|")), "🟢<🟢<🟢<| /        ");
	EXPECT_EQ(glyphs(screen("🌀漢🂡|")), "🌀<漢<🂡|  /        ");
}

TEST(emulator, has_one_cell_for_glyphs_that_join) {
	const auto family = screen("\U0001f469\u200d\U0001f467x");
	EXPECT_EQ(glyphs(family), "\U0001f469\u200d\U0001f467<  x   /        ");
	const auto syllable = screen("\u1112\u1161\u11abx"); // of three parts
	EXPECT_EQ(syllable.at(0, 0).glyph, cluster_base);
}

TEST(emulator, survives_glyphs_of_many_marks) {
	emulator on(2, 1);
	for (utf8proc_int32_t code_point = 0xa0; code_point < 0x110000; ++code_point) {
		const auto category = utf8proc_category(code_point);
		if (category != UTF8PROC_CATEGORY_MN && category != UTF8PROC_CATEGORY_MC &&
		    category != UTF8PROC_CATEGORY_ME)
			continue;
		std::string bytes = "a";
		for (int i = 0; i < 9; ++i)
			append_utf8(bytes, static_cast<char32_t>(code_point));
		on.write(bytes);
	}
	on.write("\rz");
	EXPECT_EQ(screen_of(on).at(0, 0).glyph, U'z');
}

TEST(emulator, takes_any_amount_at_once) {
	std::string bytes;
	for (int i = 0; i < 400'000; ++i)
		bytes += "漢e\u0301o\u0301\u0302";
	EXPECT_EQ(glyphs(screen(bytes)),
		  "漢<e\u0301o\u0301\u0302漢<e\u0301o\u0301\u0302/漢<e\u0301o\u0301\u0302漢<e\u0301o\u0301\u0302");
}

TEST(emulator, can_be_one_cell) {
	EXPECT_EQ(glyphs(screen("漢", 1, 1)), " ");
	EXPECT_EQ(glyphs(screen("ab\r\nc", 1, 2)).size(), 3u);
}

TEST(emulator, shoots_only_what_differs) {
	emulator on(4, 2);
	strip kept;
	EXPECT_TRUE(on.shoot(kept));
	EXPECT_FALSE(on.shoot(kept));
	on.write("x\033[H");
	EXPECT_TRUE(on.shoot(kept));
	on.write("x\033]0;title\007");
	EXPECT_FALSE(on.shoot(kept));
	EXPECT_EQ(kept.frames(), 2u);
}

TEST(emulator, can_change_its_size) {
	emulator on(4, 2);
	strip kept;
	on.write("abcd");
	on.shoot(kept);
	on.resize(6, 3);
	on.write("\033[3;6Hx");
	EXPECT_TRUE(on.shoot(kept));
	on.resize(7, 9);
	EXPECT_FALSE(on.shoot(kept));
	on.resize(1, 1);
	EXPECT_TRUE(on.shoot(kept));
	EXPECT_EQ(glyphs(kept.at(0)), "abcd/    ");
	EXPECT_EQ(glyphs(kept.at(1)), "abcd  /      /     x");
	EXPECT_EQ(kept.at(2).columns, 1);
	EXPECT_EQ(kept.at(2).rows, 1);
}

TEST(emulator, survives_a_smaller_screen) {
	emulator on(6, 6);
	on.write("\033[2;6r1\r\n2\r\n3\r\n4\r\n5\r\n6\033[6;6H\0337\033[1;2H");
	on.resize(2, 2);
	on.write("x\0338yz\r\n\r\n\033[Lw\033M\033M");
	strip kept;
	EXPECT_TRUE(on.shoot(kept));
	EXPECT_EQ(kept.at(0).rows, 2);
}

// Rows that only moved are not read again, so this must agree with a screen that reads all of them.
TEST(emulator, moves_rows_as_the_terminal_does) {
	unsigned state = 1;
	const auto below = [&](unsigned limit) {
		return (state = state * 1664525 + 1013904223) >> 16 & 0x7fff % limit;
	};
	const std::vector<std::string> pieces = {"\r\n",      "\033M",       "\033[L",      "\033[M",    "\033[2S",
						 "\033[T",    "\033[2;4r",   "\033[r",      "\033[3;2H", "word",
						 "\033[@",    "\033[P",      "\033[K",      "\033[J",    "\033[1;1H",
						 "\033[7mx",  "\033[?1049h", "\033[?1049l", "\033[?69h", "\033[2;3s",
						 "\033[?69l", "\033[31mz",   "\033#8",      "\033c"};
	emulator on(5, 5);
	std::string so_far;
	strip kept;
	for (int i = 0; i < 2000; ++i) {
		const auto &piece = pieces[below(static_cast<unsigned>(pieces.size()))];
		on.write(piece);
		so_far += piece;
		if (so_far.size() > 200) {
			on.write("\033c");
			so_far.clear();
		}
		on.shoot(kept);
		ASSERT_EQ(glyphs(kept.at(kept.frames() - 1)), glyphs(screen(so_far, 5, 5))) << i;
	}
}

} // namespace
} // namespace assetc
