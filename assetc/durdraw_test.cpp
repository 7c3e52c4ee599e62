// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "durdraw.h"

#include "reel.h"
#include "test_folder.h"
#include "text.h"

namespace assetc {
namespace {

// A drawing of two columns and two rows, of one frame.
std::string drawing(int version, const std::string &colors, const std::string &map,
		    const std::string &contents = R"("ab", "cd")", const std::string &more = "") {
	return R"({"DurMovie": {"formatVersion": )" + std::to_string(version) + R"(, "colorFormat": ")" + colors +
	       R"(", "encoding": "utf-8", "name": "", "framerate": 4.0, "sizeX": 2, "sizeY": 2, )" + more +
	       R"("frames": [{"frameNumber": 1, "delay": 0, "contents": [)" + contents + R"(], "colorMap": )" + map +
	       "}]}}";
}

animation read(const std::string &text) {
	return read_durdraw(input("a.dur", text), {});
}

grid drawn(const std::string &text) {
	return reel(read(text)).at(0);
}

// The colours of the top left cell, as one pair in all places of the map gives them.
cell painted(int version, const std::string &colors, const std::string &pair) {
	return drawn(drawing(version, colors, "[[" + pair + "," + pair + "],[" + pair + "," + pair + "]]")).at(0, 0);
}

cell with(color ink, color paper) {
	return {U'a', ink, paper};
}

TEST(durdraw, has_colors_column_by_column) {
	const auto shown = drawn(drawing(7, "16", "[[[5,0],[3,0]],[[2,0],[15,0]]]"));
	EXPECT_EQ(shown.at(0, 0), (cell{U'a', color::indexed(1), {}}));
	EXPECT_EQ(shown.at(0, 1), (cell{U'c', color::indexed(2), {}}));
	EXPECT_EQ(shown.at(1, 0), (cell{U'b', color::indexed(4), {}}));
	EXPECT_EQ(shown.at(1, 1), (cell{U'd', color::indexed(11), {}}));
}

TEST(durdraw, has_colors_row_by_row_since_version_8) {
	auto text = drawing(8, "16", "[[[5,0],[3,0]],[[2,0],[15,0]]]");
	text.replace(text.find("sizeX"), 5, "columns");
	text.replace(text.find("sizeY"), 5, "lines");
	const auto shown = drawn(text);
	EXPECT_EQ(shown.at(1, 0), (cell{U'b', color::indexed(2), {}}));
	EXPECT_EQ(shown.at(0, 1), (cell{U'c', color::indexed(4), {}}));
}

TEST(durdraw, has_sixteen_colors) {
	EXPECT_EQ(painted(7, "16", "[1,1]"), with(color::indexed(0), color::indexed(4)));
	EXPECT_EQ(painted(7, "16", "[8,7]"), with(color::indexed(7), color::indexed(7)));
	EXPECT_EQ(painted(7, "16", "[16,6]"), with(color::indexed(15), color::indexed(3)));
	EXPECT_EQ(painted(7, "16", "[9,8]"), with(color::indexed(8), {}));
	EXPECT_EQ(painted(7, "16", "[189,-1]"), with({}, {}));
	EXPECT_EQ(painted(7, "16", "[0,0]"), with({}, {}));
}

TEST(durdraw, has_256_colors) {
	EXPECT_EQ(painted(7, "256", "[1,0]"), with(color::indexed(4), {}));
	EXPECT_EQ(painted(7, "256", "[12,3]"), with(color::indexed(9), color::indexed(3)));
	EXPECT_EQ(painted(7, "256", "[16,200]"), with(color::indexed(16), color::indexed(200)));
	EXPECT_EQ(painted(7, "256", "[255,-1]"), with(color::indexed(255), {}));
	EXPECT_EQ(painted(7, "256", "[256,256]"), with({}, {}));
}

