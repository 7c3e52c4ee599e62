// SPDX-License-Identifier: GPL-2.0-or-later
#include "json_mistake.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <random>

namespace assetc {

namespace {

bool is_json(const std::string &text) {
	return nlohmann::json::accept(text, true);
}

// "caret" stands in the text where the mistake is to be found.
void expect_mistake(std::string text, const std::string &what) {
	const auto caret = text.find("@");
	text.erase(caret, 1);
	const auto found = find_json_mistake(text);
	ASSERT_TRUE(found) << text;
	EXPECT_EQ(found->offset, caret) << text;
	EXPECT_EQ(found->what, what) << text;
	EXPECT_FALSE(is_json(text)) << text;
}

} // namespace

TEST(json_mistake, finds_none_in_json) {
	for (const std::string text : {"{}", "[]", " [ ] ", "0", "-0.5e+3", "\"\"", "null", "\xef\xbb\xbf{}",
				       "// a\r[1] // b", "/**/ [ /* , */ 1 ]", "\"\\u00e9\\ud83e\\udd9c\\n\\/\"",
				       "{\"a\":{\"b\":[[],{}]},\"c\":1e308}", "\"\u00e9\U0001f99c\x7f\""}) {
		EXPECT_FALSE(find_json_mistake(text)) << text;
		EXPECT_TRUE(is_json(text)) << text;
	}
}

TEST(json_mistake, points_at_what_was_forgotten) {
	expect_mistake("{ \"a\": 1@ \"b\": 2 }", "a comma is missing here");
	expect_mistake("[1@ 2]", "a comma is missing here");
	expect_mistake("{ \"a\"@ 1 }", "a colon is missing after this key");
	expect_mistake("@{ \"a\": [1]", "this { is never closed");
	expect_mistake("{ \"a\": @[1", "this [ is never closed");
	expect_mistake("[ @\"a ]", "this string has no closing quote");
	expect_mistake("[ @\"a\n\" ]", "this string has no closing quote");
	expect_mistake("{ \"a\": @}", "a value is missing before this }");
	expect_mistake("[1 @/* never ends", "this comment has no end");
	expect_mistake("[1 @/*/", "this comment has no end");
}

TEST(json_mistake, points_at_what_is_too_much) {
	expect_mistake("[1@,]", "a comma with nothing after it");
	expect_mistake("{ \"a\": 1 @, /* b */ }", "a comma with nothing after it");
	expect_mistake("[1,@,2]", "a value is missing before this ,");
	expect_mistake("{@,}", "a member is missing before this comma");
	expect_mistake("{}@}", "one } too many");
	expect_mistake("[1] @[2]", "the document has ended before this");
	expect_mistake("[@+1]", "\"+1\" is no number");
	expect_mistake("[@007]", "\"007\" is no number");
}

TEST(json_mistake, knows_what_other_languages_write) {
	expect_mistake("{ @'a': 1 }", "strings stand in straight double quotes");
	expect_mistake("{ @\u201ca\u201d: 1 }", "strings stand in straight double quotes");
	expect_mistake("{ @a: 1 }", "a key stands in double quotes");
	expect_mistake("{ \"a\" @= 1 }", "a colon stands between a key and its value");
	expect_mistake("{ \"a\": 1@; \"b\": 2 }", "a comma stands between values");
	expect_mistake("[@None]", "\"None\" means nothing in JSON");
	expect_mistake("[@red]", "\"red\" means nothing in JSON");
	expect_mistake("[1, @# one\n2]", "a comment begins with //");
	expect_mistake("[@0x10]", "\"0x10\" is no number");
	expect_mistake("[\"a\" @: 1]", "a colon stands only behind a key");
	expect_mistake(std::string("@\xff\xfe[\0", 5), "this file is UTF-16");
}

TEST(json_mistake, points_into_a_string) {
	expect_mistake("[\"a@\tb\"]", "a tab has no fixed width here");
	expect_mistake("[\"/@\\_/\"]", "a lone backslash");
	expect_mistake("[\"@\\", "a lone backslash");
	expect_mistake("[\"/ \\\", \"@\\ /\"]", "a backslash outside of a string");
	expect_mistake("[\"@\\u12\"]", "\\u wants four hexadecimal digits");
	expect_mistake("[\"@\\ud83e\"]", "half a surrogate pair");
	expect_mistake("[\"@\\udd9c\\ud83e\"]", "half a surrogate pair");
	expect_mistake("[\"caf@\xe9\"]", "byte 0xe9 is no UTF-8");
	expect_mistake("[\"caf\xc3\xa9@\xa9\"]", "byte 0xa9 is no UTF-8");
}

TEST(json_mistake, tells_of_an_empty_file) {
	expect_mistake("@", "there is no JSON in this file");
	expect_mistake(" // soon\n@", "there is no JSON in this file");
}

// Texts near JSON, by changing a byte or two of it: what the parser refuses has a mistake, what it takes has none.
TEST(json_mistake, agrees_with_the_parser) {
	const std::string seed = "{ \"a\": [ \"\\u00e9\\ud83e\\udd9c \u00e9\", -1.5e+3, 0, true, null, false ], // b\n"
				 "\"c\": { /* d */ \"e\": \"\", \"f\": [ [ ], { } ] } }\n";
	const std::string bytes = "{}[],:\"'\\/*#0123456789eE.+-utrfalsn \n\r\t\x01\x80\xc3\xff";
	std::mt19937 random(1);
	for (int round = 0; round < 50'000; ++round) {
		std::string text = seed;
		for (int change = 0; change < 1 + round % 3; ++change) {
			const auto at = random() % text.size();
			if (random() % 3 == 0)
				text.erase(at, 1 + random() % 4);
			else if (random() % 2 == 0)
				text[at] = bytes[random() % bytes.size()];
			else
				text.insert(at, 1, bytes[random() % bytes.size()]);
		}
		const auto mistake = find_json_mistake(text);
		ASSERT_EQ(!mistake, is_json(text)) << text << (mistake ? mistake->what : "");
		if (mistake) {
			ASSERT_LE(mistake->offset, text.size());
		}
	}
}

TEST(json_mistake, knows_a_number_that_is_too_large_however_it_is_written) {
	const std::string zeros(400, '0');
	const auto mistake = find_json_mistake("[1" + zeros + "e-1]");
	ASSERT_TRUE(mistake);
	EXPECT_EQ(mistake->what.substr(0, 5), "\"1000");
	EXPECT_TRUE(mistake->what.ends_with("is too large")) << mistake->what;
	for (const std::string &text : {"[1" + zeros + "e-300]", "[1e-" + zeros + "9]", std::string("[1e-999]")}) {
		EXPECT_FALSE(find_json_mistake(text)) << text;
		EXPECT_TRUE(is_json(text)) << text;
	}
}

TEST(json_mistake, sees_a_zero_byte_in_a_comment) {
	const std::string zero(1, '\0');
	for (const std::string &text :
	     {"{ // a@" + zero + "b\n}", "{ /* a@" + zero + "b */ }", "{} // x@" + zero + "y\n", "{ /* @" + zero})
		expect_mistake(text, "a zero byte in a comment");
}

} // namespace assetc
