// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) the knock-out authors
//
// D2, D3 and D6: every viewer gets the frames of the table, whatever its buffer.

#include "conformance.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/uio.h>
#include <unistd.h>

// Three loops, or as much of them as takes some seconds at the highest speed.
static uint64_t enough_frames(void) {
	uint64_t frames = table->frames * UINT64_C(3);

	while (frames > table->frames + 2 && due_us(frames) > 4000000)
		frames = frames * 3 / 4;
	return frames > 2000 ? 2000 : frames;
}

static void stream_of_size(size_t size) {
	struct viewer viewer;
	uint64_t frames;

	pace(1);
	frames = enough_frames();
	viewer = open_viewer(0);
	while (viewer.frame < frames)
		take(&viewer, size);
}

static void size_1(void) {
	stream_of_size(1);
}
static void size_7(void) {
	stream_of_size(7);
}
static void size_4096(void) {
	stream_of_size(4096);
}
static void size_1_mib(void) {
	stream_of_size(BIG);
}

static void mixed_sizes(void) {
	static const size_t sizes[] = {3, 4096, 1, 64, 13, 255, 1024, 2, 100000, 17};
	struct viewer viewer;
	uint64_t frames;

	pace(1);
	frames = enough_frames();
	viewer = open_viewer(0);
	for (size_t i = 0; viewer.frame < frames; i++)
		take(&viewer, sizes[i % (sizeof(sizes) / sizeof(*sizes))]);
}

// One read into scattered pieces, some of them empty, fills them in order.
static void take_vector(struct viewer *viewer, size_t piece) {
	enum { PIECES = 64 };
	struct iovec vector[PIECES];
	size_t room = 0, rest = rest_of_frame(viewer);
	ssize_t count;

	for (int i = 0; i < PIECES; i++) {
		vector[i].iov_base = big_buffer + room;
		vector[i].iov_len = i % 3 == 1 ? 0 : piece;
		room += vector[i].iov_len;
	}
	count = readv(viewer->fd, vector, PIECES);
	take_bytes(viewer, big_buffer, count);
	require((size_t)count == (rest < room ? rest : room),
		"readv with room for %zu bytes returned %zd, though %zu were left of the frame", room, count, rest);
}

static void scattered(void) {
	struct viewer viewer;

	pace(1);
	viewer = open_viewer(0);
	for (size_t piece = 1; viewer.frame < 20; piece = piece * 3 % 1021)
		take_vector(&viewer, piece);
}

static void first_at_once(void) {
	struct viewer viewer;

	pace(300);
	viewer = open_viewer(0);
	take_frame(&viewer);
	require_on_time(&viewer, "the first read ended");
}

static void each_from_the_start(void) {
	struct viewer first, second;

	pace(10);
	first = open_viewer(0);
	take_frames(&first, 5);
	take(&first, 3);
	second = open_viewer(0);
	take_frames(&second, 3);
	take_frames(&first, 3);
	close(first.fd);
	take_frames(&second, 3);
	first = open_viewer(0);
	take_frames(&first, 3);
}

static void read_after(int64_t pause_us) {
	struct viewer viewer = open_viewer(0);

	sleep_us(pause_us);
	for (int n = 0; n < 3; n++) {
		take_frame(&viewer);
		require_on_time(&viewer, "a read ended");
	}
}

static void clock_from_first_read(void) {
	pace(100);
	read_after(shortest_hold_us() * 3 / 5);
	read_after(shortest_hold_us() * 5 / 2);
}

// Two viewers half a hold apart, each on its own clock.
static void own_clocks(void) {
	struct viewer viewers[2];

	pace(200);
	viewers[0] = open_viewer(0);
	viewers[1] = open_viewer(0);
	for (int n = 0; n < 8; n++) {
		struct viewer *viewer = &viewers[n % 2];

		if (n == 1)
			sleep_us(hold_us(0) / 2);
		take_frame(viewer);
		require_on_time(viewer, "a read ended");
	}
}

static void rest_at_once(void) {
	struct viewer viewer;

	pace(300);
	viewer = open_viewer(0);
	for (int n = 0; n < 3; n++) {
		if (rest_of_frame(&viewer) > 2)
			take(&viewer, 2);
		take_frame(&viewer);
		require_on_time(&viewer, "the rest of a frame came");
	}
}

// Not even when the rest of one is fetched so late that the next is due as well.
static void one_frame_of_two(void) {
	struct viewer viewer;

	pace(100);
	viewer = open_viewer(0);
	for (int n = 0; n < 3; n++) {
		if (rest_of_frame(&viewer) > 1)
			take(&viewer, 1);
		sleep_us(hold_us(viewer.frame) + shortest_hold_us() / 2);
		take_frame(&viewer);
		take_frame(&viewer);
	}
}

static void read_nothing(int fd) {
	ssize_t count = read(fd, big_buffer, 0);

	require(count == 0, "read(0) returned %zd", count);
	count = read(fd, NULL, 0);
	require(count == 0, "read(0) to nowhere returned %zd", count);
}

static void read_zero(void) {
	struct viewer viewer;
	int64_t start;

	pace(200);
	viewer = open_viewer(0);
	read_nothing(viewer.fd);
	take(&viewer, 1);
	read_nothing(viewer.fd);
	take_frame(&viewer);
	start = now_us();
	read_nothing(viewer.fd);
	require(now_us() - start < tolerance_us(), "read(0) waited for a frame");
	take_frame(&viewer);
	require_on_time(&viewer, "the frame after read(0) came");
}

const struct check stream_checks[] = {
	{"D2.at_once", "the first frame is due at once", first_at_once, 3},
	{"D2.from_the_start", "each viewer starts at the first frame, whatever others do", each_from_the_start, 1},
	{"D2.clock", "a viewer's clock starts at its first read, not before", clock_from_first_read, 3},
	{"D2.own_clocks", "each viewer has a clock of its own", own_clocks, 3},
	{"D3.size_1_mib", "a large read returns one frame, and that one whole", size_1_mib, 1},
	{"D3.one_of_two", "a read returns one frame though two are due", one_frame_of_two, 1},
	{"D6.size_1", "byte by byte the stream is the same", size_1, 1},
	{"D6.size_7", "seven bytes at a time the stream is the same", size_7, 1},
	{"D6.size_4096", "page by page the stream is the same", size_4096, 1},
	{"D6.mixed", "whatever the sizes, the stream is the same", mixed_sizes, 1},
	{"D6.scattered", "readv gets the same stream", scattered, 1},
	{"D6.rest_at_once", "what did not fit comes with the next read, at once", rest_at_once, 3},
	{"D6.read_zero", "read(0) returns 0 at once and disturbs nothing", read_zero, 3},
	{0},
};
