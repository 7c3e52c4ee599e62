// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "apngasm.h"

#include "test_folder.h"
#include "test_picture.h"

namespace assetc {
namespace {

using namespace std::chrono_literals;

struct picture_folder : test_folder {
	picture_folder() {
		for (const auto name : {"0.png", "1.png", "2.png"})
			put(name, numbered_bmp(2, 2));
	}
	animation read(const std::string &document) const {
		return read_apngasm(input(*this / "a.json", document), {});
	}
	std::string wrong_at(const std::string &document) const {
		return said_by([&] { read(document); }).where.pointer;
	}
};

TEST(apngasm, takes_delays_as_fractions_of_a_second) {
	const picture_folder folder;
	const auto got = folder.read(
		R"({ "loops": 3, "default_delay": "1/3", "frames": [ { "1.png": "75/1000" }, "2.png", { "0.png": "5/0" } ] })");
	ASSERT_EQ(got.frames.size(), 3u);
	EXPECT_EQ(got.frames[0].hold, 75ms);
	EXPECT_EQ(got.frames[1].hold, 333'333'333ns);
	EXPECT_EQ(got.frames[2].hold, 50ms);
	EXPECT_EQ(got.loops, 3);
	EXPECT_EQ(std::get<picture_part>(got.frames[0].content).file, folder / "1.png");
}

TEST(apngasm, leaves_the_first_picture_out_where_it_is_not_shown) {
	const picture_folder folder;
	const auto got =
		folder.read(R"({ "skip_first": true, "frames": [ { "0.png": "1/10" }, { "1.png": "1/10" } ] })");
	ASSERT_EQ(got.frames.size(), 1u);
	EXPECT_EQ(std::get<picture_part>(got.frames[0].content).file, folder / "1.png");
}

TEST(apngasm, tells_what_is_wrong_and_where) {
	const picture_folder folder;
	for (const std::string delay : {"1", "1/", "/2", "-1/2", "a/b", "3601/1", "1/2/3", "99999999999/1"})
		EXPECT_EQ(folder.wrong_at("{ \"frames\": [ { \"1.png\": \"" + delay + "\" } ] }"), "/frames/0/1.png")
			<< delay;
	EXPECT_EQ(folder.wrong_at(R"({ "frames": [ { "1.png": "1/2", "2.png": "1/2" } ] })"), "/frames/0");
	EXPECT_EQ(folder.wrong_at(R"({ "frames": [ { "../1.png": "1/2" } ] })"), "/frames/0");
	EXPECT_EQ(folder.wrong_at(R"({ "frames": [], "loops": 1 })"), "/frames");
	EXPECT_EQ(folder.wrong_at(R"({ "frames": [ "1.png" ], "loops": -1 })"), "/loops");
}

TEST(apngasm, is_known_from_others) {
	const auto is = [](const std::string &text) {
		input from("a", text);
		return why_no_apngasm(from).empty();
	};
	EXPECT_TRUE(is(R"({ "frames": [ { "1.png": "1/2" } ] })"));
	EXPECT_TRUE(is(R"({ "skip_first": false, "frames": [ "1.png" ] })"));
	EXPECT_FALSE(is(R"({ "frames": [ "1.png" ] })")) << "our own";
	EXPECT_FALSE(is(R"({ "frames": [ { "source": "frames/1.png" } ] })")) << "our own";
	EXPECT_FALSE(is(R"({ "frames": [] })"));
}

TEST(apngasm, has_so_many_cells_together) {
	const picture_folder folder;
	folder.put("1.txt", "abcde");
	reading how;
	how.at_most.cells = 9;
	const std::string text = R"({ "frames": [ { "1.txt": "1/2" }, "1.txt" ] })";
	EXPECT_NO_THROW(folder.read(text));
	EXPECT_EQ(said_by([&] { read_apngasm(input(folder / "a.json", text), how); }).what,
		  "its frames have more than 9 cells together");
}

} // namespace
} // namespace assetc
