// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "terminal_input.h"

#include <gtest/gtest.h>

namespace assetc {

namespace {

using namespace std::literals;

std::string let_through(std::initializer_list<std::string_view> writes, int columns = 8) {
	terminal_input input;
	std::string all;
	for (const auto bytes : writes)
		input.pass(bytes, columns, [&](std::string_view fit) { all += fit; });
	return all;
}

std::string let_through(std::string_view bytes) {
	return let_through({bytes});
}

void expect_untouched(std::string_view bytes) {
	EXPECT_EQ(let_through(bytes), bytes);
}

} // namespace

TEST(terminal_input, lets_text_and_sequences_through) {
	expect_untouched("a\r\n\té漢\b\a");
	expect_untouched("\033[m\033[1;31mx\033[?25l\033[38:2:1:2:3m\033[ q\033[!p\033[>c");
	expect_untouched("\0337\033(0\033#8\033=\033M");
}

TEST(terminal_input, writes_repetitions_out) {
	EXPECT_EQ(let_through("a\033[3bc"), "aaaac");
	EXPECT_EQ(let_through("é\033[b\033[0b"), "ééé");
	EXPECT_EQ(let_through("a\033[99999999999b"), "aaaaaaaaa"); // no more than a row has
	EXPECT_EQ(let_through("\033[3b"), "");
	EXPECT_EQ(let_through("a\r\033[3b"), "a\r");
	expect_untouched("a\033[?3b\033[3 b");
}

TEST(terminal_input, puts_control_characters_before_the_sequence_they_stand_in) {
	EXPECT_EQ(let_through("\033[1\n;2\rH"), "\n\r\033[1;2H");
	EXPECT_EQ(let_through("\033\n7"), "\n\0337");
	EXPECT_EQ(let_through("a\033\0[\x7f\0002\0b"sv), "aaa");
	EXPECT_EQ(let_through("a\033[2\x18"
			      "b\033\x1a[c"),
		  "ab[c");
	EXPECT_EQ(let_through("\033[1;\033[2Jx"), "\033[2Jx");
	EXPECT_EQ(let_through("\033é\033[2éb"), "éé"
						"b");
}

TEST(terminal_input, bounds_parameters) {
	EXPECT_EQ(let_through("\033[00012;99999999999999999999H"), "\033[12;999999H");
	EXPECT_EQ(let_through("\033[1;2;3;4;5;6;7;8;9;10;11;12;13;14;15;16;17;18:19m"),
		  "\033[1;2;3;4;5;6;7;8;9;10;11;12;13;14;15;16m");
	EXPECT_EQ(let_through("x\033[" + std::string(300, ';') + "my\033" + std::string(300, ' ') + "Fz"), "xyz");
}

TEST(terminal_input, leaves_out_what_is_misread_in_colors) {
	EXPECT_EQ(let_through("\033[1;38:2::1:2:3;48:2:0:4:5:6:0:1m"), "\033[1;38:2:1:2:3;48:2:4:5:6m");
	EXPECT_EQ(let_through("\033[4;58;2;31;7;5;32;58;5;7m\033[58;5;7mx"), "\033[4;32mx");
	expect_untouched("\033[38;2;58;5;7;58:5:1m\033[1;m\033[;m\033[m\033[38m\033[48;5m\033[38:5:9m");
}

// Which libvterm takes for the beginning of a sequence, whatever stands between it and the escape.
TEST(terminal_input, lets_no_bracket_through_behind_an_escape_of_several_bytes) {
	for (const char *bracket : {"[", "]", "P", "X", "^", "_"})
		EXPECT_EQ(let_through("x\033'" + std::string(bracket) + ";;y"), "x;;y");
	expect_untouched("\033'B");
}

TEST(terminal_input, leaves_strings_out) {
	EXPECT_EQ(let_through("a\033]0;title\007b\033]52;c;aGk=\033\\c"), "ab\033\\c");
	EXPECT_EQ(let_through("a\033P$qm\033[1mb\033Xs\x18"
			      "c\033_q\u009c"
			      "d\033^"),
		  "a\033[1mbc\033\\d");
}

TEST(terminal_input, spells_c1_as_escape_sequences) {
	EXPECT_EQ(let_through("\u009b2Da\u0085b\u00a0"), "\033[2Da\033Eb\u00a0");
}

TEST(terminal_input, composes_wide_marks_or_leaves_them_out) {
	EXPECT_EQ(let_through("か\u3099ハ\u309aん\u3099x\u302a\u302f/"), "がパんx/");
	EXPECT_EQ(let_through({"か", "\u3099\u302eか\u3099\u3099"}), "かが");
	expect_untouched("、\u3029\u3030\u3098゛ャ漢e\u0301");
}

TEST(terminal_input, has_emoji_stand_in_plane_3) {
	EXPECT_EQ(let_through("a🟢🂡😀\xf0\x9f"), "a\U0003f7e2🂡\U0003f600\xf0\x9f");
	expect_untouched("\xf0\x9f");
	EXPECT_EQ(without_stand_in(0x3f7e2), 0x1f7e2u);
	EXPECT_EQ(without_stand_in(0x2f7e2), 0x2f7e2u);
}

TEST(terminal_input, goes_on_with_a_sequence) {
	EXPECT_EQ(let_through({"a\033", "[1", "2;", "3H\033]0;ti", "tle\033", "\\b\033[", "2b"}),
		  "a\033[12;3H\033\\bbb");
}

} // namespace assetc
