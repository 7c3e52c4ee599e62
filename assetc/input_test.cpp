// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "input.h"

#include "test_folder.h"

namespace assetc {
namespace {

TEST(input, that_is_a_document_has_a_root) {
	input of("a", "\n { \"frames\":\n[] }\n");
	ASSERT_TRUE(of.root());
	EXPECT_TRUE(of.root()->contains("frames"));
	EXPECT_EQ(of.first_value(), of.root());
	EXPECT_EQ(of.bytes().size(), 19u);
	EXPECT_EQ(of.take_bytes().size(), 19u);
}

TEST(input, on_one_line_is_a_document) {
	EXPECT_TRUE(input("a", "{\"frames\":[]}\n\n").root());
	EXPECT_TRUE(input("a", "{\"frames\":[]}").root());
}

TEST(input, of_json_lines_is_not_read_beyond_the_first) {
	input of("a", "\xef\xbb\xbf{\"version\":2}\r\n[1, \"o\", \"\n this is no JSON at all");
	EXPECT_FALSE(of.root());
	ASSERT_TRUE(of.first_value());
	EXPECT_EQ((*of.first_value())["version"], 2);
	EXPECT_TRUE(of.bytes().ends_with("at all"));
}

TEST(input, of_text_is_no_json) {
	input of("a", "(o o)\n");
	EXPECT_FALSE(of.means_json());
	EXPECT_FALSE(of.root());
	EXPECT_FALSE(of.first_value());
	EXPECT_EQ(of.take_bytes(), "(o o)\n");
}

TEST(input, that_is_named_text_may_begin_with_a_bracket) {
	EXPECT_FALSE(input("owl.txt", "\n{o,o}\n|)__)\n").means_json());
	EXPECT_FALSE(input("owl.txt", "{\n  o }\n").means_json());
	EXPECT_TRUE(input("owl", "{o,o}\n").means_json());
	for (const auto *json : {"{\n \"frames\": [] }", "{}", "{ // frames", "{"})
		EXPECT_TRUE(input("a.txt", json).means_json()) << json;
}

TEST(input, that_is_broken_json_is_told_where) {
	EXPECT_EQ(said_by([] { input("a", "{ \"a\": 1,\n  b }").root(); }).where.line, 2);
	EXPECT_EQ(said_by([] { input("a.json", "parrot").root(); }).where.line, 1);
	EXPECT_EQ(said_by([] { input("a", "{\"a\":1,\"a\":2}\n[]").first_value(); }).where.column, 8);
}

TEST(input, gives_its_document_once_asked_or_not) {
	EXPECT_EQ(input("a", "[1]").take_document().root[0], 1);
	input asked("a", "{\"a\":1}");
	asked.root();
	EXPECT_EQ(asked.take_document().root["a"], 1);
	EXPECT_THROW(input("a", "o").take_document(), error);
}

TEST(find_member, finds_nothing_where_there_is_none) {
	const auto object = json::parse("{\"a\":1,\"b\":null}");
	EXPECT_EQ(*find_member(&object, "a"), 1);
	EXPECT_FALSE(find_member(&object, "b"));
	EXPECT_FALSE(find_member(&object, "c"));
	EXPECT_FALSE(find_member(&object["a"], "c"));
	EXPECT_FALSE(find_member(nullptr, "c"));
}

TEST(input, may_end_with_a_comment) {
	input from("a.json", "{\"frames\": []}\n// made by me\n");
	ASSERT_NE(from.root(), nullptr);
	EXPECT_TRUE(from.root()->contains("frames"));
	input lines("a.cast", "{\"version\": 2}\n# a comment of lines\n[1, \"o\", \"a\"]\n");
	EXPECT_EQ(lines.root(), nullptr);
	EXPECT_NE(lines.first_value(), nullptr);
}

} // namespace
} // namespace assetc
