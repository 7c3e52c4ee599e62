// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) the knock-out authors
//
// D9, first part: O_NONBLOCK, poll and select.

#define _GNU_SOURCE
#include "conformance.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/select.h>
#include <sys/uio.h>
#include <unistd.h>

#define READABLE (POLLIN | POLLRDNORM)

// What poll() says of the viewer within so many milliseconds.
static int poll_events(int fd, int timeout_ms) {
	struct pollfd entry = {.fd = fd, .events = READABLE};
	int count = poll(&entry, 1, timeout_ms);

	require(count >= 0, "poll failed: %s", strerror(errno));
	return count ? entry.revents : 0;
}

static void require_readable(int fd, int timeout_ms, const char *when) {
	int events = poll_events(fd, timeout_ms);

	require((events & READABLE) == READABLE, "%s poll says %#x, not readable", when, (unsigned int)events);
	require(!(events & (POLLERR | POLLNVAL)), "%s poll reports an error, %#x", when, (unsigned int)events);
}

static void again_until_due(void) {
	struct viewer viewer;

	pace(100);
	viewer = open_viewer(O_NONBLOCK);
	take_frame(&viewer);
	for (int n = 1; n < 5; n++) {
		int64_t due = viewer.start_us + due_us(n);

		while (now_us() < due - 2000) {
			require_not_due(&viewer);
			sleep_us(1000);
		}
		sleep_until_us(due + 500);
		take_frame(&viewer);
		require_on_time(&viewer, "a read without waiting ended");
	}
}

static void switched_on(void) {
	struct viewer viewer;
	int yes = 1;

	pace(300);
	viewer = open_viewer(0);
	take(&viewer, 2);
	require(fcntl(viewer.fd, F_SETFL, O_NONBLOCK) == 0, "O_NONBLOCK cannot be set: %s", strerror(errno));
	take_frame(&viewer);
	require_not_due(&viewer);
	require(fcntl(viewer.fd, F_SETFL, 0) == 0, "O_NONBLOCK cannot be cleared: %s", strerror(errno));
	take_frame(&viewer);
	require_on_time(&viewer, "a read after O_NONBLOCK was cleared ended");
	require(ioctl(viewer.fd, FIONBIO, &yes) == 0, "FIONBIO is refused: %s", strerror(errno));
	require_not_due(&viewer);
}

// RWF_NOWAIT: for one read what O_NONBLOCK is for all.  It may be unknown.
static void nowait(void) {
	struct iovec vector = {big_buffer, BIG};
	struct viewer viewer;
	int64_t start;
	ssize_t count;

	pace(300);
	viewer = open_viewer(0);
	take_frame(&viewer);
	start = now_us();
	count = preadv2(viewer.fd, &vector, 1, -1, RWF_NOWAIT);
	if (count < 0 && errno == EOPNOTSUPP)
		return;
	require(count < 0 && errno == EAGAIN, "a read with RWF_NOWAIT before the frame is due returned %zd: %s", count,
		strerror(errno));
	require(now_us() - start < tolerance_us(), "a read with RWF_NOWAIT waited");
	sleep_until_us(viewer.start_us + due_us(1) + 500);
	take_bytes(&viewer, big_buffer, preadv2(viewer.fd, &vector, 1, -1, RWF_NOWAIT));
}

static void poll_times(void) {
	struct viewer viewer;

	pace(100);
	viewer = open_viewer(0);
	require_readable(viewer.fd, 0, "before the first read");
	take_frame(&viewer);
	for (int n = 0; n < 4; n++) {
		require(poll_events(viewer.fd, 0) == 0, "poll says readable before the frame is due");
		require_readable(viewer.fd, -1, "after its wait");
		viewer.frame++;
		require_on_time(&viewer, "poll returned");
		viewer.frame--;
		require_readable(viewer.fd, 0, "once the frame is due");
		take_frame(&viewer);
		require_on_time(&viewer, "a read after poll ended");
	}
}

