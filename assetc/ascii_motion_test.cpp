// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "ascii_motion.h"

#include "test_folder.h"

namespace assetc {
namespace {

using namespace std::chrono_literals;

const color red = color::rgb(255, 0, 0);
const color blue = color::rgb(0, 0, 255);
const color white = color::rgb(255, 255, 255);

animation read(const std::string &frames, const std::string &canvas = "",
	       const std::string &more = ", \"animation\": { \"frameRate\": 10, \"looping\": true }") {
	return read_ascii_motion(input("a.json", "{ \"canvas\": { \"width\": 4, \"height\": 2" + canvas + " }" + more +
							 ", \"frames\": [ " + frames + " ] }"),
				 {});
}

animation read_session(const std::string &cells, const std::string &canvas = "") {
	return read_ascii_motion(
		input("a.asciimtn", "{ \"version\": \"1.0.0\", \"name\": \"A cat\", \"canvas\": { \"width\": 4, "
				    "\"height\": 2" +
					    canvas +
					    " }, \"animation\": { \"frames\": [ { \"duration\": 33.333, \"data\": { " +
					    cells + " } } ], \"looping\": false } }"),
		{});
}

const grid &cells(const animation &of, std::size_t frame = 0) {
	return std::get<grid>(of.frames.at(frame).content);
}

TEST(ascii_motion, reads_rows_as_text_and_as_an_array) {
	const auto got = read("{ \"content\": \"ab\\n c\", \"duration\": 33.333 }, { \"content\": [\"x\"] }");
	ASSERT_EQ(cells(got).columns, 4);
	ASSERT_EQ(cells(got).rows, 2);
	EXPECT_EQ(cells(got).at(1, 0).glyph, U'b');
	EXPECT_EQ(cells(got).at(1, 1).glyph, U'c');
	EXPECT_EQ(cells(got, 1).at(0, 0).glyph, U'x');
	EXPECT_EQ(got.frames[0].hold, 33'333us);
	EXPECT_EQ(got.frames[1].hold, 100ms) << "by the frame rate";
	EXPECT_EQ(got.loops, std::nullopt);
}

TEST(ascii_motion, reads_colours_in_both_forms) {
	for (const std::string colors :
	     {R"("foreground": { "1,0": "#ff0000" }, "background": { "0,0": "#0000FF" })",
	      R"("foreground": "{\"1,0\":\"#ff0000\"}", "background": "{\"0,0\":\"#0000FF\"}")"}) {
		const auto got = read("{ \"content\": \"ab\", \"colors\": { " + colors + " } }");
		EXPECT_EQ(cells(got).at(1, 0), (cell{U'b', red, {}}));
		EXPECT_EQ(cells(got).at(0, 0), (cell{U'a', white, blue})) << "white on blue stays white";
		EXPECT_EQ(cells(got).at(2, 0), cell{});
	}
}

TEST(ascii_motion, counts_glyphs_not_columns) {
	const auto got =
		read(R"({ "content": "日a", "colors": { "foreground": { "0,0": "#ff0000", "1,0": "#0000ff" } } })");
	EXPECT_EQ(cells(got).at(0, 0), (cell{U'日', red, {}}));
	EXPECT_EQ(cells(got).at(1, 0), (cell{wide_tail, red, {}}));
	EXPECT_EQ(cells(got).at(2, 0), (cell{U'a', blue, {}}));
}

TEST(ascii_motion, paints_the_canvas_unless_it_is_black_or_none) {
	EXPECT_EQ(cells(read("{ \"content\": \"a\" }", ", \"backgroundColor\": \"#000000\"")).at(0, 0),
		  (cell{U'a', {}, {}}));
	EXPECT_EQ(cells(read("{ \"content\": \"a\" }", ", \"backgroundColor\": \"transparent\"")).at(3, 1), cell{});
	const auto blue_paper = read("{ \"content\": \"a\" }", ", \"backgroundColor\": \"#0000ff\"");
	EXPECT_EQ(cells(blue_paper).at(3, 1).paper, blue);
	EXPECT_EQ(cells(blue_paper).at(0, 0).ink, white);
}

TEST(ascii_motion, reads_sessions) {
	const auto got = read_session(R"("1,0": { "char": "x", "color": "#ff0000", "bgColor": "transparent" },
		"0,1": { "char": "y", "color": "#FFFFFF", "bgColor": "#0000ff" }, "3,1": { "char": "日" })",
				      ", \"canvasBackgroundColor\": \"#000000\"");
	EXPECT_EQ(cells(got).at(1, 0), (cell{U'x', red, {}}));
	EXPECT_EQ(cells(got).at(0, 1), (cell{U'y', white, blue}));
	EXPECT_EQ(cells(got).at(3, 1).glyph, U' ') << "half of it would be outside";
	EXPECT_EQ(got.frames[0].hold, 33'333us);
	EXPECT_EQ(got.loops, 1);
	EXPECT_EQ(got.title, "A cat");
}

TEST(ascii_motion, breaks_no_wide_glyph) {
	const auto got =
		cells(read_session(R"("1,0": { "char": "漢" }, "0,0": { "char": "字" }, "3,0": { "char": "X" })"));
	EXPECT_EQ(got.at(0, 0).glyph, U'字');
	EXPECT_EQ(got.at(1, 0).glyph, wide_tail);
	EXPECT_EQ(got.at(2, 0).glyph, U' ');
	EXPECT_EQ(got.at(3, 0).glyph, U'X');
}

TEST(ascii_motion, tells_what_is_wrong_and_where) {
	const auto pointer = [](const std::string &frame) { return said_by([&] { read(frame); }).where.pointer; };
	const std::string colors = "{ \"content\": \"a\", \"colors\": { \"foreground\": ";
	EXPECT_EQ(pointer("{ }"), "/frames/0");
	EXPECT_EQ(pointer("{ \"content\": 1 }"), "/frames/0/content");
	EXPECT_EQ(pointer("{ \"content\": \"a\\u001b[m\" }"), "/frames/0/content");
	EXPECT_EQ(pointer("{ \"content\": [\"a\", \"\\t\"] }"), "/frames/0/content/1");
	EXPECT_EQ(pointer("{ \"content\": \"a\", \"duration\": -1 }"), "/frames/0/duration");
	EXPECT_EQ(pointer("{ \"content\": \"" + std::string(1001, 'a') + "\" }"), "/frames/0/content");
	EXPECT_EQ(pointer(colors + "{ \"0,0\": \"crimson\" } } }"), "/frames/0/colors/foreground/0,0");
	EXPECT_EQ(pointer(colors + "[] } }"), "/frames/0/colors/foreground");
	EXPECT_EQ(pointer(colors + "\"{ 0,0\" } }"), "/frames/0/colors/foreground");
	EXPECT_EQ(pointer(colors + "\"[]\" } }"), "/frames/0/colors/foreground");
}

TEST(ascii_motion, refuses_places_outside_the_canvas) {
	for (const std::string place :
	     {"4,0", "0,2", "-1,0", "0", "0,", ",0", "a,b", "0,0,0", "99999999999,0", "0;0", ""})
		EXPECT_EQ(said_by([&] {
				  read("{ \"content\": \"a\", \"colors\": { \"foreground\": { \"" + place +
				       "\": \"#ff0000\" } } }");
			  }).what,
			  quote(place) + " is no place on a canvas of 4x2");
	EXPECT_EQ(said_by([] { read_session(R"("9,9": { "char": "x" })"); }).what,
		  "\"9,9\" is no place on a canvas of 4x2");
}

TEST(ascii_motion, refuses_a_canvas_of_no_size) {
	const auto pointer = [](const std::string &canvas) {
		return said_by([&] {
			       read_ascii_motion(input("a.json", "{ \"canvas\": " + canvas + ", \"frames\": [] }"), {});
		       })
			.where.pointer;
	};
	EXPECT_EQ(pointer("{ \"width\": 0, \"height\": 1 }"), "/canvas/width");
	EXPECT_EQ(pointer("{ \"width\": 4, \"height\": 100000 }"), "/canvas/height");
	EXPECT_EQ(pointer("{ \"width\": 4, \"height\": 4, \"backgroundColor\": \"red\" }"), "/canvas/backgroundColor");
	EXPECT_EQ(pointer("{ \"width\": 4, \"height\": 4 }"), "/frames");
}

TEST(ascii_motion, tells_what_is_missing) {
	const auto pointer = [](const std::string &document) {
		return said_by([&] { read_ascii_motion(input("a.json", document), {}); }).where.pointer;
	};
	EXPECT_EQ(pointer("{ \"canvas\": { \"height\": 1 }, \"frames\": [] }"), "/canvas/width");
	EXPECT_EQ(pointer("{ \"canvas\": { \"width\": 1, \"height\": 1 } }"), "/animation/frames");
	EXPECT_EQ(pointer("{ }"), "");
}

TEST(ascii_motion, does_not_fill_the_memory) {
	const std::string canvas = "\"canvas\": { \"width\": 1000, \"height\": 1000 }";
	const std::string frame = "{ \"content\": \"a\" }";
	reading told;
	told.at_most.cells = 2'000'000;
	const auto said = said_by([&] {
		read_ascii_motion(input("a.json", "{ " + canvas + ", \"frames\": [ " + frame + ", " + frame + ", " +
							  frame + " ] }"),
				  told);
	});
	EXPECT_EQ(said.what, "its frames have more than 2 million cells together");
}

TEST(ascii_motion, says_how_to_export_layers) {
	const auto said = said_by(
		[] { read_ascii_motion(input("a", "{ \"canvas\": {}, \"timeline\": {}, \"layers\": [] }"), {}); });
	EXPECT_EQ(said.hint, "export it from ASCII Motion as JSON");
}

TEST(ascii_motion, paints_behind_a_wide_glyph) {
	const auto got = read("{ \"content\": \"漢\", \"colors\": { \"background\": { \"1,0\": \"#ff0000\" } } }");
	EXPECT_EQ(cells(got).at(1, 0).paper, color{});
	EXPECT_EQ(cells(got).at(2, 0).paper, red);
	EXPECT_EQ(cells(got).at(3, 0).paper, color{});
}

} // namespace
} // namespace assetc
