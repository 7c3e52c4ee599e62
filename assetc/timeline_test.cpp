// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "timeline.h"

#include "animation.h"
#include "test_folder.h"

#include <gtest/gtest.h>
#include <numeric>

namespace assetc {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::nanoseconds;

animation frames_of(std::vector<nanoseconds> holds) {
	animation made;
	made.file = "x.json";
	for (const auto hold : holds)
		made.frames.push_back({hold, {}, text_art{{"x"}, {}}});
	return made;
}

animation four() {
	return frames_of({milliseconds(10), milliseconds(20), milliseconds(30), milliseconds(40)});
}

// "0:10 1:20", of frames and milliseconds.
std::string told(const animation &of) {
	std::string text;
	for (const auto &shown : steps_of(of))
		text += (text.empty() ? "" : " ") + std::to_string(shown.frame) + ":" +
			std::to_string(shown.hold.count() / 1'000'000);
	return text;
}

nanoseconds sum(const std::vector<step> &steps) {
	return std::accumulate(steps.begin(), steps.end(), nanoseconds{},
			       [](nanoseconds total, const step &shown) { return total + shown.hold; });
}

TEST(timeline, leaves_alone_what_nobody_asked_for) {
	EXPECT_EQ(told(four()), "0:10 1:20 2:30 3:40");
}

TEST(timeline, plays_backwards_and_back) {
	auto made = four();
	made.when.reverse = true;
	EXPECT_EQ(told(made), "3:40 2:30 1:20 0:10");
	made.when.ping_pong = true;
	EXPECT_EQ(told(made), "3:40 2:30 1:20 0:10 1:20 2:30");
	made.when.reverse = false;
	EXPECT_EQ(told(made), "0:10 1:20 2:30 3:40 2:30 1:20");
}

TEST(timeline, lasts_no_longer_than_can_be_counted) {
	const std::vector<nanoseconds> hours_of_a_century(876'500, hours(1));
	auto made = frames_of(hours_of_a_century);
	EXPECT_EQ(steps_of(made).size(), made.frames.size());
	made.when.ping_pong = true;
	const std::string too_long = "it would last longer than 100 years until it begins again";
	EXPECT_EQ(said_by([&] { steps_of(made); }).what, too_long);
	made.when.ping_pong = false;
	made.when.speed = least_speed;
	EXPECT_EQ(said_by([&] { steps_of(made); }).what, too_long);
	made.when.fps = most_fps;
	EXPECT_EQ(steps_of(made).size(), made.frames.size());
	EXPECT_GE(hold_at(least_fps, 100'000'000), nanoseconds::zero());
}

TEST(timeline, has_no_way_back_from_one_frame_or_two) {
	auto one = frames_of({milliseconds(10)}), two = frames_of({milliseconds(10), milliseconds(20)});
	one.when.ping_pong = two.when.ping_pong = true;
	EXPECT_EQ(told(one), "0:10");
	EXPECT_EQ(told(two), "0:10 1:20");
}

TEST(timeline, cuts_idle_time) {
	auto made = four();
	made.when.idle_limit = milliseconds(25);
	EXPECT_EQ(told(made), "0:10 1:20 2:25 3:25");
	made.when.speed = 0.5;
	EXPECT_EQ(told(made), "0:20 1:40 2:50 3:50");
	made.idle_is_cut = true;
	EXPECT_EQ(told(made), "0:20 1:40 2:60 3:80");
}

TEST(timeline, holds_the_last_frame_that_is_shown) {
	auto made = four();
	made.when.hold_last = milliseconds(500);
	EXPECT_EQ(told(made), "0:10 1:20 2:30 3:500");
	made.when.reverse = true;
	EXPECT_EQ(told(made), "3:40 2:30 1:20 0:500");
	made.when.speed = 2;
	EXPECT_EQ(told(made), "3:20 2:15 1:10 0:500");
	made.when.ping_pong = true;
	EXPECT_EQ(told(made), "3:20 2:15 1:10 0:500 1:10 2:15");
}

TEST(timeline, cuts) {
	auto made = four();
	made.when.from = 1;
	made.when.to = 2;
	cut(made);
	EXPECT_EQ(told(made), "0:20 1:30");
	auto last = four();
	last.when.from = 3;
	cut(last);
	EXPECT_EQ(told(last), "0:40");
	auto first = four();
	first.when.to = 0;
	cut(first);
	EXPECT_EQ(told(first), "0:10");
}

TEST(timeline, tells_what_cannot_be_cut) {
	timeline when;
	EXPECT_EQ(find_cut_fault(when, 4), "");
	when.from = 3;
	EXPECT_EQ(find_cut_fault(when, 4), "");
	EXPECT_EQ(find_cut_fault(when, 3), "there is no frame 3, the last one is 2");
	when.to = 1;
	EXPECT_EQ(find_cut_fault(when, 4), "frame 1 comes before frame 3");
	when.to = 4;
	EXPECT_EQ(find_cut_fault(when, 4), "there is no frame 4, the last one is 3");
}

TEST(timeline, adds_up_exactly_at_any_tempo) {
	auto made = frames_of(std::vector<nanoseconds>(300, milliseconds(7)));
	made.when.fps = 30;
	EXPECT_EQ(sum(steps_of(made)), std::chrono::seconds(10));
	made.when.fps = 24000.0 / 1001;
	EXPECT_EQ(sum(steps_of(made)), nanoseconds(12'512'500'000));
	made.when.fps.reset();
	made.when.speed = 3;
	EXPECT_EQ(sum(steps_of(made)), milliseconds(700));
	made.when.speed = 0.7;
	EXPECT_EQ(sum(steps_of(made)), milliseconds(3000));
}

TEST(timeline, adds_up_over_a_million_frames) {
	auto made = frames_of(std::vector<nanoseconds>(1'000'000, milliseconds(10)));
	made.when.speed = 3;
	EXPECT_EQ(sum(steps_of(made)), nanoseconds(3'333'333'333'333));
}

TEST(timeline, refuses_a_frame_of_more_than_an_hour) {
	auto made = frames_of({milliseconds(1), hours(1)});
	EXPECT_EQ(steps_of(made).back().hold, hours(1));
	made.when.speed = 0.5;
	const auto said = said_by([&] { steps_of(made); });
	EXPECT_EQ(said.what, "frame 1 would stay 7200 s; a frame stays an hour at most");
	EXPECT_EQ(said.where.file, "x.json");
}

TEST(timeline, unrolls) {
	auto made = four();
	made.when.speed = 2;
	made.when.reverse = made.when.ping_pong = true;
	made.when.flip = mirroring::both;
	const auto before = steps_of(made);
	unroll(made);
	EXPECT_EQ(told(made), "0:20 1:15 2:10 3:5 4:10 5:15");
	EXPECT_EQ(sum(steps_of(made)), sum(before));
	EXPECT_EQ(made.when.flip, mirroring::both);
}

TEST(timeline, lets_the_command_line_have_its_way) {
	timeline over, under;
	over.speed = 2;
	over.reverse = false;
	under.speed = 3;
	under.reverse = true;
	under.flip = mirroring::both;
	const auto both = laid_over(over, under);
	EXPECT_EQ(both.speed, 2);
	EXPECT_EQ(both.reverse, false);
	EXPECT_EQ(both.flip, mirroring::both);
	EXPECT_FALSE(both.from);
}

} // namespace
} // namespace assetc
