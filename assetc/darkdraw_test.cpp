// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "darkdraw.h"

#include "reel.h"
#include "test_folder.h"
#include "text.h"

namespace assetc {
namespace {

animation read(const std::string &text) {
	return read_darkdraw(input("a.ddw", text), {});
}

std::string glyphs(const grid &of) {
	std::string text;
	for (int row = 0; row < of.rows; ++row) {
		text += row == 0 ? "" : "/";
		for (int column = 0; column < of.columns; ++column)
			append_glyph(text, of, of.at(column, row));
	}
	return text;
}

// All frames.
std::string glyphs(const std::string &text) {
	const reel shown(read(text));
	std::string all;
	for (std::size_t i = 0; i < shown.frames(); ++i)
		all += (i == 0 ? "" : " | ") + glyphs(shown.at(i));
	return all;
}

const std::string two_frames = R"({"id": "0", "type": "frame", "x": 0, "y": 0, "duration_ms": 200}
{"id": 1, "type": "frame", "x": null, "duration_ms": null}
)";

TEST(darkdraw, shows_texts_in_their_frames) {
	EXPECT_EQ(glyphs(two_frames + R"({"x": 0, "y": 0, "text": "base"}
{"x": 1, "y": 0, "text": "X", "frame": "0"}
{"x": 3, "y": 1, "text": "漢", "frame": "1"}
)"),
		  "bXse /      | base /   漢");
}

TEST(darkdraw, holds_frames_as_they_say) {
	const auto made = read(two_frames);
	EXPECT_EQ(made.frames[0].hold, std::chrono::milliseconds(200));
	EXPECT_EQ(made.frames[1].hold, std::chrono::milliseconds(100));
}

TEST(darkdraw, can_be_still) {
	EXPECT_EQ(glyphs(R"({"x": 1, "y": 0, "text": "a", "frame": "", "tags": ["b"]})"), " a");
}

TEST(darkdraw, shows_groups_where_they_are_referred_to) {
	EXPECT_EQ(
		glyphs(two_frames +
		       R"({"id": "g", "type": "group", "x": 7, "y": 7, "frame": "none", "rows": [{"x": 0, "y": 0, "text": "ab"}, {"x": 1, "y": 0, "text": "c", "frame": ""}]}
{"id": "h", "type": "group", "frame": "none", "rows": [{"type": "ref", "x": 1, "y": 0, "ref": "g"}]}
{"type": "ref", "x": 1, "y": 0, "frame": "0", "ref": "g"}
{"type": "ref", "x": 1, "y": 0, "frame": "1", "ref": "h"}
{"id": "i", "type": "group", "x": 0, "y": 1, "rows": [{"x": 0, "y": 0, "text": "d"}]}
)"),
		" ac /d    |   ac/d   ");
}

TEST(darkdraw, has_colors) {
	const auto look = [](const std::string &color) {
		return reel(read(R"({"x": 0, "y": 0, "text": "a", "color": ")" + color + "\"}")).at(0).at(0, 0);
	};
	EXPECT_EQ(look("53 on 0"), (cell{U'a', color::indexed(53), color::indexed(0)}));
	EXPECT_EQ(look("bold red"), (cell{U'a', color::indexed(9), {}}));
	EXPECT_EQ(look("underline"), (cell{U'a', {}, {}}));
	EXPECT_EQ(look("reverse 3"), (cell{U'a', color::indexed(0), color::indexed(3)}));
	EXPECT_EQ(look("on 256 #ff0000"), (cell{U'a', {}, {}}));
}

TEST(darkdraw, breaks_no_wide_glyph) {
	EXPECT_EQ(glyphs("{\"x\": 0, \"y\": 0, \"text\": \"漢字\"}\n{\"x\": 1, \"y\": 0, \"text\": \"ab\"}"), " ab ");
}

TEST(darkdraw, does_not_show_what_is_outside) {
	EXPECT_EQ(glyphs("{\"x\": -1, \"y\": 0, \"text\": \"abc\"}\n{\"x\": 0, \"y\": -1, \"text\": \"x\"}"), "bc");
	EXPECT_EQ(glyphs("{\"x\": -1, \"y\": 0, \"text\": \"漢b\"}\n{\"x\": -2, \"y\": 0, \"text\": \"字\"}"), " b");
	EXPECT_EQ(glyphs("{\"x\": -1, \"y\": 0, \"text\": \"漢\"}"), " ");
}

TEST(darkdraw, has_glyphs_of_several_characters) {
	EXPECT_EQ(glyphs(two_frames + "{\"x\": 0, \"y\": 0, \"text\": \"e\u0301o\u0308e\u0301\"}\n"
				      "{\"x\": 1, \"y\": 0, \"frame\": \"1\", \"text\": \"e\u0301\"}"),
		  "e\u0301o\u0308e\u0301 | e\u0301e\u0301e\u0301");
	EXPECT_EQ(glyphs("{\"x\": 0, \"y\": 0, \"text\": \"\u0301\"}"), "\u00a0\u0301");
}

