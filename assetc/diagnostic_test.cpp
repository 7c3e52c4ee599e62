// SPDX-License-Identifier: GPL-2.0-or-later
#include "diagnostic.h"

#include <gtest/gtest.h>

namespace assetc {
namespace {

diagnostic at(int column, std::string line, std::string pointer = "") {
	return {{"parrot.json", 14, column, std::move(line), std::move(pointer)}, "so it is", ""};
}

// The line with the source and the line with the caret.
std::string excerpt_of(const diagnostic &said) {
	const auto text = to_text(said, "error", false);
	return text.substr(text.find('\n') + 1);
}

TEST(diagnostic, is_told_as_a_compiler_tells_it) {
	diagnostic said = at(14, "    \"hold_ms\": \"fast\",", "/frames/2/hold_ms");
	said.what = "hold_ms must be a positive number, not \"fast\"";
	said.hint = "70 is the party parrot's tempo";
	EXPECT_EQ(to_text(said, "error", false),
		  "parrot.json:14:14: error: hold_ms must be a positive number, not \"fast\"\n"
		  "   14 |     \"hold_ms\": \"fast\",\n"
		  "      |              ^ at /frames/2/hold_ms\n"
		  "hint: 70 is the party parrot's tempo\n");
}

TEST(diagnostic, about_a_file_has_no_line) {
	EXPECT_EQ(to_text(about("parrot.png", "is broken", ""), "warning", false), "parrot.png: warning: is broken\n");
}

TEST(diagnostic, about_the_command_line_names_the_program) {
	EXPECT_EQ(to_text(about("", "no input", "give one"), "error", false),
		  "assetc: error: no input\nhint: give one\n");
}

TEST(diagnostic, is_colored_on_a_terminal_only) {
	const auto said = about("a", "b", "");
	EXPECT_EQ(to_text(said, "error", true).find("\033[1m"), 0u);
	EXPECT_NE(to_text(said, "error", true).find("\033[1;31merror"), std::string::npos);
	EXPECT_NE(to_text(said, "warning", true).find("\033[1;35mwarning"), std::string::npos);
	EXPECT_EQ(to_text(said, "error", false).find('\033'), std::string::npos);
}

TEST(diagnostic, passes_no_control_character_on) {
	auto said = at(3, "\x1b[31m\x7f\xff");
	said.where.file = "a\x1b]0;b\a";
	said.where.pointer = "/\x1b";
	said.what = "c\r";
	said.hint = "d\u202e";
	const auto text = to_text(said, "error", false);
	for (const char c : text)
		EXPECT_TRUE((c >= 0x20 && c < 0x7f) || c == '\n') << text;
}

TEST(caret, stands_below_the_character) {
	EXPECT_EQ(excerpt_of(at(3, "abc")), "   14 | abc\n      |   ^\n");
	EXPECT_EQ(excerpt_of(at(4, "abc")), "   14 | abc\n      |    ^\n");
	EXPECT_EQ(excerpt_of(at(2, "\u6f22x")), "   14 | \u6f22x\n      |   ^\n");
	EXPECT_EQ(excerpt_of(at(2, "\tx")), "   14 |  x\n      |  ^\n");
	EXPECT_EQ(excerpt_of(at(2, "\x01x")), "   14 | \\x01x\n      |     ^\n");
}

TEST(caret, stands_below_its_part_of_a_long_line) {
	std::string line(20'000'000, '.');
	line[15'000'000] = 'X';
	const auto text = excerpt_of(at(15'000'001, line));
	const auto end = text.find('\n');
	ASSERT_LT(text.size(), 300u);
	EXPECT_EQ(text.find('X'), text.find('^', end) - end - 1);
}

TEST(caret, is_shown_for_a_line_with_a_large_number) {
	auto said = at(1, "abc");
	said.where.line = 1234567;
	EXPECT_EQ(excerpt_of(said), "1234567 | abc\n        | ^\n");
}

TEST(quote, makes_text_harmless_and_short) {
	EXPECT_EQ(quote("fast"), "\"fast\"");
	EXPECT_EQ(quote(""), "\"\"");
	EXPECT_EQ(quote("\x1b[31m"), "\"\\x1b[31m\"");
	EXPECT_EQ(quote(std::string(40, 'a')), "\"" + std::string(40, 'a') + "\"");
	EXPECT_EQ(quote(std::string(41, 'a')), "\"" + std::string(40, 'a') + "...\"");
	EXPECT_EQ(quote(std::string(39, 'a') + "\u00e9\u00e9"), "\"" + std::string(39, 'a') + "...\"");
}

TEST(nearest_word, is_the_one_that_was_meant) {
	const std::vector<std::string_view> known = {"art", "paint", "hold_ms", "frames", "columns"};
	EXPECT_EQ(nearest("hold_ms", known), "hold_ms");
	EXPECT_EQ(nearest("holdms", known), "hold_ms");
	EXPECT_EQ(nearest("frmaes", known), "frames"); // two letters in the wrong order
	EXPECT_EQ(nearest("Frames", known), "frames");
	EXPECT_EQ(nearest("column", known), "columns");
	EXPECT_EQ(nearest("arts", known), "art");
	EXPECT_EQ(nearest("wings", known), "");
	EXPECT_EQ(nearest("", known), "");
	EXPECT_EQ(nearest(std::string(1'000'000, 'x'), known), "");
	EXPECT_EQ(nearest("art", {}), "");
}

TEST(diagnostic, is_no_longer_than_anybody_reads) {
	const std::string endless(1'000'000, 'x');
	diagnostic said{{"a.json", 1, 2, endless, "/" + endless}, endless, endless, {endless}};
	EXPECT_LT(to_text(said, "error", false).size(), 5000u);
	said.what = std::string(999, 'x') + "\u00e9\u00e9";
	EXPECT_NE(to_text(said, "error", false).find("xxx...\n"), std::string::npos); // and no half of a character
}

} // namespace
} // namespace assetc
