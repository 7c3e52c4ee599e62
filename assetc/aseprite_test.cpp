// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "aseprite.h"

#include "picture_part.h"
#include "test_folder.h"
#include "test_picture.h"
#include "test_reading.h"

namespace assetc {
namespace {

using namespace std::chrono_literals;

std::string frame_at(int x, const std::string &more = "\"duration\": 100") {
	return "{ \"frame\": { \"x\": " + std::to_string(x) + ", \"y\": 0, \"w\": 1, \"h\": 1 }, " + more + " }";
}

// Four frames side by side, of one pixel each, and what meta says.
struct sheet_folder : test_folder {
	sheet_folder() { put("beetle.png", numbered_bmp(4, 2)); }

	animation read(const std::string &frames, const std::string &meta, const std::string &pick = "") const {
		return read_aseprite(
			input(*this / "beetle.json", "{ \"frames\": " + frames + ", \"meta\": { " + meta + " } }"),
			picking(pick));
	}
	animation read_tag(const std::string &tag, const std::string &pick = "t") const {
		return read(
			"[" + frame_at(0) + "," + frame_at(1) + "," + frame_at(2) + "," + frame_at(3) + "]",
			"\"image\": \"beetle.png\", \"frameTags\": [ { \"name\": \"all\", \"from\": 0, \"to\": 3 }, { "
			"\"name\": \"t\", " +
				tag + " } ]",
			pick);
	}
	diagnostic said_of(const std::string &frames, const std::string &meta = "\"image\": \"beetle.png\"") const {
		return said_by([&] { read(frames, meta); });
	}
};

// Where the frames lie, in the order in which they are shown.
std::string order(const animation &of) {
	std::string shown;
	for (const auto &one : of.frames)
		shown += std::to_string(std::get<picture_part>(one.content).x);
	return shown;
}

TEST(aseprite, reads_frames_by_name_in_the_files_order) {
	const sheet_folder folder;
	const auto got = folder.read("{ \"b\": " + frame_at(2) + ", \"a\": " + frame_at(1, "\"duration\": 33.3") + " }",
				     "\"image\": \"beetle.png\"");
	EXPECT_EQ(order(got), "21");
	EXPECT_EQ(got.frames[0].hold, 100ms);
	EXPECT_EQ(got.frames[1].hold, 33'300us);
	EXPECT_FALSE(got.loops);
	EXPECT_EQ(got.name, "");
}

TEST(aseprite, plays_a_tag_in_its_direction) {
	const sheet_folder folder;
	const std::string range = "\"from\": 1, \"to\": 3, \"direction\": ";
	const auto forward = folder.read_tag(range + "\"forward\"");
	EXPECT_EQ(order(forward), "123");
	EXPECT_EQ(forward.loops, 0);
	EXPECT_FALSE(forward.when.ping_pong);
	EXPECT_EQ(forward.name, "beetle_t");
	EXPECT_EQ(order(folder.read_tag(range + "\"reverse\"")), "321");
	const auto ping_pong = folder.read_tag(range + "\"pingpong\"");
	EXPECT_EQ(order(ping_pong), "123");
	EXPECT_TRUE(ping_pong.when.ping_pong);
	const auto back = folder.read_tag(range + "\"pingpong_reverse\"");
	EXPECT_EQ(order(back), "321");
	EXPECT_TRUE(back.when.ping_pong);
}

TEST(aseprite, plays_a_tag_as_often_as_it_says) {
	const sheet_folder folder;
	const auto twice = folder.read_tag("\"from\": 1, \"to\": 3, \"direction\": \"reverse\", \"repeat\": \"2\"");
	EXPECT_EQ(order(twice), "321");
	EXPECT_EQ(twice.loops, 2);
	EXPECT_EQ(folder.read_tag("\"from\": 1, \"to\": 3, \"repeat\": 7").loops, 7);
}

TEST(aseprite, counts_each_way_of_a_tag_that_goes_there_and_back) {
	const sheet_folder folder;
	const auto ways = [&](const std::string &repeats) {
		return folder.read_tag("\"from\": 1, \"to\": 3, \"direction\": \"pingpong\", \"repeat\": \"" + repeats +
				       "\"");
	};
	EXPECT_EQ(order(ways("1")), "123");
	EXPECT_EQ(order(ways("2")), "12321");
	EXPECT_EQ(order(ways("3")), "1232123");
	EXPECT_EQ(ways("3").loops, 1);
	EXPECT_FALSE(ways("3").when.ping_pong);
	EXPECT_EQ(ways("65535").loops, 32768);
	EXPECT_TRUE(ways("65535").when.ping_pong);
	EXPECT_EQ(order(folder.read_tag(
			  "\"from\": 1, \"to\": 3, \"direction\": \"pingpong_reverse\", \"repeat\": \"2\"")),
		  "32123");
	EXPECT_EQ(order(folder.read_tag("\"from\": 1, \"to\": 1, \"direction\": \"pingpong\", \"repeat\": \"2\"")),
		  "11");
}

TEST(aseprite, shows_all_frames_where_no_tag_is_picked) {
	const sheet_folder folder;
	EXPECT_EQ(order(folder.read_tag("\"from\": 1, \"to\": 2", "")), "0123");
	const auto only =
		folder.read("[" + frame_at(0) + "," + frame_at(1) + "]",
			    "\"image\": \"beetle.png\", \"frameTags\": [ { \"name\": \"a\", \"from\": 0, \"to\": "
			    "1, \"direction\": \"reverse\" } ]");
	EXPECT_EQ(order(only), "10") << "a tag of all frames says how they are meant";
}

TEST(aseprite, leaves_tags_out_that_lead_nowhere) {
	const sheet_folder folder;
	for (const std::string range : {"\"from\": 2, \"to\": 6", "\"from\": -1, \"to\": 1", "\"from\": 3, \"to\": 2",
					"\"to\": 2", "\"from\": 0, \"to\": 4294967296", "\"from\": 0.5, \"to\": 1"}) {
		const auto got = folder.read_tag(range, "");
		ASSERT_EQ(got.remarks.size(), 1u) << range;
		EXPECT_EQ(got.remarks[0].where.pointer, "/meta/frameTags/1");
		EXPECT_EQ(said_by([&] { folder.read_tag(range); }).where.pointer, "/meta/frameTags/1");
	}
	EXPECT_EQ(said_by([&] { folder.read_tag("\"from\": 1, \"to\": 2", "u"); }).what, "there is no \"u\" to pick");
}

TEST(aseprite, refuses_tags_that_it_does_not_understand) {
	const sheet_folder folder;
	const auto pointer = [&](const std::string &more) {
		return said_by([&] { folder.read_tag("\"from\": 1, \"to\": 2, " + more); }).where.pointer;
	};
	EXPECT_EQ(pointer("\"direction\": \"sideways\""), "/meta/frameTags/1/direction");
	EXPECT_EQ(pointer("\"direction\": 1"), "/meta/frameTags/1/direction");
	EXPECT_EQ(pointer("\"repeat\": \"-1\""), "/meta/frameTags/1/repeat");
	EXPECT_EQ(pointer("\"repeat\": \"two\""), "/meta/frameTags/1/repeat");
	EXPECT_EQ(pointer("\"repeat\": \"\""), "/meta/frameTags/1/repeat");
	EXPECT_EQ(pointer("\"repeat\": 65536"), "/meta/frameTags/1/repeat");
}

TEST(aseprite, ignores_what_slices_say) {
	const sheet_folder folder;
	EXPECT_EQ(folder.read("[" + frame_at(0) + "]",
			      "\"image\": \"beetle.png\", \"slices\": [ { \"keys\": [ { \"frame\": -1150433043 } ] } ]")
			  .frames.size(),
		  1u);
}

TEST(aseprite, finds_the_picture_of_another_machine) {
	const sheet_folder folder;
	for (const std::string name : {R"(C:\\Users\\me\\beetle.png)", R"(C:beetle.png)", "/home/me/beetle.png",
				       "../art/beetle.png", R"(..\\beetle.png)", "out/beetle.png", "./beetle.png"})
		EXPECT_EQ(folder.read("[" + frame_at(0) + "]", "\"image\": \"" + name + "\"").frames.size(), 1u)
			<< name;
	EXPECT_EQ(folder.read("[" + frame_at(0) + "]", "\"app\": \"aseprite\"").frames.size(), 1u) << "no name";
}

TEST(aseprite, tells_which_picture_is_missing) {
	const sheet_folder folder;
	const auto frames = "[" + frame_at(0) + "]";
	const auto missing = folder.said_of(frames, "\"image\": \"bug.png\"");
	EXPECT_EQ(missing.where.pointer, "/meta/image");
	EXPECT_EQ(folder.said_of(frames, "\"image\": \"\"").where.pointer, "/meta/image");
	EXPECT_EQ(folder.said_of(frames, "\"image\": 1").where.pointer, "/meta/image");
	const auto climbing = folder.said_of(frames, "\"image\": \"../bug.png\"");
	EXPECT_NE(climbing.what.find("is outside the folder"), std::string::npos) << climbing.what;
}

TEST(aseprite, puts_trimmed_and_turned_frames_where_they_were) {
	const sheet_folder folder;
	const auto got =
		folder.read("[" +
				    frame_at(2, "\"duration\": 1, \"trimmed\": true, \"spriteSourceSize\": { \"x\": "
						"1, \"y\": 0, \"w\": 1, \"h\": 1 }, \"sourceSize\": { \"w\": 2, "
						"\"h\": 1 }") +
				    ", { \"frame\": { \"x\": 0, \"y\": 0, \"w\": 2, \"h\": 1 }, \"rotated\": true } ]",
			    "\"image\": \"beetle.png\"");
	const auto trimmed = pixels_of(std::get<picture_part>(got.frames[0].content));
	EXPECT_EQ(trimmed->width, 2);
	EXPECT_EQ(trimmed->rgba, (std::vector<std::uint8_t>{0, 0, 0, 0, 3, 0, 0, 255}));
	const auto turned = pixels_of(std::get<picture_part>(got.frames[1].content));
	EXPECT_EQ(turned->rgba, (std::vector<std::uint8_t>{1, 0, 0, 255, 5, 0, 0, 255}));
}

TEST(aseprite, shows_frames_of_all_sizes_to_one_scale) {
	const sheet_folder folder;
	const auto got = folder.read("[ { \"frame\": { \"x\": 0, \"y\": 0, \"w\": 3, \"h\": 1 } }, " + frame_at(3) +
					     ", { \"frame\": { \"x\": 0, \"y\": 0, \"w\": 0, \"h\": 0 } } ]",
				     "\"image\": \"beetle.png\"");
	const auto small = pixels_of(std::get<picture_part>(got.frames[1].content));
	EXPECT_EQ(small->rgba, (std::vector<std::uint8_t>{0, 0, 0, 0, 4, 0, 0, 255, 0, 0, 0, 0}));
	const auto none = pixels_of(std::get<picture_part>(got.frames[2].content));
	EXPECT_EQ(none->rgba, std::vector<std::uint8_t>(12));
}

TEST(aseprite, refuses_frames_beyond_the_picture) {
	const sheet_folder folder;
	const auto pointer = [&](const std::string &rectangle) {
		return folder.said_of("[ { \"frame\": { " + rectangle + " } } ]").where.pointer;
	};
	EXPECT_EQ(pointer("\"x\": 4, \"y\": 0, \"w\": 1, \"h\": 1"), "/frames/0/frame");
	EXPECT_EQ(pointer("\"x\": 0, \"y\": 1, \"w\": 1, \"h\": 2"), "/frames/0/frame");
	EXPECT_EQ(pointer("\"x\": -1, \"y\": 0, \"w\": 1, \"h\": 1"), "/frames/0/frame/x");
	EXPECT_EQ(pointer("\"x\": 0, \"y\": 0, \"w\": 1e9, \"h\": 1"), "/frames/0/frame/w");
	EXPECT_EQ(pointer("\"x\": 0, \"y\": 0, \"w\": 0.5, \"h\": 1"), "/frames/0/frame/w");
	EXPECT_EQ(pointer("\"x\": 0, \"y\": 0, \"w\": \"1\", \"h\": 1"), "/frames/0/frame/w");
	EXPECT_EQ(pointer("\"x\": 0, \"y\": 0, \"w\": 1"), "/frames/0/frame");
	EXPECT_EQ(folder.said_of("[ " + frame_at(0) + ", {} ]").where.pointer, "/frames/1");
	EXPECT_EQ(folder.said_of("[ " + frame_at(0, "\"sourceSize\": { \"w\": 0, \"h\": 1 }") + " ]").where.pointer,
		  "/frames/0/sourceSize/w");
	EXPECT_EQ(folder.said_of("[ " + frame_at(0, "\"duration\": 0") + " ]").where.pointer, "/frames/0/duration");
	EXPECT_EQ(folder.said_of("{}").where.pointer, "/frames");
}

TEST(aseprite, is_known_from_others) {
	const auto is = [](const std::string &text) {
		input from("a", text);
		return why_no_aseprite(from).empty();
	};
	EXPECT_TRUE(is("{ \"frames\": [" + frame_at(0) + "] }"));
	EXPECT_TRUE(is("{ \"frames\": [" + frame_at(0, "\"a\": 1") +
		       "], \"meta\": { \"app\": \"http://www.aseprite.org/\" } }"));
	EXPECT_FALSE(is("{ \"frames\": [" + frame_at(0, "\"a\": 1") +
			"], \"meta\": { \"app\": \"https://www.codeandweb.com/texturepacker\" } }"));
	EXPECT_FALSE(is("{ \"frames\": [ { \"art\": [] } ] }"));
	EXPECT_FALSE(is("{ \"frames\": 1 }"));
	EXPECT_FALSE(is("[]"));
}

} // namespace
} // namespace assetc