TEST(durdraw, knows_the_colors_of_old_versions) {
	EXPECT_EQ(painted(5, "16", "[1,0]"), with(color::indexed(7), {}));
	EXPECT_EQ(painted(5, "16", "[15,7]"), with(color::indexed(9), color::indexed(1)));
	EXPECT_EQ(painted(6, "16", "[9,1]"), with(color::indexed(15), color::indexed(7)));
	const auto high = drawn(drawing(5, "256", "[[[1,0],[200,0]],[[7,0],[9,0]]]"));
	EXPECT_EQ(high.at(0, 0).ink, color::indexed(7));
	EXPECT_EQ(high.at(0, 1).ink, color::indexed(200));
	EXPECT_EQ(high.at(1, 0).ink, color::indexed(1));
	EXPECT_EQ(high.at(1, 1).ink, color::indexed(9));
}

TEST(durdraw, needs_no_whole_map) {
	for (const auto *map : {"[]", "null", "[[]]", "[[[1]]]", "[[[\"a\",1]]]", "7", "[[[5,0]]]"})
		EXPECT_EQ(drawn(drawing(7, "16", map)).at(1, 1), (cell{U'd', {}, {}})) << map;
}

TEST(durdraw, is_as_large_as_it_says) {
	const auto shown = drawn(drawing(7, "16", "[]", R"("abc", "漢", "d")"));
	EXPECT_EQ(shown.columns, 2);
	EXPECT_EQ(shown.rows, 2);
	EXPECT_EQ(shown.at(1, 0).glyph, U'b');
	EXPECT_EQ(shown.at(0, 1).glyph, U'漢');
	EXPECT_EQ(shown.at(1, 1).glyph, wide_tail);
	EXPECT_EQ(drawn(drawing(7, "16", "[]", R"("a漢")")).at(1, 0).glyph, U' ');
}

TEST(durdraw, holds_frames_as_they_say_or_at_the_frame_rate) {
	auto text = drawing(7, "16", "[]");
	EXPECT_EQ(read(text).frames.front().hold, std::chrono::milliseconds(250));
	text.replace(text.find("\"delay\": 0"), 10, "\"delay\": 1.5");
	EXPECT_EQ(read(text).frames.front().hold, std::chrono::milliseconds(1500));
}

TEST(durdraw, shows_the_glyphs_of_a_pc) {
	auto text = drawing(7, "16", "[]", "\"\\u0001\\u001b\", \"\\u007f\xc2\x9c\"");
	EXPECT_EQ(said_by([&] { read(text); }).what, "control character U+0001 may not be part of the text");
	text.replace(text.find("utf-8"), 5, "cp437");
	const auto shown = drawn(text);
	EXPECT_EQ(shown.at(0, 0).glyph, U'☺');
	EXPECT_EQ(shown.at(1, 0).glyph, U'←');
	EXPECT_EQ(shown.at(0, 1).glyph, U'⌂');
	EXPECT_EQ(shown.at(1, 1).glyph, U'£');
}

std::string fault(const std::string &from, const std::string &to) {
	auto text = drawing(7, "16", "[]");
	text.replace(text.find(from), from.size(), to);
	return said_by([&] { read(text); }).what;
}

TEST(durdraw, tells_what_is_wrong) {
	EXPECT_EQ(fault("Version\": 7", "Version\": 9"), "formatVersion must be a whole number from 0 to 8, not 9");
	EXPECT_EQ(fault("\"sizeX\": 2", "\"sizeX\": 1e9"),
		  "sizeX must be a whole number from 1 to 1000, not 1000000000.0");
	EXPECT_EQ(fault("sizeY", "sizes"), "this drawing has no \"lines\"");
	EXPECT_EQ(fault("4.0", "0"), "framerate must be a positive number, not 0");
	EXPECT_EQ(fault("\"delay\": 0", "\"delay\": -1"), "delay must be a number of seconds from 0 to 3600, not -1");
	EXPECT_EQ(fault("\"frames\"", "\"shots\""), "this drawing has no frames");
	EXPECT_EQ(fault("contents", "content"), "this frame has no \"contents\"");
	EXPECT_EQ(fault("\"ab\"", "7"), "an entry of contents must be text in double quotes, not 7");
}

} // namespace
} // namespace assetc
