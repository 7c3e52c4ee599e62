// SPDX-License-Identifier: GPL-2.0-or-later
#include "native.h"

#include "test_folder.h"
#include "test_reading.h"

namespace assetc {
namespace {

using namespace std::chrono_literals;

animation read(const std::string &text) {
	return read_native(parse_json("a.json", text));
}

animation read_with(const std::string &members) {
	return read("{ " + members +
		    ", \"frames\": [ { \"art\": [\"ab\"] }, { \"art\": [\"cd\"] }, { \"art\": [\"ef\"] } ] }");
}

const text_art &text_of(const animation &from, std::size_t frame) {
	return std::get<text_art>(from.frames.at(frame).content);
}

using rows = std::vector<std::string>;

TEST(native, holds_a_frame_for_a_tenth_of_a_second_unless_told_otherwise) {
	EXPECT_EQ(read_with("\"name\": \"a\"").frames[0].hold, 100ms);
	EXPECT_EQ(read_with("\"hold_ms\": 33.3").frames[2].hold, 33'300us);
	EXPECT_EQ(read_with("\"hold_ms\": 0.001").frames[0].hold, 1us);
	EXPECT_EQ(read_with("\"hold_ms\": 3600000").frames[0].hold, 1h);
}

TEST(native, takes_a_timeline) {
	const auto when = read_with("\"from\": 1, \"to\": 2, \"speed\": 0.5, \"reverse\": true, \"ping_pong\": true, "
				    "\"hold_last_ms\": 900, \"flip\": \"horizontal\", \"idle_limit_ms\": 2500")
				  .when;
	EXPECT_EQ(when.from, 1u);
	EXPECT_EQ(when.to, 2u);
	EXPECT_EQ(when.speed, 0.5);
	EXPECT_EQ(when.reverse, true);
	EXPECT_EQ(when.ping_pong, true);
	EXPECT_EQ(when.hold_last, 900ms);
	EXPECT_EQ(when.flip, mirroring::horizontal);
	EXPECT_EQ(when.idle_limit, 2500ms);
}

TEST(native, takes_frames_a_second_for_frames_without_a_hold) {
	const auto got = read("{ \"fps\": 3, \"frames\": [ { \"art\": [\"a\"] }, "
			      "{ \"art\": [\"b\"], \"hold_ms\": 140 }, { \"art\": [\"c\"] } ] }");
	EXPECT_EQ(got.frames[0].hold, 333'333'333ns);
	EXPECT_EQ(got.frames[1].hold, 140ms);
	EXPECT_EQ(got.frames[2].hold, 333'333'333ns);
}

TEST(native, lets_a_frame_have_its_own_hold) {
	const auto got = read(
		"{ \"hold_ms\": 70, \"frames\": [ { \"art\": [\"a\"] }, { \"art\": [\"b\"], \"hold_ms\": 140 } ] }");
	EXPECT_EQ(got.frames[0].hold, 70ms);
	EXPECT_EQ(got.frames[1].hold, 140ms);
}

TEST(native, reads_who_made_it) {
	const auto got = read_with(
		"\"name\": \"rosella\", \"title\": \"A rosella\", \"author\": \"Zo\u00eb\", \"license\": \"CC0-1.0\","
		" \"comment\": \"x\", \"$schema\": \"y\"");
	EXPECT_EQ(got.name, "rosella");
	EXPECT_EQ(got.title, "A rosella");
	EXPECT_EQ(got.author, "Zo\u00eb");
	EXPECT_EQ(got.license, "CC0-1.0");
}

TEST(native, reads_what_pictures_are_to_be) {
	const auto got = read_with(
		"\"columns\": 50, \"rows\": 20, \"background\": \"#102030\", \"color\": \"16\", \"loops\": 0");
	EXPECT_EQ(got.columns, 50);
	EXPECT_EQ(got.rows, 20);
	EXPECT_EQ(got.background, color::rgb(0x10, 0x20, 0x30));
	EXPECT_EQ(got.colors, color_depth::ansi16);
	EXPECT_EQ(got.loops, 0);
	EXPECT_FALSE(read_with("\"name\": \"a\"").loops);
}

TEST(native, tints_frames_in_turn) {
	const auto got = read_with("\"tint\": [\"red\", \"blue\"]");
	EXPECT_EQ(got.frames[0].tint, color::indexed(1));
	EXPECT_EQ(got.frames[1].tint, color::indexed(4));
	EXPECT_EQ(got.frames[2].tint, color::indexed(1));
	EXPECT_EQ(read_with("\"tint\": \"red\"").frames[2].tint, color::indexed(1));
	EXPECT_FALSE(read_with("\"name\": \"a\"").frames[0].tint);
}

TEST(native, reads_paints_with_ink_and_paper) {
	const auto got = read_with("\"palette\": { \"a\": \"red\", \"b\": \"red on blue\", \"c\": \"on 208\", "
				   "\"\u00e9\": \"default on #abc\" }");
	ASSERT_EQ(got.palette.size(), 4u);
	EXPECT_EQ(got.palette.at(U'a').ink, color::indexed(1));
	EXPECT_EQ(got.palette.at(U'a').paper, color{});
	EXPECT_EQ(got.palette.at(U'b').paper, color::indexed(4));
	EXPECT_EQ(got.palette.at(U'c').ink, color{});
	EXPECT_EQ(got.palette.at(U'c').paper, color::indexed(208));
	EXPECT_EQ(got.palette.at(U'\u00e9').paper, color::rgb(0xaa, 0xbb, 0xcc));
}

TEST(native, reads_art_and_the_paint_above_it) {
	const auto got = read("{ \"palette\": { \"r\": \"red\" }, \"frames\": [ { \"art\": [\"ab\", \"\u6f22c\", "
			      "\"\"], \"paint\": [\"r\", \"rrr\"] } ] }");
	EXPECT_EQ(text_of(got, 0).art, (rows{"ab", "\u6f22c", ""}));
	EXPECT_EQ(text_of(got, 0).paint, (rows{"r", "rrr"}));
}

TEST(native, reads_files_beside_the_document) {
	const test_folder folder;
	folder.put("frames/2.txt", "two\r\n");
	folder.put("frames/10.txt", "ten");
	folder.put("frames/1.txt", "one\n\n");
	const auto by = [&](const std::string &text) {
		return read_native(parse_json(folder.put("a.json", text), text));
	};
	const auto all = by("{ \"source\": \"frames/*.txt\" }");
	ASSERT_EQ(all.frames.size(), 3u);
	EXPECT_EQ(text_of(all, 0).art, (rows{"one", ""}));
	EXPECT_EQ(text_of(all, 1).art, rows{"two"});
	EXPECT_EQ(text_of(all, 2).art, rows{"ten"});
	const auto named = by("{ \"frames\": [ \"frames/10.txt\", { \"source\": \"frames/2.txt\", \"hold_ms\": 5 }, { "
			      "\"art\": [\"x\"] } ] }");
	EXPECT_EQ(text_of(named, 0).art, rows{"ten"});
	EXPECT_EQ(named.frames[1].hold, 5ms);
	EXPECT_EQ(text_of(named, 2).art, rows{"x"});
}

TEST(native, is_laid_over_its_only_source) {
	const test_folder folder;
	folder.put("in.json",
		   "{ \"update\": \"changes\", \"terminal\": \"xterm\", \"rows\": 5, \"speed\": 2, \"loops\": "
		   "3, \"glyphs\": \"braille\", \"to\": 0, \"frames\": [\"in.ppm\", \"in.ppm\"] }");
	folder.put("in.ppm", "P6 1 1 255\nabc");
	const auto by = [&](const std::string &text) { return read_native(parse_json(folder / "a.json", text)); };
	const auto all = by("{ \"source\": \"in.json\" }");
	EXPECT_EQ(all.frames.size(), 1u);
	EXPECT_EQ(all.send.how, update::changes);
	EXPECT_EQ(all.rows, 5);
	EXPECT_EQ(all.loops, 3);
	EXPECT_EQ(all.drawing.glyphs, "braille");
	EXPECT_EQ(all.when.speed, 2);
	EXPECT_EQ(all.when.to, std::nullopt);
	const auto over = by("{ \"update\": \"full\", \"rows\": 7, \"speed\": 4, \"loops\": 0, \"glyphs\": \"half\", "
			     "\"source\": \"in.json\" }");
	EXPECT_EQ(over.send.how, update::full);
	EXPECT_EQ(over.send.on, terminal::xterm);
	EXPECT_EQ(over.rows, 7);
	EXPECT_EQ(over.loops, 0);
	EXPECT_EQ(over.drawing.glyphs, "half");
	EXPECT_EQ(over.when.speed, 4);
}

TEST(native, keeps_the_order_and_tempo_of_each_of_several_sources) {
	const test_folder folder;
	const std::string frames = "\"frames\": [{ \"art\": [\"a\"], \"hold_ms\": 100 }, { \"art\": [\"b\"], "
				   "\"hold_ms\": 300 }] }";
	folder.put("1.json", "{ \"speed\": 2, \"reverse\": true, " + frames);
	folder.put("2.json", "{ " + frames);
	const auto all = read_native(parse_json(folder / "a.json", "{ \"source\": \"?.json\" }"));
	ASSERT_EQ(all.frames.size(), 4u);
	EXPECT_EQ(text_of(all, 0).art, rows{"b"});
	EXPECT_EQ(all.frames[0].hold, 150ms);
	EXPECT_EQ(all.frames[1].hold, 50ms);
	EXPECT_EQ(text_of(all, 2).art, rows{"a"});
	EXPECT_EQ(all.frames[3].hold, 300ms);
	EXPECT_EQ(all.when.speed, std::nullopt);
}

TEST(native, keeps_the_tint_of_a_source_of_pictures) {
	const test_folder folder;
	folder.put("in.ppm", "P6 1 1 255\nabc");
	folder.put("in.json", "{ \"tint\": [\"red\"], \"source\": \"in.ppm\" }");
	const auto all = read_native(parse_json(folder / "a.json", "{ \"source\": \"in.json\" }"));
	EXPECT_EQ(all.frames.at(0).tint, color::indexed(1));
}

TEST(native, bounds_how_many_files_sources_name_together) {
	const test_folder folder;
	for (const std::string letter : {"a", "b", "c", "d"})
		for (const std::string number : {"1", "2", "3", "4", "5", "6"})
			folder.put(letter + number + ".json",
				   letter == "d"
					   ? "{ \"frames\": [{ \"art\": [\"x\"] }] }"
					   : "{ \"to\": 0, \"source\": \"" +
						     std::string(1, static_cast<char>(letter[0] + 1)) + "?.json\" }");
	reading how;
	how.at_most.frames = 100;
	const std::string text = "{ \"source\": \"a?.json\" }"; // 6 + 36 + 216 + 1296 files, of which 6 frames stay
	EXPECT_EQ(said_by([&] { read_native(parse_json(folder / "0.json", text), how); }).what,
		  "sources name more than 100 files together");
}

TEST(native, takes_a_file_by_its_name_though_it_looks_like_a_pattern) {
	const test_folder folder;
	folder.put("[1].txt", "bracket");
	folder.put("1.txt", "one");
	const std::string text = "{ \"source\": \"[1].txt\" }";
	EXPECT_EQ(text_of(read_native(parse_json(folder / "a.json", text)), 0).art, rows{"bracket"});
}

TEST(native, takes_its_folder_by_its_name_though_it_looks_like_a_pattern) {
	const test_folder folder;
	folder.put("P?rty [2]\\*/frames/1.txt", "one");
	folder.put("Party 2\\/frames/2.txt", "of another");
	const auto read_by = [&](const std::string &source) {
		const auto document = folder / "P?rty [2]\\*/a.json";
		return read_native(parse_json(document, "{ \"source\": \"" + source + "\" }"));
	};
	EXPECT_EQ(text_of(read_by("frames/*.txt"), 0).art, rows{"one"});
	EXPECT_EQ(read_by("frames/*.txt").frames.size(), 1u);
	EXPECT_EQ(text_of(read_by("fram[e]s/?.txt"), 0).art, rows{"one"});
	EXPECT_EQ(said_by([&] { read_by("*.png"); }).what, "no file matches " + quote(folder / "P?rty [2]\\*/*.png"));
}

TEST(native, takes_files_from_elsewhere_only_where_paths_are_trusted) {
	const test_folder folder;
	const std::string text = "{ \"source\": \"" + folder.put("1.txt", "one") + "\" }";
	EXPECT_EQ(said_by([&] { read(text); }).where.pointer, "/source");
	EXPECT_EQ(text_of(read_native(parse_json("a.json", text), trusting(true)), 0).art, rows{"one"});
	EXPECT_EQ(text_of(read_native(parse_json(folder / "a.json", text)), 0).art, rows{"one"});
}

TEST(native, follows_a_link_that_a_pattern_matches_within_its_folder_only) {
	const test_folder folder;
	folder.put("asset/1.txt", "one");
	const auto document = folder / "asset/a.json";
	const std::string text = "{ \"source\": \"*.txt\" }";
	std::filesystem::create_symlink("1.txt", folder / "asset/2.txt");
	EXPECT_EQ(read_native(parse_json(document, text)).frames.size(), 2u);
	std::filesystem::create_symlink(folder.put("secret", "three"), folder / "asset/3.txt");
	EXPECT_EQ(said_by([&] { read_native(parse_json(document, text)); }).what,
		  quote(folder / "asset/3.txt") + " is outside the folder of " + quote(document));
	EXPECT_EQ(read_native(parse_json(document, text), trusting(true)).frames.size(), 3u);
}

TEST(native, leaves_pictures_in_their_files_until_they_are_drawn) {
	const test_folder folder;
	folder.put("1.ppm", "P6 1 1 255\nabc");
	folder.put("2.ppm", "P6 1 1 255\nabc");
	const auto got = read_native(parse_json(folder / "a.json", "{ \"source\": \"?.ppm\" }"));
	ASSERT_EQ(got.frames.size(), 2u);
	for (const auto &shown : got.frames)
		EXPECT_EQ(std::get<picture_part>(shown.content).sheet, nullptr);
}

TEST(native, counts_sheets_however_it_comes_to_them) {
	const test_folder folder;
	folder.put("sheet.ppm", "P6 2 1 255\nabcdef");
	for (int i = 0; i < 5; ++i)
		folder.put("part" + std::to_string(i) + ".json", R"({ "source": "sheet.ppm", "grid": "2x1" })");
	reading how;
	how.at_most.pixels = 2;
	const auto four = parse_json(folder / "a.json", "{ \"source\": \"part[0-3].json\" }");
	EXPECT_EQ(read_native(four, how).frames.size(), 8u);
	how.so_far = std::make_shared<consumed>();
	const auto five = parse_json(folder / "a.json", "{ \"source\": \"part*.json\" }");
	EXPECT_EQ(said_by([&] { read_native(five, how); }).what,
		  "the pictures of this sheet have more than 8 pixels together");
}

TEST(native, counts_the_bytes_of_files_as_often_as_they_are_named) {
	const test_folder folder;
	folder.put("a.txt", std::string(100, 'x'));
	reading how;
	how.at_most.pixels = 1;
	const auto two = parse_json(folder / "a.json", R"({ "frames": ["a.txt", "a.txt"] })");
	EXPECT_EQ(read_native(two, how).frames.size(), 2u);
	how.so_far = std::make_shared<consumed>();
	const auto three = parse_json(folder / "a.json", R"({ "frames": ["a.txt", "a.txt", "a.txt"] })");
	EXPECT_EQ(said_by([&] { read_native(three, how); }).what,
		  "with this, more than 256 bytes are read from files, unpacked, for one animation");
}

} // namespace
} // namespace assetc
