// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) the knock-out authors
//
// sweep: lets the first allocation or copy of a call fail, then the second, and so
// on until the call succeeds because there are no more.  Every failure has to be a
// clean error, after which a viewer gets what the table says.
//
//   cc -static -Imodule -include generated/parrot.h -o sweep
//      tests/vm/sweep.c tests/vm/conformance_{table,viewer}.c
//   sweep /dev/parrot parrot.ko
//
// Needs a kernel with fault injection, and root.

#define _GNU_SOURCE
#include "conformance.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/syscall.h>
#include <unistd.h>

#define MOST_FAILURES 5000

const char *device_path;
const char *device_name;
const char *module_path;

static int fail_nth; // /proc/thread-self/fail-nth

void require(bool kept, const char *sentence, ...) {
	va_list arguments;

	if (kept)
		return;
	va_start(arguments, sentence);
	vfprintf(stderr, sentence, arguments);
	va_end(arguments);
	fputc('\n', stderr);
	exit(1);
}

void skip(const char *why, ...) {
	require(false, "%s", why);
	abort();
}

static void write_setting(const char *fault, const char *setting, const char *value) {
	char path[128];
	int fd;

	snprintf(path, sizeof(path), "/sys/kernel/debug/%s/%s", fault, setting);
	fd = open(path, O_WRONLY);
	require(fd >= 0 && write(fd, value, strlen(value)) > 0, "%s cannot be set: %s", path, strerror(errno));
	close(fd);
}

static void prepare_faults(void) {
	write_setting("failslab", "ignore-gfp-wait", "N");
	write_setting("failslab", "verbose", "0");
	write_setting("fail_page_alloc", "ignore-gfp-wait", "N");
	write_setting("fail_page_alloc", "ignore-gfp-highmem", "N");
	write_setting("fail_page_alloc", "min-order", "0");
	write_setting("fail_page_alloc", "verbose", "0");
	write_setting("fail_usercopy", "verbose", "0");
	fail_nth = open("/proc/thread-self/fail-nth", O_RDWR | O_CLOEXEC);
	require(fail_nth >= 0, "there is no fail-nth: %s", strerror(errno));
}

static void arm(int nth) {
	char text[16];
	int length = snprintf(text, sizeof(text), "%d", nth);

	require(pwrite(fail_nth, text, length, 0) == length, "fail-nth cannot be set: %s", strerror(errno));
}

// Whether a failure happened since arm().  To ask is to copy, and may be the very
// copy that fails: then nothing had failed before.
static bool disarm(void) {
	char text[16] = "";
	ssize_t length = pread(fail_nth, text, sizeof(text) - 1, 0);
	bool happened = length > 0 && atoi(text) == 0;

	while (pwrite(fail_nth, "0", 1, 0) != 1)
		;
	return happened;
}

// The viewer that the calls are about.
static struct viewer viewer;
static char path[256];

static void no_viewer(void) {}

static void fresh_viewer(void) {
	viewer = open_viewer(O_NONBLOCK);
}

static void waiting_viewer(void) {
	viewer = open_viewer(0);
	take_frame(&viewer);
}

static int call_open(void) {
	return viewer.fd = open(device_path, O_RDONLY | O_CLOEXEC);
}

// What was read was read, and the rest of the stream follows.
static int call_read(void) {
	ssize_t count = read(viewer.fd, big_buffer, BIG);
	int error = errno;

	if (count > 0)
		take_bytes(&viewer, big_buffer, count);
	errno = error;
	return count > 0 ? 0 : -1;
}

static int call_poll(void) {
	struct pollfd entry = {.fd = viewer.fd, .events = POLLIN};
	int count = poll(&entry, 1, 30);

	require(count <= 0 || (entry.revents & (POLLIN | POLLERR)), "poll reports %#x", entry.revents);
	return count < 0 ? -1 : 0;
}

static int call_epoll(void) {
	struct epoll_event event = {.events = EPOLLIN | EPOLLET};
	int set = epoll_create1(EPOLL_CLOEXEC), result, error;

	if (set < 0)
		return -1;
	result = epoll_ctl(set, EPOLL_CTL_ADD, viewer.fd, &event);
	if (result == 0)
		result = epoll_wait(set, &event, 1, 30) < 0 ? -1 : 0;
	error = errno;
	close(set);
	errno = error;
	return result;
}

