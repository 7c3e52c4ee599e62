// SPDX-License-Identifier: GPL-2.0-or-later
//
// Copyright (C) 2026 the knock-out authors

#include <vector>

#include <gtest/gtest.h>

#include "playback.h"

namespace {

constexpr __u64 ms = 1'000'000;

// An animation of which only lengths and holds matter: entry k of four bytes, for 10 ms and k more.
struct Film {
	std::vector<frame> entries;
	frame_table table{};

	explicit Film(__u32 frames) {
		for (__u32 i = 0; i < frames; i++)
			entries.push_back({"abcd", 4, (10 + i) * 1000});
		entries.push_back({"abcd", 4, 10'000});
		table.entries = entries.data();
		table.frames = frames;
	}
};

// A viewer of that film, who always reads whole entries.
struct Viewer {
	const Film &film;
	__u32 speed = 100;
	__u32 loops = 0;
	playback play{};

	bool begin(__u64 now) { return playback_begin(&play, &film.table, now, speed, loops); }
	bool send(__u32 bytes) { return playback_sent(&play, &film.table, bytes); }

	// The entry that comes now, or -1 at the end.
	int watch(__u64 now) {
		if (!begin(now))
			return -1;
		const auto entry = static_cast<int>(play.entry);
		EXPECT_TRUE(send(4));
		return entry;
	}

	std::vector<int> watch_to_the_end() {
		std::vector<int> seen;
		for (__u64 now = 1000 * ms; seen.size() < 100; now = play.due_ns) {
			const int entry = watch(now);
			if (entry < 0)
				break;
			seen.push_back(entry);
		}
		return seen;
	}
};

TEST(Order, EntersAtZeroAndLoopsAtOne) {
	const Film film(3);
	Viewer viewer{film, 100, 3};
	EXPECT_EQ(viewer.watch_to_the_end(), (std::vector{0, 1, 2, 3, 1, 2, 3, 1, 2}));
}

TEST(Order, OneFrameLoopsOverItsLastEntry) {
	const Film film(1);
	Viewer viewer{film, 100, 3};
	EXPECT_EQ(viewer.watch_to_the_end(), (std::vector{0, 1, 1}));
}

TEST(Order, OneLoopNeedsNoWayBack) {
	const Film film(2);
	Viewer viewer{film, 100, 1};
	EXPECT_EQ(viewer.watch_to_the_end(), (std::vector{0, 1}));
}

TEST(Order, ZeroLoopsIsForEver) {
	const Film film(2);
	Viewer viewer{film};
	EXPECT_EQ(viewer.watch_to_the_end().size(), 100U);
}

TEST(Order, TheCountOfLoopsDoesNotOverflow) {
	const Film film(1);
	Viewer viewer{film};
	viewer.play.loops = U32_MAX;
	EXPECT_EQ(viewer.watch(1 * ms), 0);
	EXPECT_EQ(viewer.play.loops, U32_MAX);
}

TEST(End, ComesWhenTheLastHoldIsOver) {
	const Film film(2);
	Viewer viewer{film, 100, 1};
	viewer.watch(100 * ms);
	viewer.watch(110 * ms);
	EXPECT_EQ(viewer.play.due_ns, 121 * ms);
	EXPECT_FALSE(viewer.begin(121 * ms));
}

TEST(End, IsFinal) {
	const Film film(1);
	Viewer viewer{film, 100, 1};
	viewer.watch(1 * ms);
	EXPECT_FALSE(viewer.begin(11 * ms));
	viewer.loops = 0;
	EXPECT_FALSE(viewer.begin(12 * ms));
}

TEST(End, IsDecidedOnlyWhenItIsDue) {
	const Film film(1);
	Viewer viewer{film, 100, 1};
	viewer.watch(1 * ms);
	viewer.loops = 2;
	EXPECT_EQ(viewer.watch(11 * ms), 1);
	EXPECT_EQ(viewer.watch(21 * ms), -1);
}

TEST(End, FewerLoopsThanPlayedEndWithThisOne) {
	const Film film(2);
	Viewer viewer{film};
	for (int i = 0; i < 7; i++)
		viewer.watch(viewer.play.due_ns + 1);
	viewer.loops = 1;
	EXPECT_EQ(viewer.watch(viewer.play.due_ns), 1);
	EXPECT_EQ(viewer.watch(viewer.play.due_ns), -1);
}

TEST(Clock, StartsAtTheFirstRead) {
	const Film film(2);
	Viewer viewer{film};
	viewer.watch(5 * ms); // earlier than one hold after the clock's own zero
	EXPECT_EQ(viewer.play.due_ns, 15 * ms);
}

TEST(Clock, LatenessDoesNotAddUp) {
	const Film film(2);
	Viewer viewer{film};
	viewer.watch(100 * ms);
	viewer.watch(110 * ms + 7);
	EXPECT_EQ(viewer.play.due_ns, 121 * ms);
	viewer.watch(121 * ms + 9 * ms);
	EXPECT_EQ(viewer.play.due_ns, 131 * ms);
}

TEST(Clock, OneHoldBehindIsStillOnTime) {
	const Film film(2);
	Viewer viewer{film};
	viewer.watch(100 * ms);
	viewer.watch(110 * ms + 11 * ms);
	EXPECT_EQ(viewer.play.due_ns, 121 * ms);
}

TEST(Clock, MoreThanOneHoldBehindGoesOnFromNow) {
	const Film film(2);
	Viewer viewer{film};
	viewer.watch(100 * ms);
	viewer.watch(110 * ms + 11 * ms + 1);
	EXPECT_EQ(viewer.play.due_ns, 132 * ms + 1);
}

TEST(Clock, TakesTheLongestHoldAtTheSlowestSpeed) {
	const frame longest{"a", 1, U32_MAX};
	EXPECT_EQ(hold_ns(&longest, 10), 42'949'672'950'000ULL);
}

TEST(Clock, TakesTheShortestHoldAtTheHighestSpeed) {
	const frame shortest{"a", 1, 1};
	EXPECT_EQ(hold_ns(&shortest, 1000), 100U);
}

TEST(Speed, ScalesTheHold) {
	const Film film(2);
	Viewer viewer{film, 250};
	viewer.watch(100 * ms);
	EXPECT_EQ(viewer.play.due_ns, 104 * ms);
}

TEST(Speed, ANewOneHoldsFromTheNextFrameOn) {
	const Film film(2);
	Viewer viewer{film};
	viewer.begin(100 * ms);
	viewer.send(1);
	viewer.speed = 200;
	viewer.send(3);
	EXPECT_EQ(viewer.play.due_ns, 110 * ms);
	viewer.watch(110 * ms);
	EXPECT_EQ(viewer.play.due_ns, 115 * ms + ms / 2);
}

TEST(Bytes, TheRestOfAnEntryStays) {
	const Film film(2);
	Viewer viewer{film};
	viewer.begin(100 * ms);
	EXPECT_FALSE(viewer.send(1));
	EXPECT_FALSE(viewer.send(2));
	EXPECT_EQ(viewer.play.entry, 0U);
	EXPECT_EQ(viewer.play.sent, 3U);
	EXPECT_TRUE(viewer.send(1));
	EXPECT_EQ(viewer.play.entry, 1U);
	EXPECT_EQ(viewer.play.sent, 0U);
}

TEST(Bytes, BeginningTwiceChangesNothing) {
	const Film film(2);
	Viewer viewer{film};
	viewer.begin(100 * ms);
	const playback first = viewer.play;
	viewer.begin(101 * ms); // as after a read() whose memory was bad
	EXPECT_EQ(viewer.play.due_ns, first.due_ns);
	EXPECT_EQ(viewer.play.entry, first.entry);
}

} // namespace
