// SPDX-License-Identifier: GPL-2.0-or-later
#include "text.h"

#include <gtest/gtest.h>

namespace assetc {
namespace {

const std::string parrot = "\U0001f99c";

void expect_fault(const std::string &text, std::size_t offset, const std::string &what) {
	const auto fault = find_fault(text);
	ASSERT_TRUE(fault) << text;
	EXPECT_EQ(fault->offset, offset) << text;
	EXPECT_EQ(fault->what, what);
	EXPECT_FALSE(fault->hint.empty());
}

int columns_of(const std::string &text) {
	EXPECT_FALSE(find_fault(text)) << text;
	return width(text);
}

TEST(plain_text, is_printable_ascii) {
	EXPECT_TRUE(is_plain(""));
	EXPECT_TRUE(is_plain("~ !\"#0Az{|}"));
	for (const char other : {'\x1f', '\x7f', '\x80', '\xff', '\0', '\n'})
		for (std::size_t at = 0; at < 20; ++at) {
			std::string text(20, ' ');
			text[at] = other;
			EXPECT_FALSE(is_plain(text)) << static_cast<int>(other) << " at " << at;
		}
}

TEST(utf8, is_told_from_other_bytes) {
	for (const std::string good : {"", "a", "\u00e9", "\u20ac", "\U0001f99c", "\U0010ffff", "\x1b\t"})
		EXPECT_TRUE(is_utf8(good)) << good;
	for (const std::string bad :
	     {"\xe9", "\xc3", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe2\x82", "a\x80"})
		EXPECT_FALSE(is_utf8(bad)) << bad;
}

TEST(fault, is_not_found_in_what_a_terminal_may_be_sent) {
	for (const std::string good : {"", "plain", "\u00e9", "e\u0301", "\u6f22", "\U0001f469\u200d\U0001f680",
				       "\u2764\ufe0f", "\u00a0", "\ufdcf\ufdf0\ufffd", "\u6f22\U000e0100",
				       "\u6f22\ufe00", "1\ufe0f\u20e3", "\U0001f3f4\U000e0067\U000e0062\U000e007fx"})
		EXPECT_FALSE(find_fault(good)) << good;
}

TEST(fault, is_found_at_its_byte) {
	expect_fault("\x1b[31m", 0, "an escape sequence may not be part of the text");
	expect_fault("\u00e9\u00e9\tx", 4, "a tab has no fixed width here");
	expect_fault("abc\xff", 3, "byte 0xff is no UTF-8");
	expect_fault("ab\u0007", 2, "control character U+0007 may not be part of the text");
	expect_fault("\x7f", 0, "control character U+007f may not be part of the text");
	expect_fault("\u009b31m", 0, "control character U+009b may not be part of the text");
	expect_fault("a\nb", 1, "a line break within a line");
	expect_fault("a\rb", 1, "a line break within a line");
	expect_fault("\u202eabc", 0, "invisible character U+202e may not be part of the text");
	expect_fault("\ufeffabc", 0, "invisible character U+feff may not be part of the text");
	expect_fault("\U0001d173", 0, "invisible character U+1d173 may not be part of the text");
	expect_fault("a\U000e0062", 1, "invisible character U+e0062 may not be part of the text");
	expect_fault("\U0001f3f4a\U000e0062", 5, "invisible character U+e0062 may not be part of the text");
	expect_fault("\U000e0001", 0, "invisible character U+e0001 may not be part of the text");
	expect_fault("\U000e0fff", 0, "invisible character U+e0fff may not be part of the text");
	for (const std::string hidden : {"\u034f", "\u115f", "\u1160", "\u17b4", "\u17b5", "\u180b", "\u180f", "\u2065",
					 "\u3164", "\uffa0", "\ufff0", "\ufff8"})
		EXPECT_EQ(find_fault("a" + hidden + "b").value_or(text_fault{}).offset, 1u) << hidden;
	expect_fault("\ufe0f", 0, "invisible character U+fe0f may not be part of the text");
	expect_fault("a\ufe00", 1, "invisible character U+fe00 may not be part of the text");
	expect_fault("a\U000e0100", 1, "invisible character U+e0100 may not be part of the text");
	expect_fault("\u2764\ufe0f\ufe0e", 6, "invisible character U+fe0e may not be part of the text");
	expect_fault("\u6f22\U000e0100\U000e0101", 7, "invisible character U+e0101 may not be part of the text");
	expect_fault("\u2028", 0, "invisible character U+2028 may not be part of the text");
	expect_fault("a\uffff", 1, "noncharacter U+ffff may not be part of the text");
	expect_fault("\ufdd0", 0, "noncharacter U+fdd0 may not be part of the text");
	expect_fault("\U0010fffe", 0, "noncharacter U+10fffe may not be part of the text");
	expect_fault(std::string(1, '\0'), 0, "control character U+0000 may not be part of the text");
}

TEST(width, counts_the_columns_of_a_terminal) {
	EXPECT_EQ(columns_of(""), 0);
	EXPECT_EQ(columns_of("abc"), 3);
	EXPECT_EQ(columns_of("\u00e9"), 1);
	EXPECT_EQ(columns_of("e\u0301"), 1);
	EXPECT_EQ(columns_of("\u6f22\u5b57"), 4);
	EXPECT_EQ(columns_of(parrot), 2);
	EXPECT_EQ(columns_of("\U0001f469\u200d\U0001f680"), 2);
	EXPECT_EQ(columns_of("\u2764\ufe0f"), 2);
	EXPECT_EQ(columns_of("\u0301"), 1); // a mark without a letter still has its cell
}

TEST(glyphs, keep_what_belongs_together) {
	const auto glyphs = split_glyphs("a" + parrot + "e\u0301!");
	ASSERT_EQ(glyphs.size(), 4u);
	EXPECT_EQ(glyphs[0].code_points, U"a");
	EXPECT_EQ(glyphs[1].code_points, U"\U0001f99c");
	EXPECT_EQ(glyphs[1].columns, 2);
	EXPECT_EQ(glyphs[2].code_points, U"e\u0301");
	EXPECT_EQ(glyphs[2].columns, 1);
	EXPECT_EQ(glyphs[3].code_points, U"!");
}

TEST(glyphs, of_two_flags_are_two) {
	EXPECT_EQ(split_glyphs("\U0001f1e9\U0001f1ea\U0001f1eb\U0001f1f7").size(), 2u);
}

TEST(lines, end_as_any_editor_ends_them) {
	using rows = std::vector<std::string>;
	EXPECT_EQ(split_lines(""), rows{});
	EXPECT_EQ(split_lines("a"), rows{"a"});
	EXPECT_EQ(split_lines("a\n"), rows{"a"});
	EXPECT_EQ(split_lines("a\r\nb\r\n"), (rows{"a", "b"}));
	EXPECT_EQ(split_lines("\n\na\n\n"), (rows{"", "", "a", ""}));
	EXPECT_EQ(split_lines("\xef\xbb\xbf"
			      "a"),
		  rows{"a"});
}

TEST(lines, have_tabs_to_the_next_eighth_column) {
	EXPECT_EQ(split_lines("\ta"), std::vector<std::string>{"        a"});
	EXPECT_EQ(split_lines("1234567\ta\tb"), std::vector<std::string>{"1234567 a       b"});
	EXPECT_EQ(split_lines("12345678\ta"), std::vector<std::string>{"12345678        a"});
	EXPECT_EQ(split_lines("\u6f22\u5b57\ta"), std::vector<std::string>{"\u6f22\u5b57    a"});
}

TEST(lines, have_tabs_behind_tabs) {
	EXPECT_EQ(split_lines("\u6f22\t\tabc\t\u5b57\tb"),
		  std::vector<std::string>{"\u6f22              abc     \u5b57      b"});
	EXPECT_EQ(split_lines("a\t\u0301b\tc"), std::vector<std::string>{"a       \u0301b       c"});
	EXPECT_EQ(split_lines("\u0301b\tc"), std::vector<std::string>{"\u0301b      c"});
	EXPECT_EQ(split_lines(std::string(1000, '\t')), std::vector<std::string>{std::string(8000, ' ')});
}

TEST(put_glyph, gives_a_mark_something_to_stand_on) {
	grid shown{2, 1, {{U'a', {}, {}}, {}}, {}};
	put_glyph(shown, 1, 0, split_glyphs("\u0301").front());
	std::string sent;
	for (const auto &cell : shown.cells)
		append_glyph(sent, shown, cell);
	EXPECT_EQ(sent, "a\u00a0\u0301");
}

TEST(put_glyph, leaves_no_half_of_a_wide_glyph) {
	const auto glyphs_with = [](int column, const glyph_text &glyph) {
		grid shown{4, 1, {{U'漢', {}, {}}, {wide_tail, {}, {}}, {U'字', {}, {}}, {wide_tail, {}, {}}}, {}};
		put_glyph(shown, column, 0, glyph);
		std::u32string glyphs;
		for (const auto &one : shown.cells)
			glyphs += one.glyph == wide_tail ? U'>' : one.glyph;
		return glyphs;
	};
	EXPECT_EQ(glyphs_with(0, {U"a", 1}), U"a 字>");
	EXPECT_EQ(glyphs_with(1, {U"a", 1}), U" a字>");
	EXPECT_EQ(glyphs_with(1, {U"猫", 2}), U" 猫> ");
	EXPECT_EQ(glyphs_with(2, {U"猫", 2}), U"漢>猫>");
	EXPECT_EQ(glyphs_with(3, {U"a", 1}), U"漢> a");
}

TEST(glyph_of_a_cell, is_told_in_utf8) {
	const grid shown{3, 1, {{U'a', {}, {}}, {cluster_base, {}, {}}, {wide_tail, {}, {}}}, {U"e\u0301"}};
	std::string text;
	for (const auto &one : shown.cells)
		append_glyph(text, shown, one);
	EXPECT_EQ(text, "ae\u0301");
}

TEST(append_glyph, lets_nothing_pass_that_a_terminal_would_act_on) {
	const grid shown{1, 1, {{}}, {{U'a', 0x202e}}};
	const auto text_of = [&](char32_t glyph) {
		std::string text;
		append_glyph(text, shown, {glyph, {}, {}});
		return text;
	};
	EXPECT_EQ(text_of(0x1b), "\ufffd");
	EXPECT_EQ(text_of(0x7f), "\ufffd");
	EXPECT_EQ(text_of(0x9b), "\ufffd");
	EXPECT_EQ(text_of(0xfffe), "\ufffd");
	EXPECT_EQ(text_of(cluster_base), "a\ufffd");
	EXPECT_EQ(text_of(U'~'), "~");
	EXPECT_EQ(text_of(U'\u00e9'), "\u00e9");
}

TEST(width, is_that_of_all_glyphs) {
	for (const std::string text :
	     {"", "e\u0301a", "\u6f22a\u5b57", "\u2764\ufe0f", "a\u2764\ufe0fb", "\u2764", "\ufe0f",
	      "\U0001f469\u200d\U0001f680a", "\U0001f1e9\U0001f1ea\U0001f1ea", "1\ufe0f\u20e3"}) {
		int columns = 0;
		for (const auto &glyph : split_glyphs(text))
			columns += glyph.columns;
		EXPECT_EQ(width(text), columns) << text;
	}
}

TEST(lines, have_tabs_of_one_blank_where_no_frame_reaches) {
	EXPECT_LT(split_lines(std::string(1'000'000, '\t')).front().size(), 1'100'000u);
}

} // namespace
} // namespace assetc
