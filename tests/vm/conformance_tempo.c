// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) the knock-out authors
//
// D4 and D5: absolute deadlines, and what happens to those who miss them.

#include "conformance.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define FRAMES 50

// A frame that is later by more than a hold than the one before it: then the whole
// machine was away, and play rightly goes on from then, and so does our schedule.
static void forgive_absence(struct viewer *viewer, int64_t *lateness, int64_t before) {
	if (*lateness - before <= hold_us(viewer->frame - 1))
		return;
	viewer->start_us += *lateness - before;
	*lateness = before;
}

// How late each frame came; with a pause of so many parts in ten of each hold
// between two reads.
static void measure(int64_t lateness[FRAMES + 1], int pause) {
	struct viewer viewer = open_viewer(0);

	for (int n = 0; n <= FRAMES; n++) {
		take_frame(&viewer);
		lateness[n] = lateness_us(&viewer);
		require(lateness[n] >= -10 - n, "frame %d came %jd us before it was due", n, (intmax_t)-lateness[n]);
		forgive_absence(&viewer, &lateness[n], n ? lateness[n - 1] : 0);
		sleep_us(hold_us(n) * pause / 10);
	}
}

static void require_tempo(const int64_t lateness[FRAMES + 1]) {
	int64_t asked = due_us(FRAMES);
	int64_t off = lateness[FRAMES] - lateness[0];

	require(llabs(off) * 100 <= asked, "%d frames took %jd us, and their holds are %jd us", FRAMES,
		(intmax_t)(asked + off), (intmax_t)asked);
}

// Lateness that adds up shows as a difference between the first frames and the last.
static void require_no_drift(const int64_t lateness[FRAMES + 1]) {
	enum { PART = 15 };
	int64_t first[PART], last[PART], drift;

	for (int i = 0; i < PART; i++) {
		first[i] = lateness[i + 1];
		last[i] = lateness[FRAMES - i];
	}
	drift = median_us(last, PART) - median_us(first, PART);
	require(drift < 2000, "after %d frames the player is %jd us later than at the start", FRAMES, (intmax_t)drift);
}

static void tempo(void) {
	int64_t lateness[FRAMES + 1];

	pace(70);
	measure(lateness, 0);
	require_tempo(lateness);
	require_no_drift(lateness);
}

static void busy_viewer(void) {
	int64_t lateness[FRAMES + 1];

	pace(40);
	measure(lateness, 4);
	require_tempo(lateness);
	require_no_drift(lateness);
}

// Half a hold late is not away: the frames after it are due when they were.
static void half_late(void) {
	struct viewer viewer;

	pace(100);
	viewer = open_viewer(0);
	take_frame(&viewer);
	for (int n = 0; n < 6; n++) {
		sleep_us(hold_us(viewer.frame - 1) + hold_us(viewer.frame) / 2);
		take_frame(&viewer);
		take_frame(&viewer);
		require_on_time(&viewer, "after half a hold's delay a frame came");
	}
}

// The next frame at once, as it is overdue, and from then on one hold each.
static void require_fresh_start(struct viewer *viewer) {
	int64_t start = now_us(), waited;

	take_frame(viewer);
	waited = now_us() - start;
	require(waited < tolerance_us(), "a viewer who was away had to wait %jd us more", (intmax_t)waited);
	for (int n = 0; n < 3; n++) {
		int64_t hold = hold_us(viewer->frame - 1);

		start = now_us();
		take_frame(viewer);
		waited = now_us() - start;
		require(waited > hold - tolerance_us(),
			"frame %d after the absence came %jd us after the one before, not %jd", n + 1, (intmax_t)waited,
			(intmax_t)hold);
	}
}

static void away(void) {
	struct viewer viewer;

	pace(100);
	viewer = open_viewer(0);
	take_frames(&viewer, 2);
	sleep_us(due_us(6));
	require_fresh_start(&viewer);
}

#define MOST_STAMPS 100

struct stamps {
	int count;
	int64_t us[MOST_STAMPS];
};

static void stamp_frames(void *memory) {
	struct stamps *stamps = memory;
	struct viewer viewer = open_viewer(0);

	while (stamps->count < MOST_STAMPS) {
		take_frame(&viewer);
		stamps->us[stamps->count] = now_us();
		__atomic_add_fetch(&stamps->count, 1, __ATOMIC_SEQ_CST);
	}
}

static void stopped(void) {
	struct stamps *stamps = shared_memory(sizeof(*stamps));
	int before, after, status;
	pid_t viewer;

	pace(100);
	viewer = start_process(stamp_frames, stamps);
	sleep_us(due_us(3) + hold_us(3) / 2);
	kill(viewer, SIGSTOP);
	require(waitpid(viewer, &status, WUNTRACED) == viewer && WIFSTOPPED(status), "the viewer does not stop");
	before = __atomic_load_n(&stamps->count, __ATOMIC_SEQ_CST);
	sleep_us(due_us(8));
	kill(viewer, SIGCONT);
	sleep_us(shortest_hold_us() / 2);
	after = __atomic_load_n(&stamps->count, __ATOMIC_SEQ_CST);
	require(after - before <= 1, "a viewer who had been stopped was sent a burst of %d frames", after - before);
	require(after - before == 1, "a viewer who had been stopped got no frame when it went on");
	sleep_us(shortest_hold_us() * 2);
	after = __atomic_load_n(&stamps->count, __ATOMIC_SEQ_CST);
	require(after - before >= 2, "a viewer who had been stopped does not go on");
	kill(viewer, SIGKILL);
}

#define SLEEPS 60

// Both wake-ups come from the same kind of timer: ours should not be the later.
static void punctual(void) {
	int64_t ours[SLEEPS], theirs[SLEEPS], start, read_us, sleep;
	struct viewer viewer;

	pace(20);
	viewer = open_viewer(0);
	take_frame(&viewer);
	for (int n = 0; n < SLEEPS; n++) {
		take_frame(&viewer);
		ours[n] = lateness_us(&viewer);
		forgive_absence(&viewer, &ours[n], n ? ours[n - 1] : 0);
	}
	start = now_us();
	for (int n = 0; n < SLEEPS; n++) {
		sleep_until_us(start + due_us(n + 1));
		theirs[n] = now_us() - start - due_us(n + 1);
	}
	read_us = median_us(ours, SLEEPS);
	sleep = median_us(theirs, SLEEPS);
	require(read_us <= sleep * 3 / 2 + 1000, "frames are %jd us late, clock_nanosleep is %jd us late",
		(intmax_t)read_us, (intmax_t)sleep);
}

const struct check tempo_checks[] = {
	{"D4.tempo", "50 frames take as long as their holds say, within 1 %, and do not drift", tempo, 3},
	{"D4.busy_viewer", "what a viewer does between two reads does not change the tempo", busy_viewer, 3},
	{"D4.half_late", "a frame that is fetched late does not delay the next", half_late, 3},
	{"D4.punctual", "a frame comes as punctually as clock_nanosleep wakes", punctual, 3},
	{"D5.away", "who was away for some holds goes on from now", away, 3},
	{"D5.stopped", "SIGSTOP and SIGCONT are followed by no burst", stopped, 3},
	{0},
};