TEST(darkdraw, lets_groups_show_nothing) {
	EXPECT_EQ(glyphs(R"({"id": "g", "type": "group", "frame": "none", "rows": [{"x": 0, "y": 0, "text": "a"}]}
{"id": "g", "type": "group", "rows": [{}, {"x": 1, "text": ""}, {"type": "frame"}]}
{"type": "ref", "ref": "g"}
{"x": 0, "y": 0, "text": "b"}
)"),
		  "b");
}

std::string fault(const std::string &text) {
	const auto said = said_by([&] { read(text); });
	return std::to_string(said.where.line) + ": " + said.what;
}

TEST(darkdraw, tells_what_is_wrong_and_where) {
	EXPECT_EQ(fault(two_frames + "{\"x\": \"a\"}"),
		  "3: x must be a whole number from -1000000 to 1000000, not \"a\"");
	EXPECT_EQ(fault(two_frames + "[]"), "3: this line must be an object, not an empty array");
	EXPECT_EQ(fault(two_frames + "{\"type\": \"ref\", \"ref\": \"g\"}"), "3: there is no group \"g\"");
	EXPECT_EQ(fault("{\"x\": 1000, \"y\": 0, \"text\": \"a\"}"),
		  "0: this drawing has 1001x1 cells; at most 1000x1000 can be shown");
	EXPECT_EQ(fault("{\"type\": \"group\", \"id\": \"g\", \"rows\": [{\"type\": \"ref\", \"ref\": \"g\"}]}"),
		  "1: groups within groups, 20 deep");
}

TEST(darkdraw, tells_where_in_a_group_an_unknown_one_is_named) {
	const auto said = said_by([] {
		read(R"({"id": "g", "type": "group", "rows": [{"text": "a"}]}
# groups:

{}
{"id": "h", "type": "group", "rows": [{}, {"type": "ref", "ref": "g"}, {"rows": [{"type": "ref", "ref": "i"}]}]}
)");
	});
	EXPECT_EQ(said.what, "there is no group \"i\"");
	EXPECT_EQ(said.where.line, 5);
	EXPECT_EQ(said.where.pointer, "/rows/2/rows/0/ref");
}

// Eight groups, each of which is the one before ten times.
std::string multiplied(const std::string &text_of_element) {
	std::string text = "{\"type\": \"group\", \"id\": \"0\", \"rows\": [{\"x\": 0, \"y\": 0, \"text\": \"" +
			   text_of_element + "\"}]}\n";
	for (int i = 0; i < 8; ++i) {
		text += "{\"type\": \"group\", \"id\": \"" + std::to_string(i + 1) +
			"\", \"frame\": \"none\", \"rows\": [";
		for (int j = 0; j < 10; ++j)
			text += std::string(j == 0 ? "" : ",") + "{\"type\": \"ref\", \"ref\": \"" + std::to_string(i) +
				"\"}";
		text += "]}\n";
	}
	return text;
}

TEST(darkdraw, ends_when_groups_multiply) {
	EXPECT_NE(fault(multiplied("a")).find("more than 100000 pieces"), std::string::npos);
	EXPECT_NE(fault(multiplied("")).find("more than 1000000 elements"), std::string::npos);
}

std::string frames(int count) {
	std::string text;
	for (int i = 0; i < count; ++i)
		text += "{\"type\": \"frame\", \"id\": " + std::to_string(i) + "}\n";
	return text;
}

TEST(darkdraw, paints_no_more_than_there_is_time_for) {
	const auto long_text = [](const std::string &only_in) {
		return "{\"x\": -1000000, \"y\": 0, \"frame\": " + only_in + ", \"text\": \"" +
		       std::string(1'000'001, 'a') + "\"}\n";
	};
	const auto marked = [](int marks) {
		std::string text = "{\"text\": \"e";
		for (int i = 0; i < marks; ++i)
			text += "\u0301";
		return text + "\"}\n";
	};
	constexpr auto too_much = "0: what is painted in the frames of this drawing counts for more than 100 million "
				  "characters together";
	EXPECT_EQ(fault(frames(100) + long_text("null")), too_much);
	EXPECT_EQ(fault(frames(100) + marked(100'000)), too_much);
	EXPECT_EQ(glyphs(frames(2) + long_text("1")), "  | a");
}

TEST(darkdraw, paints_what_is_in_a_frame_alone_in_no_other) {
	constexpr int many = 5'000;
	auto text = frames(many);
	for (int i = 0; i < many; ++i)
		text += "{\"text\": \"a\", \"frame\": " + std::to_string(i) + "}\n";
	EXPECT_EQ(read(text).frames.size(), many);
}

TEST(darkdraw, has_the_bounds_of_other_json_in_each_line) {
	const auto nested = [](std::size_t deep) {
		return two_frames + "{\"x\": 0, \"y\": 0, \"text\": \"a\", \"n\": " + std::string(deep, '[') +
		       std::string(deep, ']') + "}";
	};
	EXPECT_NO_THROW(read(nested(99)));
	EXPECT_NE(fault(nested(100)).find("values nested deeper than 100"), std::string::npos);
	EXPECT_NE(fault(nested(300'000)).find("values nested deeper than 100"), std::string::npos);
	EXPECT_EQ(fault(two_frames + "{\"x\": 0, \"x\": 1}"), "3: \"x\" stands here a second time");
}

} // namespace
} // namespace assetc
