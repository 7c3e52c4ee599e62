// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "review.h"

#include <gtest/gtest.h>

namespace assetc {
namespace {

using std::chrono::milliseconds;

animation of(const std::vector<std::vector<std::string>> &arts, milliseconds hold = milliseconds(200)) {
	animation made;
	made.file = "a.json";
	for (const auto &art : arts)
		made.frames.push_back({hold, {}, text_art{art, {}}});
	return made;
}

std::vector<std::string> filled(int columns, int rows, char with) {
	return std::vector<std::string>(static_cast<std::size_t>(rows),
					std::string(static_cast<std::size_t>(columns), with));
}

std::string said(animation made) {
	std::string all;
	for (const auto &remark : review(reel(std::move(made)))) {
		EXPECT_EQ(remark.where.file, "a.json");
		EXPECT_NE(remark.hint, "");
		all += remark.what + "\n";
	}
	return all;
}

TEST(review, has_nothing_to_say_of_what_is_fine) {
	EXPECT_EQ(said(of({{"x"}})), "");
	EXPECT_EQ(said(of({{"x"}, {"y"}})), "");
	EXPECT_EQ(said(of({filled(80, 24, 'x'), filled(80, 24, 'z')}, milliseconds(10))), "");
}

TEST(review, sees_what_does_not_fit) {
	EXPECT_EQ(said(of({filled(81, 1, 'x')})), "81x1 characters do not fit a terminal of 80x24\n");
	EXPECT_EQ(said(of({filled(1, 25, 'x')})), "1x25 characters do not fit a terminal of 80x24\n");
	auto shown_here = of({filled(81, 25, 'x')});
	shown_here.screen = {81, 25};
	EXPECT_EQ(said(shown_here), "");
	shown_here.screen = {40, 12};
	EXPECT_EQ(said(shown_here), "81x25 characters do not fit a terminal of 40x12\n");
}

TEST(review, sees_what_does_not_move) {
	EXPECT_EQ(said(of({{"x"}, {"x"}, {"x"}})), "it does not move: all 3 frames look the same\n");
	auto tinted = of({{"x"}, {"x"}});
	tinted.frames[1].tint = color::indexed(1);
	EXPECT_EQ(said(tinted), "");
}

TEST(review, sees_that_play_begins_with_nothing) {
	EXPECT_EQ(said(of({{"  "}, {""}, {"x"}})), "the first frame is empty\n");
	EXPECT_EQ(review(reel(of({{"  "}, {""}, {"x"}})))[0].hint,
		  "frame 2 is the first that shows something; --from leaves out what is before");
	EXPECT_EQ(said(of({{" \u3000\u2800"}})), "the first frame is empty\n");
	auto painted = of({{" "}, {"x"}});
	painted.frames[0].content = text_art{{" "}, {"b"}};
	painted.palette = {{U'b', {{}, color::indexed(4)}}};
	EXPECT_EQ(said(painted), "");
}

TEST(review, sees_what_is_too_short_to_be_seen) {
	EXPECT_EQ(said(of({{"x"}, {"y"}}, milliseconds(9))),
		  "2 frames are held for less than 10 ms, the first is frame 0; few displays can show that\n");
	auto once = of({{"x"}, {"y"}});
	once.frames[1].hold = milliseconds(2);
	EXPECT_EQ(said(once), "frame 1 is held for less than 10 ms; few displays can show that\n");
}

TEST(review, warns_of_flashes) {
	const auto blink = [](milliseconds hold) { return of({filled(80, 24, '@'), filled(80, 24, ' ')}, hold); };
	EXPECT_EQ(said(blink(milliseconds(100))), "1920 of 1920 characters flash more than three times a second, from "
						  "frame 0 on: that can cause seizures\n");
	EXPECT_EQ(said(blink(milliseconds(170))), "");
	auto once = blink(milliseconds(100));
	once.loops = 1;
	EXPECT_EQ(said(once), "");
	EXPECT_EQ(said(of({{"@"}, {" "}}, milliseconds(100))), "");
}

// What rises by and by and falls at once.
TEST(review, sees_that_the_loop_jumps) {
	std::vector<std::vector<std::string>> growing;
	for (std::size_t i = 1; i <= 10; ++i)
		growing.push_back({std::string(i, '=') + std::string(10 - i, '.')});
	EXPECT_EQ(said(of(growing)), "the loop jumps: from the last frame to the first 9 of 10 characters change, "
				     "between others 1 at most\n");
	auto back = of(growing), once = back, rests = back;
	back.when.ping_pong = true;
	once.loops = 1;
	rests.when.hold_last = milliseconds(1000);
	EXPECT_EQ(said(back), "");
	EXPECT_EQ(said(once), "");
	EXPECT_EQ(said(rests), "");
}

// A flash in the middle of a film that is too long to be looked at frame by frame.
TEST(review, looks_at_parts_of_a_long_film) {
	auto film = of(std::vector(20'000, filled(80, 24, '.')), milliseconds(40));
	for (std::size_t i = 0; i < film.frames.size(); i += 2)
		film.frames[i].content = text_art{filled(80, 24, '@'), {}};
	EXPECT_NE(said(film).find("flash more than three times"), std::string::npos);
}

} // namespace
} // namespace assetc
