// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) the knock-out authors
//
// D9, last part: splice and sendfile either work as read() does, or are refused
// so that programs fall back to read().

#define _GNU_SOURCE
#include "conformance.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/sendfile.h>
#include <unistd.h>

// Takes what came through the pipe; false if the call was refused.
static bool take_piped(struct viewer *viewer, int from, ssize_t count, const char *call) {
	if (count < 0) {
		require(errno == EINVAL || errno == EOPNOTSUPP,
			"%s is refused by \"%s\", so that nobody falls back to read()", call, strerror(errno));
		return false;
	}
	require(count > 0, "%s returned 0 though the play is not over", call);
	require(read(from, big_buffer, BIG) == count, "%s returned %zd, but another count is in the pipe", call, count);
	take_bytes(viewer, big_buffer, count);
	return true;
}

static void splice_frames(void) {
	struct viewer viewer;
	int ends[2];

	pace(50);
	require(pipe2(ends, O_CLOEXEC) == 0, "there is no pipe");
	viewer = open_viewer(0);
	viewer.start_us = now_us();
	while (viewer.frame < 12)
		if (!take_piped(&viewer, ends[0], splice(viewer.fd, NULL, ends[1], NULL, 65536, 0), "splice"))
			break;
	take_frame(&viewer);
}

static void sendfile_frames(void) {
	struct viewer viewer;
	int ends[2];

	pace(50);
	require(pipe2(ends, O_CLOEXEC) == 0, "there is no pipe");
	viewer = open_viewer(0);
	viewer.start_us = now_us();
	while (viewer.frame < 6)
		if (!take_piped(&viewer, ends[0], sendfile(ends[1], viewer.fd, NULL, 20), "sendfile"))
			break;
	take_frame(&viewer);
}

static void splice_for_ever(void *unused) {
	struct viewer viewer = open_viewer(0);
	int ends[2], nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);

	(void)unused;
	require(pipe2(ends, O_CLOEXEC) == 0, "there is no pipe");
	for (;;) {
		ssize_t count = sendfile(nowhere, viewer.fd, NULL, 1 << 30);

		if (count < 0)
			count = read(viewer.fd, big_buffer, BIG);
		require(count > 0, "watching ended: %s", strerror(errno));
	}
}

// As `cat` does: sendfile with a large count, and then Ctrl-C.
static void splice_ends(void) {
	pid_t process;
	int status;

	pace(1000);
	process = start_process(splice_for_ever, NULL);
	sleep_us(shortest_hold_us() / 4);
	kill(process, SIGINT);
	require(ends_within(process, shortest_hold_us() / 2, &status), "SIGINT does not end a viewer in sendfile");
}

const struct check splice_checks[] = {
	{"D9.splice", "splice gives the same stream, or is refused", splice_frames, 1},
	{"D9.sendfile", "sendfile gives the same stream, or is refused", sendfile_frames, 1},
	{"D9.splice_ends", "who splices can be interrupted", splice_ends, 3},
	{0},
};