static void poll_timeout(void) {
	struct viewer viewer;
	int64_t start, waited;
	int limit_ms;

	pace(300);
	limit_ms = (int)(shortest_hold_us() / 3000);
	viewer = open_viewer(0);
	take_frame(&viewer);
	start = now_us();
	require(poll_events(viewer.fd, limit_ms) == 0, "poll says readable before the frame is due");
	waited = now_us() - start;
	require(waited >= limit_ms * 1000 - 1000 && waited < limit_ms * 1000 + tolerance_us(),
		"poll for %d ms took %jd us", limit_ms, (intmax_t)waited);
}

static void poll_rest(void) {
	struct viewer viewer;

	pace(300);
	viewer = open_viewer(O_NONBLOCK);
	while (rest_of_frame(&viewer) > 1) {
		take(&viewer, rest_of_frame(&viewer) / 2);
		require_readable(viewer.fd, 0, "in the middle of a frame");
	}
	take_frame(&viewer);
	require(poll_events(viewer.fd, 0) == 0, "poll says readable between two frames");
}

static void poll_end(void) {
	struct viewer viewer;

	pace(50);
	set_loops(1);
	if (loop_us() > 5000000)
		skip("a loop lasts too long");
	viewer = open_viewer(O_NONBLOCK);
	while (viewer.frame < table->frames) {
		require_readable(viewer.fd, -1, "when a frame is due");
		take_frame(&viewer);
	}
	require_not_due(&viewer);
	require_readable(viewer.fd, 10000, "at the end of the play");
	viewer.frame++;
	require_on_time(&viewer, "the end was reported");
	require_end(&viewer);
	require_readable(viewer.fd, 0, "after the end");
	require_end(&viewer);
}

static void select_times(void) {
	struct viewer viewer;
	fd_set readable;

	pace(100);
	viewer = open_viewer(O_NONBLOCK);
	for (int n = 0; n < 4; n++) {
		FD_ZERO(&readable);
		FD_SET(viewer.fd, &readable);
		require(select(viewer.fd + 1, &readable, NULL, NULL, NULL) == 1, "select failed: %s", strerror(errno));
		require(FD_ISSET(viewer.fd, &readable), "select returned, but not for the viewer");
		take_frame(&viewer);
		require_on_time(&viewer, "select returned");
	}
}

static void poll_from_child(void *argument) {
	struct viewer *viewer = argument;

	require_readable(viewer->fd, 10000, "in a child");
	viewer->frame++;
	require_on_time(viewer, "poll in a child returned");
}

// Everyone who waits for the frame is told.
static void two_pollers(void) {
	struct viewer viewer;
	pid_t first, second;

	pace(300);
	viewer = open_viewer(0);
	take_frame(&viewer);
	first = start_process(poll_from_child, &viewer);
	second = start_process(poll_from_child, &viewer);
	poll_from_child(&viewer);
	require_success(first, "the first child");
	require_success(second, "the second child");
}

// A closed viewer leaves no timer behind that rings for nobody.
static void closed_while_waited_for(void) {
	pace(10);
	for (int n = 0; n < 40; n++) {
		struct viewer viewer = open_viewer(0);

		take_frame(&viewer);
		require(poll_events(viewer.fd, 0) == 0 || n, "poll says readable before the frame is due");
		close(viewer.fd);
	}
	sleep_us(shortest_hold_us() * 3);
}

const struct check poll_checks[] = {
	{"D9.nonblock", "without waiting: EAGAIN until the frame is due", again_until_due, 3},
	{"D9.switched", "O_NONBLOCK can be set and cleared while it plays", switched_on, 3},
	{"D9.nowait", "RWF_NOWAIT does not wait", nowait, 3},
	{"D9.poll", "poll says readable exactly when the next frame is due", poll_times, 3},
	{"D9.poll_timeout", "poll keeps its time limit", poll_timeout, 3},
	{"D9.poll_rest", "poll says readable as long as some of a frame is left", poll_rest, 3},
	{"D9.poll_end", "poll says readable at the end of the play", poll_end, 3},
	{"D9.select", "select says readable when the next frame is due", select_times, 3},
	{"D9.two_pollers", "all who poll one viewer are told", two_pollers, 3},
	{"D9.closed", "a viewer may be closed while a frame is waited for", closed_while_waited_for, 1},
	{0},
};