static int call_read_file(void) {
	char text[64];
	int fd = open(path, O_RDONLY | O_CLOEXEC), error;
	ssize_t count;

	if (fd < 0)
		return -1;
	count = read(fd, text, sizeof(text));
	error = errno;
	close(fd);
	errno = error;
	return count > 0 ? 0 : -1;
}

static int call_set(void) {
	return (errno = write_parameter("speed_percent", "1000")) ? -1 : 0;
}

static void choose_attribute(void) {
	snprintf(path, sizeof(path), "/sys/class/misc/%s/frames", device_name);
}

static void choose_parameter(void) {
	snprintf(path, sizeof(path), "%s", parameter_path("loops"));
}

static void unload(void) {
	require(syscall(SYS_delete_module, device_name, O_NONBLOCK) == 0, "unloading failed: %s", strerror(errno));
}

static int call_load(void) {
	int fd = open(module_path, O_RDONLY | O_CLOEXEC), error, result;

	if (fd < 0)
		return -1;
	result = (int)syscall(SYS_finit_module, fd, "speed_percent=1000 loops=-1", 0);
	error = errno;
	close(fd);
	errno = error;
	return result;
}

struct call {
	const char *name;
	void (*prepare)(void);
	int (*make)(void);
};

static const struct call calls[] = {
	{"open", no_viewer, call_open},
	{"the first read", fresh_viewer, call_read},
	{"a read that waits", waiting_viewer, call_read},
	{"poll of a frame that is due", fresh_viewer, call_poll},
	{"poll of one that is not", waiting_viewer, call_poll},
	{"epoll", waiting_viewer, call_epoll},
	{"reading an attribute", choose_attribute, call_read_file},
	{"reading a parameter", choose_parameter, call_read_file},
	{"setting a parameter", no_viewer, call_set},
	{"loading", unload, call_load},
};

// A read allocates nothing, so that only its copy can fail.
static bool is_clean(const struct call *call, int error) {
	if (call->make == call_read)
		return error == EFAULT;
	return error == ENOMEM || error == EFAULT || error == EAGAIN || error == EINTR || error == ENFILE;
}

// The viewer of the call goes on where it was, a new one starts at the start.
static void require_health(void) {
	struct viewer fresh;

	if (viewer.fd > 0) {
		fcntl(viewer.fd, F_SETFL, 0);
		take_frames(&viewer, 2);
		close(viewer.fd);
	}
	viewer = (struct viewer){0};
	fresh = open_viewer(0);
	take_frames(&fresh, 2);
	close(fresh.fd);
}

static bool fail_once(const struct call *call, int nth) {
	int result, error;
	bool happened;

	call->prepare();
	arm(nth);
	result = call->make();
	error = errno;
	happened = disarm();
	require(result >= 0 || happened, "%s fails by itself: %s", call->name, strerror(error));
	require(result >= 0 || is_clean(call, error), "%s, failure %d: \"%s\" is no clean error", call->name, nth,
		strerror(error));
	if (result < 0 && call->make == call_load)
		require(access(device_path, F_OK) < 0 && call_load() == 0, "after failure %d loading does not succeed",
			nth);
	require_health();
	return happened;
}

static void sweep(const struct call *call) {
	int nth = 1;

	while (nth <= MOST_FAILURES && fail_once(call, nth))
		nth++;
	require(nth <= MOST_FAILURES, "%s: the failures do not end", call->name);
	printf("%6d failures in %s\n", nth - 1, call->name);
	fflush(stdout);
}

int main(int argc, char **argv) {
	if (argc != 3) {
		fprintf(stderr, "usage: sweep /dev/NAME NAME.ko\n");
		return 2;
	}
	device_path = argv[1];
	device_name = strrchr(argv[1], '/') + 1;
	module_path = argv[2];
	prepare_faults();
	set_speed(1000);
	set_loops(-1);
	for (size_t i = 0; i < sizeof(calls) / sizeof(*calls); i++)
		sweep(&calls[i]);
	return 0;
}
