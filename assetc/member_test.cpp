// SPDX-License-Identifier: GPL-2.0-or-later
#include "member.h"

#include "test_folder.h"

namespace assetc {
namespace {

constexpr std::size_t first = 0;

json_text document(const std::string &text) {
	return parse_json("a.json", text);
}

TEST(member, knows_its_way) {
	auto text = document("{ \"frames\": [ {}, { \"hold_ms\": 70 } ] }");
	const auto hold = member(text)["frames"][1]["hold_ms"];
	EXPECT_EQ(hold.pointer, "/frames/1/hold_ms");
	EXPECT_EQ(hold.name(), "hold_ms");
	EXPECT_EQ(*hold.value, 70);
	EXPECT_TRUE(member(text).has("frames"));
	EXPECT_FALSE(member(text).has("hold_ms"));
}

TEST(member, adds_nothing_when_it_is_asked_for_what_is_not_there) {
	auto text = document("{ \"frames\": [7] }");
	const auto frames = member(text)["frames"];
	EXPECT_TRUE(member(text)["image"].value->is_null());
	EXPECT_TRUE(frames["image"].value->is_null());
	EXPECT_EQ(text.root.size(), 1u);
	EXPECT_EQ(*frames[first].value, 7);
}

TEST(member, says_what_it_must_be) {
	auto text = document("{ \"a\": [7] }");
	EXPECT_EQ(said_by([&] { must_be(member(text)["a"], "nice"); }).what, "a must be nice, not an array");
	EXPECT_EQ(said_by([&] { must_be(member(text)["a"][first], "nice"); }).what,
		  "an entry of a must be nice, not 7");
	EXPECT_EQ(said_by([&] { must_be(member(text), "nice", "smile"); }).what,
		  "the document must be nice, not an object");
	EXPECT_EQ(said_by([&] { must_be(member(text)["a"][first], "nice"); }).where.column, 9);
}

TEST(text_member, has_no_faults) {
	auto text = document("{ \"a\": \"good\", \"b\": 7, \"c\": \"\\u00e9\\u001b[m\" }");
	EXPECT_EQ(take_text(member(text)["a"]), "good");
	EXPECT_EQ(said_by([&] { take_text(member(text)["b"]); }).what, "b must be text in double quotes, not 7");
	const auto said = said_by([&] { take_text(member(text)["c"]); });
	EXPECT_EQ(said.what, "an escape sequence may not be part of the text");
	EXPECT_EQ(said.where.column, 36);
}

TEST(array_member, is_not_empty) {
	auto text = document("{ \"a\": [1], \"b\": [], \"c\": {} }");
	EXPECT_EQ(take_array(member(text)["a"]).size(), 1u);
	EXPECT_EQ(said_by([&] { take_array(member(text)["b"]); }).what, "b must not be empty");
	EXPECT_EQ(said_by([&] { take_array(member(text)["c"], "so"); }).hint, "so");
}

TEST(integer_member, is_whole_and_within_its_bounds) {
	auto text = document("{ \"a\": [0, 9, -1, 10, 1.0, 18446744073709551615, 1e30, \"7\", \"x\", null] }");
	const auto all = member(text)["a"];
	EXPECT_EQ(take_integer(all[first], 0, 9), 0);
	EXPECT_EQ(take_integer(all[1], 0, 9), 9);
	for (std::size_t wrong = 2; wrong < 10; ++wrong)
		EXPECT_EQ(said_by([&] { take_integer(all[wrong], 0, 9); }).what.substr(0, 49),
			  "an entry of a must be a whole number from 0 to 9,");
	EXPECT_EQ(said_by([&] { take_integer(all[7], 0, 9); }).hint, "write 7, without the quotes");
	EXPECT_EQ(said_by([&] { take_integer(all[8], 0, 9, "so"); }).hint, "so");
}

TEST(number_member, is_positive) {
	auto text = document("{ \"a\": 0.5, \"b\": 0, \"c\": -0.1, \"d\": \"0.5\", \"e\": \"fast\" }");
	EXPECT_EQ(take_positive_number(member(text)["a"], ""), 0.5);
	for (const auto wrong : {"b", "c", "d", "e"})
		EXPECT_EQ(said_by([&] { take_positive_number(member(text)[wrong], "so"); }).what.substr(1, 26),
			  " must be a positive number");
	EXPECT_EQ(said_by([&] { take_positive_number(member(text)["d"], "so"); }).hint,
		  "write 0.5, without the quotes");
	EXPECT_EQ(said_by([&] { take_positive_number(member(text)["e"], "so"); }).hint, "so");
}

TEST(keys, are_known_or_else_meant) {
	const auto hint_for = [](const std::string &key) {
		auto text = document("{ \"art\": 1, \"" + key + "\": 2 }");
		const auto said = said_by([&] { check_keys(member(text), {"art", "hold_ms", "palette", "loops"}); });
		EXPECT_EQ(said.where.column, 13);
		return said.hint;
	};
	EXPECT_EQ(hint_for("hold_mss"), "did you mean \"hold_ms\"?");
	EXPECT_EQ(hint_for("interval"), "did you mean \"hold_ms\"?");
	EXPECT_EQ(hint_for("duration"), "did you mean \"hold_ms\"?");
	EXPECT_EQ(hint_for("repeat"), "did you mean \"loops\"?");
	EXPECT_EQ(hint_for("image"), "known here: art, hold_ms, palette, loops");
	EXPECT_EQ(hint_for("wings"), "known here: art, hold_ms, palette, loops");
	EXPECT_EQ(hint_for(""), "known here: art, hold_ms, palette, loops");
}

TEST(keys, of_what_is_no_object_are_refused) {
	auto text = document("[1]");
	EXPECT_EQ(said_by([&] { check_keys(member(text), {"a"}); }).what,
		  "the document must be an object, not an array");
}

TEST(member, is_called_as_it_stands_in_the_document) {
	auto document = parse_json("a.json", R"({ "a/b~c": 1, "d/e": [1] })");
	const member root(document);
	EXPECT_EQ(root["a/b~c"].name(), "a/b~c");
	EXPECT_EQ(said_by([&] { must_be(root["a/b~c"], "text"); }).what, "a/b~c must be text, not 1");
	EXPECT_EQ(said_by([&] { must_be(root["d/e"][0], "text"); }).what, "an entry of d/e must be text, not 1");
}

} // namespace
} // namespace assetc
