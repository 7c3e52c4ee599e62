// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "spinners.h"

#include "test_folder.h"
#include "test_reading.h"

namespace assetc {
namespace {

using namespace std::chrono_literals;

animation read(const std::string &text, const std::string &pick = "") {
	return read_spinners(input("spin.json", text), picking(pick));
}

std::vector<std::string> art_of(const animation &of, std::size_t frame) {
	return std::get<text_art>(of.frames.at(frame).content).art;
}

using rows = std::vector<std::string>;

const std::string two = R"({ "$schema": "x", "dots": { "interval": 80, "frames": [".", ".."] },
	"null": { "interval": 33.5, "frames": ["+"] } })";

TEST(spinners, hold_each_frame_for_the_interval) {
	const auto got = read(two, "dots");
	ASSERT_EQ(got.frames.size(), 2u);
	EXPECT_EQ(got.frames[1].hold, 80ms);
	EXPECT_EQ(art_of(got, 1), rows{".."});
	EXPECT_EQ(read(two, "null").frames[0].hold, 33'500us);
}

TEST(spinners, are_named_by_what_was_picked) {
	EXPECT_EQ(read(two, "dots").name, "dots");
	EXPECT_EQ(read(two, "null").name, "spin_null") << "/dev/null is taken";
}

TEST(spinners, of_which_there_is_one_need_no_pick) {
	EXPECT_EQ(read(R"({ "interval": 80, "frames": ["a", "b"] })").frames.size(), 2u);
	EXPECT_EQ(read(R"({ "wave": { "interval": 80, "frames": ["a", "b"] } })").name, "wave");
}

TEST(spinners, may_be_one_text_a_frame_a_glyph) {
	const auto got = read(R"({ "interval": 80, "frames": "ae\u0301\ud83d\udc68\u200d\ud83d\ude80" })");
	ASSERT_EQ(got.frames.size(), 3u);
	EXPECT_EQ(art_of(got, 1), rows{"e\u0301"});
	EXPECT_EQ(art_of(got, 2), rows{"\U0001f468\u200d\U0001f680"});
}

TEST(spinners, may_have_frames_of_several_rows_or_none) {
	const auto got = read(R"({ "interval": 80, "frames": ["a\nb\r\nc", ""] })");
	EXPECT_EQ(art_of(got, 0), (rows{"a", "b", "c"}));
	EXPECT_EQ(art_of(got, 1), rows{""});
}

TEST(spinners, that_are_many_are_listed) {
	const auto said = said_by([] { read(two); });
	EXPECT_EQ(said.what, "this file holds 2 animations; which one?");
	EXPECT_EQ(said.hint, "--pick dots; there are dots, null");
	EXPECT_EQ(said_by([] { read(two, "dost"); }).hint, "did you mean --pick dots?");
	EXPECT_EQ(said_by([] { read(two, "wave"); }).hint, "there are dots, null");
	EXPECT_EQ(said_by([] { read(R"({ "interval": 80, "frames": ["a"] })", "a"); }).hint,
		  "it holds one animation; leave --pick away");
}

TEST(spinners, that_are_broken_are_told_where) {
	EXPECT_EQ(said_by([] { read(R"({ "a": { "interval": -1, "frames": ["a"] } })"); }).where.pointer,
		  "/a/interval");
	EXPECT_EQ(said_by([] { read(R"({ "interval": "fast", "frames": ["a"] })"); }).where.pointer, "/interval");
	EXPECT_EQ(said_by([] { read(R"({ "interval": 80, "frames": [] })"); }).where.pointer, "/frames");
	EXPECT_EQ(said_by([] { read(R"({ "interval": 80, "frames": "" })"); }).where.pointer, "/frames");
	EXPECT_EQ(said_by([] { read(R"({ "interval": 80, "frames": ["a", 1] })"); }).where.pointer, "/frames/1");
	EXPECT_EQ(said_by([] { read(R"({ "interval": 80, "frames": ["a", "b\n\u001b[m"] })"); }).where.pointer,
		  "/frames/1");
}

TEST(spinners, do_not_fill_the_memory) {
	for (const std::size_t length : {100'001, 3'300'000})
		EXPECT_EQ(said_by([&] {
				  read("{ \"interval\": 80, \"frames\": \"" + std::string(length, 'a') + "\" }");
			  }).where.pointer,
			  "/frames");
}

TEST(spinners, that_are_none_are_refused) {
	EXPECT_EQ(said_by([] { read("{ \"a\": 1 }"); }).what, "nothing in it has \"interval\" and \"frames\"");
	EXPECT_EQ(said_by([] { read("{ \"frames\": [\"a\"] }"); }).where.pointer, "/interval");
	EXPECT_EQ(said_by([] { read("[]"); }).where.line, 1);
	EXPECT_EQ(read(R"({ "frames": { "interval": 80, "frames": ["a"] } })").name, "frames");
}

TEST(spinners, are_known_from_others) {
	const auto why = [](const std::string &text) {
		input from("a", text);
		return why_no_spinners(from);
	};
	EXPECT_EQ(why(two), "");
	EXPECT_EQ(why(R"({ "interval": "x", "frames": "ab" })"), "");
	EXPECT_NE(why(R"({ "interval": 80, "frames": [ { "art": [] } ] })"), "");
	EXPECT_NE(why(R"({ "spinnerVerbs": { "mode": "a" } })"), "");
	EXPECT_EQ(why("(o o)"), "it is no JSON");
	EXPECT_EQ(why("{\"a\":1}\n{\"a\":1}"), "it is more than one JSON document");
}

TEST(spinners, may_have_any_name) {
	const std::string both = R"({ "a": { "interval": 80, "frames": ["1"] },
		"a\u0000b": { "interval": 90, "frames": ["2", "3"] } })";
	EXPECT_EQ(read_spinners(input("a.json", both), picking(std::string("a\0b", 3))).frames.size(), 2u);
}

} // namespace
} // namespace assetc
