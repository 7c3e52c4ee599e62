// SPDX-License-Identifier: GPL-2.0-or-later
#include "json_text.h"

#include "test_folder.h"

namespace assetc {
namespace {

// Parses the text without its @ and expects what is named by the pointer to stand where the @ stood.
void expect_at(std::string text, std::string_view pointer, json_part part = json_part::value) {
	const auto before = text.substr(0, text.find('@'));
	text.erase(before.size(), 1);
	const auto where = locate(parse_json("a.json", text), pointer, part);
	const auto line_start = before.rfind('\n') + 1; // npos + 1 is 0
	EXPECT_EQ(where.file, "a.json");
	EXPECT_EQ(where.line, 1 + std::count(before.begin(), before.end(), '\n')) << text;
	EXPECT_EQ(where.column, static_cast<int>(before.size() - line_start) + 1) << text;
	EXPECT_EQ(where.pointer, pointer);
	EXPECT_EQ(where.source_line, text.substr(line_start, text.find('\n', line_start) - line_start));
}

// Of a string value, the byte at the offset must come from where the @ stood.
void expect_in_string(std::string text, std::string_view pointer, std::size_t offset, int column) {
	EXPECT_EQ(locate_in_string(parse_json("a.json", text), pointer, offset).column, column) << text;
}

TEST(json_text, keeps_the_order_of_keys) {
	const auto document = parse_json("a.json", "{ \"z\": 1, \"a\": 2, \"m\": 3 }");
	std::string keys;
	for (const auto &[key, value] : document.root.items())
		keys += key;
	EXPECT_EQ(keys, "zam");
}

TEST(json_text, has_every_kind_of_value) {
	const auto document =
		parse_json("a.json", "[null, true, -1, 18446744073709551615, 0.5, \"\\u00e9\\ud83e\\udd9c\", [], {}]");
	EXPECT_EQ(document.root.dump(), "[null,true,-1,18446744073709551615,0.5,\"\u00e9\U0001f99c\",[],{}]");
}

TEST(json_text, may_have_comments_and_a_byte_order_mark) {
	EXPECT_EQ(parse_json("a", "\xef\xbb\xbf// one\n{ /* two \" */ \"a\": 1 } // three").root["a"], 1);
}

TEST(json_text, finds_values) {
	expect_at("@{ \"a\": 1 }", "");
	expect_at("{ \"a\": @1 }", "/a");
	expect_at("{ \"a\": [1, 2,\n @3] }", "/a/2");
	expect_at("{ \"a\": { \"b\": [[], {}, @\"c\"] } }", "/a/b/2");
	expect_at("{\"a\":[{\"b\":[1,{\"c\":true}]},null],\"d\":@-1.5e3}", "/d");
	expect_at("[0,1,2,3,4,5,6,7,8,9,@10,11]", "/10");
}

TEST(json_text, finds_values_of_every_kind_whatever_is_around_them) {
	for (const std::string value : {"null", "true", "false", "0", "-12.5e+3", R"("a\\")", "[]", "{}", "[[1], 2]"})
		for (const std::string before : {"", " ", "/* 3 */", "\t"})
			for (const std::string after : {"", " ", "//4\n"}) {
				const auto member = R"({"a":)" + before, element = "[5," + before;
				const auto in_object = parse_json("a", member + value + after + "}");
				EXPECT_EQ(locate(in_object, "/a").column, member.size() + 1) << in_object.text;
				const auto in_array = parse_json("a", element + value + after + "]");
				EXPECT_EQ(locate(in_array, "/1").column, element.size() + 1) << in_array.text;
				const auto alone = parse_json("a", before + value + after);
				EXPECT_EQ(locate(alone, "").column, before.size() + 1) << alone.text;
			}
}

TEST(json_text, finds_keys) {
	expect_at("{ \"a\": 1, @\"b\": 2 }", "/b", json_part::key);
	expect_at("{ \"a\": { \"b\": 1 },\n\t@\"b\": 2 }", "/b", json_part::key);
	expect_at("{ \"a\": [{ @\"b\": 1 }] }", "/a/0/b", json_part::key);
}

TEST(json_text, finds_its_way_around_comments) {
	expect_at("// \"a\": 0\n{ /* \"a\": 0 , */ \"x\" /* } */ : 1 /* ] */ , // {\n \"a\": /* 7 */ @8 }", "/a");
	expect_at("/**/[ /*/ 1, */ 2, // 3,\n/***/ @4 ]", "/1");
	expect_at("// carriage returns alone end comments too\r{ \"a\": @1 }", "/a");
	expect_at("{ \"a\": 1// b\n, \"c\": @2 }", "/c");
	expect_at("{ \"a\": [1/**/,/**/2/**/], \"c\": @2 }", "/c");
}

TEST(json_text, finds_its_way_around_strings) {
	expect_at("{ \"a\\\"},{\": \"]\\\\\", \"b\": @1 }", "/b");
	expect_at("[ \"// no comment\", \"/*\", @1 ]", "/2");
	expect_at("{ \"\\u0061\": @1 }", "/a");
	expect_at("{ \"\\ud83e\\udd9c\": @1 }", "/\U0001f99c");
	expect_at("{ \"\\u00e9\\u0061\": 1, \"b\": @1 }", "/b");
}

TEST(json_text, finds_what_odd_keys_name) {
	expect_at("{ \"a/b\": 1, \"a~b\": @2 }", "/a~0b");
	expect_at("{ \"a/b\": @1, \"a~b\": 2 }", "/a~1b");
	expect_at("{ \"\": @1 }", "/");
	expect_at("{ \"~1\": @1 }", child("", "~1"));
	expect_at("{ \"0\": @1 }", "/0");
}

TEST(json_text, finds_characters_in_strings) {
	expect_in_string("[\"abc\"]", "/0", 0, 3);
	expect_in_string("[\"abc\"]", "/0", 2, 5);
	expect_in_string("[\"\\u001b[\"]", "/0", 0, 3);
	expect_in_string("[\"\\u001b[\"]", "/0", 1, 9);
	expect_in_string("[\"\u00e9\u00e9x\"]", "/0", 4, 5);
	expect_in_string("[\"\\ud83e\\udd9cx\"]", "/0", 4, 15);
	expect_in_string("[\"\\u00e9\\u00e9x\"]", "/0", 2, 9);
	expect_in_string("[\"\\\\\\n\"]", "/0", 1, 5);
}

TEST(json_text, refuses_a_key_that_stands_twice) {
	const auto said = said_by(
		[] { parse_json("a.json", "{ \"a\": \"a\", // \"a\": 1\n \"b\": { \"a\": 1 },\n  \"\\u0061\": 2"); });
	EXPECT_EQ(said.where.line, 3);
	EXPECT_EQ(said.where.column, 3);
	EXPECT_EQ(said.what, "\"a\" stands here a second time");
}

TEST(json_text, refuses_a_second_key_that_nothing_follows) {
	for (const std::string text : {"{ \"a\": 1, \"a\"", "{ \"a\": 1, \"a\" \"b\": 2 }", "{ \"a\": 1, \"a\" ]:\""}) {
		const auto said = said_by([&] { parse_json("a.json", text); });
		EXPECT_EQ(said.where.column, 11) << text;
		EXPECT_EQ(said.what, "\"a\" stands here a second time") << text;
	}
}

TEST(json_text, ends_a_comment_where_the_parser_does) {
	const std::string text("{ \"a\": // c\0 1, \"a\": 2 }", 24);
	EXPECT_EQ(said_by([&] { parse_json("a.json", text); }).where.column, 17);
}

TEST(json_text, refuses_a_second_key_in_an_inner_object) {
	const auto said = said_by(
		[] { parse_json("a.json", "[ { \"a\": 1 }, { \"a\": [ { \"a\": 1 } ], \"b\": 1, \"b\": 2 } ]"); });
	EXPECT_EQ(said.where.column, 46);
}

TEST(json_text, refuses_a_second_key_among_many) {
	std::string text = "{";
	for (int i = 0; i < 100'000; ++i)
		text += "\"" + std::to_string(i) + "\": 1,";
	EXPECT_EQ(parse_json("a", text + "\"x\": 1 }").root.size(), 100'001u); // within the patience of a test
	EXPECT_EQ(said_by([&] { parse_json("a", text + "\"7\": 1 }"); }).what, "\"7\" stands here a second time");
	EXPECT_EQ(said_by([&] { parse_json("a", text + "\"99999\": 1 }"); }).where.column,
		  static_cast<int>(text.size()) + 1);
}

TEST(json_text, refuses_values_that_are_too_deep) {
	const std::string hundred(100, '['), closing(100, ']');
	EXPECT_NO_THROW(parse_json("a", hundred + closing));
	EXPECT_EQ(said_by([&] { parse_json("a", "[" + hundred + closing + "]"); }).what,
		  "values nested deeper than 100");
	EXPECT_EQ(said_by([&] { parse_json("a", std::string(10'000'000, '[')); }).what,
		  "values nested deeper than 100");
}

TEST(json_text, tells_where_it_is_no_json) {
	const auto said = said_by([] { parse_json("a.json", "{\n  \"a\": 1,\n}"); });
	EXPECT_EQ(said.where.line, 2);
	EXPECT_EQ(said.where.column, 9);
	EXPECT_EQ(said.what, "a comma with nothing after it");
}

TEST(pointer, escapes_keys) {
	EXPECT_EQ(child("", "a"), "/a");
	EXPECT_EQ(child("/a", "b/c~d"), "/a/b~1c~0d");
	EXPECT_EQ(child("/a", std::size_t{12}), "/a/12");
}

TEST(json_text, shows_what_a_missing_member_is_missing_from) {
	const auto document = parse_json("a.json", "{ \"a\": [ { \"b\": 1 } ], \"c\": {}, \"d\": [] }");
	const auto column = [&](const std::string &pointer) { return locate(document, pointer).column; };
	EXPECT_EQ(column("/a/0/b"), 17);
	EXPECT_EQ(column("/a/0/x"), 10);
	EXPECT_EQ(column("/a/1"), 8);
	EXPECT_EQ(column("/a/0/b/x"), 17);
	EXPECT_EQ(column("/c/x"), 29);
	EXPECT_EQ(column("/d/0/x"), 38);
	EXPECT_EQ(column("/x"), 1);
}

TEST(json_text, looks_for_a_member_in_no_sibling) {
	for (const std::string value : {"5", "-1.5", "null", "true", "\"x\"", "{}", "[]"})
		for (const std::string sibling : {"{ \"x\": 7 }", "[ 7 ]", "7"}) {
			const auto in_object = parse_json("a", "{ \"a\": " + value + ", \"x\": " + sibling + " }");
			EXPECT_EQ(locate(in_object, "/a/x").column, 8) << in_object.text;
			const auto in_array = parse_json("a", "[ " + value + ", " + sibling + ", " + sibling + " ]");
			EXPECT_EQ(locate(in_array, "/0/0").column, 3) << in_array.text;
			const auto last = parse_json("a", "[ { \"a\": " + value + " }, " + sibling + " ]");
			EXPECT_EQ(locate(last, "/0/a/x").column, 10) << last.text;
		}
}

TEST(json_text, does_not_count_a_byte_order_mark) {
	const auto document = parse_json("a.json", "\xef\xbb\xbf{\"a\": 5}");
	const auto where = locate(document, "/a");
	EXPECT_EQ(where.column, 7);
	EXPECT_EQ(where.source_line, "{\"a\": 5}");
}

} // namespace
} // namespace assetc
