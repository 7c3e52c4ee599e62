// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) the knock-out authors
//
// Opening the device, reading from it and comparing with the table; time; and
// the parameters.

#include "conformance.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

char big_buffer[BIG];
int speed_percent = 100;

int64_t now_us(void) {
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * INT64_C(1000000) + now.tv_nsec / 1000;
}

void sleep_until_us(int64_t us) {
	struct timespec until = {.tv_sec = us / 1000000, .tv_nsec = us % 1000000 * 1000};

	while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, NULL) == EINTR)
		;
}

void sleep_us(int64_t us) {
	sleep_until_us(now_us() + us);
}

static int compare(const void *a, const void *b) {
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

int64_t median_us(int64_t *samples, size_t count) {
	qsort(samples, count, sizeof(*samples), compare);
	return samples[count / 2];
}

const char *parameter_path(const char *parameter) {
	static char path[256];

	snprintf(path, sizeof(path), "/sys/module/%s/parameters/%s", device_name, parameter);
	return path;
}

// 0, or the error that the kernel answered with.
int write_parameter(const char *parameter, const char *value) {
	int fd = open(parameter_path(parameter), O_WRONLY | O_CLOEXEC);
	int error = 0;

	if (fd < 0)
		return errno;
	if (write(fd, value, strlen(value)) < 0)
		error = errno;
	close(fd);
	return error;
}

// The number in a file of one line; it must hold nothing else.
int read_number(const char *path) {
	char text[64], *end;
	long number;
	ssize_t count;
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	require(fd >= 0, "%s cannot be read: %s", path, strerror(errno));
	count = read(fd, text, sizeof(text) - 1);
	close(fd);
	require(count > 0, "%s is empty", path);
	text[count] = '\0';
	number = strtol(text, &end, 10);
	require(end != text && strcmp(end, "\n") == 0, "%s is not a number and a newline: \"%s\"", path, text);
	return (int)number;
}

static void set_number(const char *parameter, int number) {
	char text[16];
	int error;

	snprintf(text, sizeof(text), "%d", number);
	error = write_parameter(parameter, text);
	if (error == EACCES || error == EPERM)
		skip("only root may set %s", parameter);
	require(error == 0, "%s refuses %d: %s", parameter, number, strerror(error));
}

void set_speed(int percent) {
	set_number("speed_percent", percent);
	speed_percent = percent;
}

void set_loops(int loops) {
	set_number("loops", loops);
}

// Who may not turn the knobs takes what is set, if that plays for ever.
static void keep_pace(void) {
	int loops = read_number(parameter_path("loops"));

	if (loops > 0 || (loops == 0 && table->loops))
		skip("only root may have it play for ever");
	speed_percent = read_number(parameter_path("speed_percent"));
}

// Plays for ever, with a shortest hold of about so many milliseconds.
void pace(int hold_ms) {
	int64_t percent;

	if (access(parameter_path("speed_percent"), W_OK) < 0) {
		keep_pace();
		return;
	}
	speed_percent = 100;
	percent = shortest_hold_us() / (hold_ms * 10);
	set_speed(percent < 10 ? 10 : percent > 1000 ? 1000 : (int)percent);
	set_loops(-1);
}

// How late a busy machine may be before we call the player late.
int64_t tolerance_us(void) {
	return shortest_hold_us() / 3;
}

struct viewer open_viewer(int flags) {
	struct viewer viewer = {.fd = open(device_path, O_RDONLY | O_CLOEXEC | flags)};

	require(viewer.fd >= 0, "%s cannot be opened: %s", device_path, strerror(errno));
	return viewer;
}

size_t rest_of_frame(const struct viewer *viewer) {
	return nth_frame(viewer->frame)->length - viewer->at;
}

// Takes note of what a read returned: bytes of the frame that is next, as the
// table has them, and none of the one after.
void take_bytes(struct viewer *viewer, const char *bytes, ssize_t count) {
	const struct frame *frame = nth_frame(viewer->frame);
	size_t rest = rest_of_frame(viewer);

	require(count >= 0, "reading frame %ju failed: %s", (uintmax_t)viewer->frame, strerror(errno));
	require(count > 0, "the play ended in front of byte %zu of frame %ju", viewer->at, (uintmax_t)viewer->frame);
	require((size_t)count <= rest, "one read returned %zd bytes, though frame %ju had only %zu left", count,
		(uintmax_t)viewer->frame, rest);
	for (ssize_t i = 0; i < count; i++)
		require(bytes[i] == frame->bytes[viewer->at + i],
			"byte %zu of frame %ju is \\%03o, not \\%03o as in the table", viewer->at + i,
			(uintmax_t)viewer->frame, bytes[i] & 0xff, frame->bytes[viewer->at + i] & 0xff);
	viewer->at += count;
	if (viewer->at == frame->length) {
		viewer->frame++;
		viewer->at = 0;
	}
}

// One read with room for so many bytes: it has to return what fits.
void take(struct viewer *viewer, size_t size) {
	size_t rest = rest_of_frame(viewer);
	size_t fits = size < rest ? size : rest;
	ssize_t count;

	if (!viewer->start_us)
		viewer->start_us = now_us();
	memset(big_buffer, 0, fits);
	count = read(viewer->fd, big_buffer, size);
	take_bytes(viewer, big_buffer, count);
	require((size_t)count == fits, "a read with room for %zu bytes returned %zd, though %zu were left of the frame",
		size, count, rest);
}

void take_frame(struct viewer *viewer) {
	take(viewer, sizeof(big_buffer));
}

void take_frames(struct viewer *viewer, int count) {
	while (count--)
		take_frame(viewer);
}

// How long ago the frame that was taken last was due.
int64_t lateness_us(const struct viewer *viewer) {
	return now_us() - viewer->start_us - due_us(viewer->frame - 1);
}

// What has just happened ought to have happened when the frame taken last was due.
void require_on_time(const struct viewer *viewer, const char *what) {
	int64_t late = lateness_us(viewer);
	uint64_t frame = viewer->frame - 1;

	// A hold that the speed does not divide evenly may be rounded.
	require(late >= -10 - (int64_t)frame, "%s %jd us before frame %ju was due", what, (intmax_t)-late,
		(uintmax_t)frame);
	require(late <= tolerance_us(), "%s %jd us after frame %ju was due", what, (intmax_t)late, (uintmax_t)frame);
}

// For a descriptor that does not block.
void require_not_due(struct viewer *viewer) {
	ssize_t count = read(viewer->fd, big_buffer, sizeof(big_buffer));
	int error = errno;

	require(count < 0, "a read before frame %ju was due returned %zd", (uintmax_t)viewer->frame, count);
	require(error == EAGAIN, "a read before the frame was due gave \"%s\", not EAGAIN", strerror(error));
}

// The play is over, and stays over.
void require_end(struct viewer *viewer) {
	for (int i = 1; i <= 3; i++) {
		ssize_t count = read(viewer->fd, big_buffer, sizeof(big_buffer));

		require(count >= 0, "read %d at the end of the play failed: %s", i, strerror(errno));
		require(count == 0, "read %d at the end of the play returned %zd bytes, not 0", i, count);
	}
}
