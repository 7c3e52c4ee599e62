// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) the knock-out authors
//
// D12: how play ends.

#include "conformance.h"

#include <poll.h>
#include <unistd.h>

#define LONGEST_LOOP_US 3000000

static void require_short_loop(void) {
	if (loop_us() > LONGEST_LOOP_US)
		skip("a loop lasts %jd ms even at the highest speed", (intmax_t)(loop_us() / 1000));
}

static void play_loops(int loops, size_t size) {
	struct viewer viewer;

	pace(10);
	require_short_loop();
	set_loops(loops);
	viewer = open_viewer(0);
	while (viewer.frame < (uint64_t)loops * table->frames)
		take(&viewer, size);
	require_end(&viewer);
}

static void one_loop(void) {
	play_loops(1, BIG);
}
static void three_loops(void) {
	play_loops(3, 11);
}

// The first read that returns 0 is due like a frame.
static void last_hold(void) {
	struct viewer viewer;
	int64_t ended;

	pace(100);
	require_short_loop();
	set_loops(1);
	viewer = open_viewer(0);
	take_frames(&viewer, (int)table->frames);
	require(read(viewer.fd, big_buffer, BIG) == 0, "play does not end after one loop");
	ended = now_us() - viewer.start_us - loop_us();
	require(ended >= -10 - (int64_t)table->frames, "play ended %jd us before the last frame had been held",
		(intmax_t)-ended);
	require(ended <= tolerance_us(), "play ended %jd us late", (intmax_t)ended);
	require_end(&viewer);
}

// What the asset asks for, with no parameter set.
static void as_the_asset_says(void) {
	struct viewer viewer;
	uint64_t frames = table->loops * (uint64_t)table->frames;

	pace(1);
	set_loops(0);
	if (!table->loops)
		frames = table->frames + 2;
	if (due_us(frames) > LONGEST_LOOP_US)
		skip("it plays too long");
	viewer = open_viewer(0);
	while (viewer.frame < frames)
		take_frame(&viewer);
	if (table->loops)
		require_end(&viewer);
	else
		take_frame(&viewer);
}

static void for_ever(void) {
	struct viewer viewer;

	pace(1);
	require_short_loop();
	viewer = open_viewer(0);
	for (uint64_t n = 0; n < table->frames * UINT64_C(4) + 1; n++)
		take_frame(&viewer);
}

// Written while it plays: the loop that is playing is the last one.
static void ended_while_playing(void) {
	struct viewer viewer;
	uint64_t most = table->frames * UINT64_C(2);

	pace(10);
	require_short_loop();
	viewer = open_viewer(0);
	take_frames(&viewer, (int)table->frames + 1);
	set_loops(1);
	for (;;) {
		ssize_t count = read(viewer.fd, big_buffer, BIG);

		if (count == 0)
			break;
		take_bytes(&viewer, big_buffer, count);
		require(viewer.frame <= most, "play goes on after the loop in which loops was set to 1");
	}
	require_end(&viewer);
}

static void prolonged_while_playing(void) {
	struct viewer viewer;

	pace(10);
	require_short_loop();
	set_loops(1);
	viewer = open_viewer(0);
	take_frame(&viewer);
	set_loops(2);
	for (uint64_t n = 1; n < table->frames * UINT64_C(2); n++)
		take_frame(&viewer);
	require_end(&viewer);
}

// Who has seen the end does not start again because loops is raised.
static void end_is_final(void) {
	struct viewer viewer;

	pace(1);
	require_short_loop();
	set_loops(1);
	viewer = open_viewer(0);
	take_frames(&viewer, (int)table->frames);
	require_end(&viewer);
	set_loops(-1);
	require_end(&viewer);
}

const struct check end_checks[] = {
	{"D12.one_loop", "after one loop read returns 0, and again", one_loop, 1},
	{"D12.three_loops", "after three loops read returns 0, and again", three_loops, 1},
	{"D12.last_hold", "the last frame is held before the end", last_hold, 3},
	{"D12.asset", "without the parameter it plays as often as the asset says", as_the_asset_says, 1},
	{"D12.for_ever", "loops -1 goes on", for_ever, 1},
	{"D12.shortened", "loops written while it plays can end it", ended_while_playing, 1},
	{"D12.prolonged", "loops written while it plays can prolong it", prolonged_while_playing, 1},
	{"D12.final", "the end is the end", end_is_final, 1},
	{0},
};
