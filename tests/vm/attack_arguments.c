// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) the knock-out authors
//
// Arguments of system calls, by letters.

#define _GNU_SOURCE
#include "attack.h"
#include "conformance.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

// What points to more than bytes has a place of its own in every thread.
static __thread union {
	struct iovec vector[16];
	struct pollfd polls[16];
	struct epoll_event event;
	struct timespec time[2];
	uint64_t words[32];
	char path[256];
} place[4];

static void *any_place(struct dice *dice) {
	return &any_of(dice, place);
}

static long descriptor(struct dice *dice) {
	return any_descriptor(dice, 'f');
}

static long any_file(struct dice *dice) {
	return any_descriptor(dice, 'x');
}

static long pipe_end(struct dice *dice) {
	return any_descriptor(dice, 'p');
}

static long socket_end(struct dice *dice) {
	return any_descriptor(dice, 's');
}

static long epoll_set(struct dice *dice) {
	return any_descriptor(dice, 'e');
}

static long address(struct dice *dice) {
	return (long)any_address(dice);
}

static long size(struct dice *dice) {
	return (long)any_size(dice);
}

static long zero(struct dice *dice) {
	(void)dice;
	return 0;
}

static long number(struct dice *dice) {
	static const long odd[] = {0, 1, 2, 3, 4, 8, -1, 1 << 16, INT32_MAX, INT32_MIN, INT64_MAX, INT64_MIN};

	return one_in(dice, 4) ? (long)roll(dice) : any_of(dice, odd);
}

static long few(struct dice *dice) {
	static const long odd[] = {0, -1, 17, 1024, 1025, INT32_MAX, INT32_MIN};

	return one_in(dice, 8) ? any_of(dice, odd) : 1 + below(dice, 16);
}

static long bits(struct dice *dice) {
	return one_in(dice, 2) ? 0 : one_in(dice, 4) ? (long)roll(dice) : 1L << below(dice, 32);
}

static long offset(struct dice *dice) {
	static const long odd[] = {0, 1, -1, 4096, INT32_MAX, INT64_MAX, INT64_MIN, 1000};

	return any_of(dice, odd);
}

// Milliseconds, so few that the attack goes on.
static long timeout(struct dice *dice) {
	return below(dice, 20);
}

static long time_span(struct dice *dice) {
	struct timespec *time = any_place(dice);

	*time = (struct timespec){0, one_in(dice, 8) ? (long)roll(dice) : below(dice, 20000000)};
	return one_in(dice, 10) ? address(dice) : (long)time;
}

// For select(), which has microseconds.
static long short_span(struct dice *dice) {
	struct timespec *time = any_place(dice);

	*time = (struct timespec){0, below(dice, 20000)};
	return (long)time;
}

static long vector(struct dice *dice) {
	struct iovec *vector = any_place(dice);

	for (int i = 0; i < 16; i++)
		vector[i] = (struct iovec){any_address(dice), one_in(dice, 6) ? any_size(dice) : below(dice, 300)};
	return one_in(dice, 10) ? address(dice) : (long)vector;
}

static long polls(struct dice *dice) {
	struct pollfd *polls = any_place(dice);

	for (int i = 0; i < 16; i++)
		polls[i] = (struct pollfd){any_descriptor(dice, 'f'), one_in(dice, 3) ? (short)roll(dice) : POLLIN, 0};
	return one_in(dice, 10) ? address(dice) : (long)polls;
}

static long event(struct dice *dice) {
	static const uint32_t ways[] = {
		0, EPOLLET, EPOLLONESHOT, EPOLLEXCLUSIVE, EPOLLWAKEUP, EPOLLET | EPOLLEXCLUSIVE};
	struct epoll_event *event = any_place(dice);

	event->events = one_in(dice, 10) ? (uint32_t)roll(dice) : EPOLLIN | any_of(dice, ways);
	event->data.u64 = roll(dice);
	return one_in(dice, 10) ? address(dice) : (long)event;
}

// Small numbers, which many structures are made of.
static long words(struct dice *dice) {
	uint64_t *words = any_place(dice);

	for (int i = 0; i < 32; i++)
		words[i] = one_in(dice, 3) ? 0 : one_in(dice, 4) ? roll(dice) : below(dice, 64);
	return one_in(dice, 8) ? address(dice) : (long)words;
}

const char *any_path(struct dice *dice) {
	static const char *const patterns[] = {
		"/dev/%s",
		"/dev/%s",
		"/dev/%s",
		"/dev/%s/",
		"/dev/../dev/./%s",
		"/dev/%s/frames",
		"/proc/self/fd/%d",
		"/proc/self/fd/%d",
		"/proc/self/fdinfo/%d",
		"/proc/thread-self/fd/%d",
		"/sys/class/misc/%s",
		"/sys/class/misc/%s/frames",
		"/sys/class/misc/%s/columns",
		"/sys/class/misc/%s/rows",
		"/sys/class/misc/%s/loop_ms",
		"/sys/class/misc/%s/dev",
		"/sys/class/misc/%s/uevent",
		"/sys/class/misc/%s/power/control",
		"/sys/module/%s/parameters/speed_percent",
		"/sys/module/%s/parameters/loops",
		"/sys/module/%s/parameters",
		"/sys/module/%s/refcnt",
		"/sys/module/%s/initstate",
		"/sys/module/%s/taint",
		"/sys/module/%s/uevent",
		"/sys/module/%s/sections/.text",
		"/sys/module/%s/holders",
		"/proc/misc",
		"/proc/devices",
		"/proc/modules",
		"/tmp/%s",
		"",
	};
	const char *pattern = any_of(dice, patterns);
	char *path = any_place(dice);

	if (strstr(pattern, "%d"))
		snprintf(path, sizeof(place[0].path), pattern, any_descriptor(dice, 'f'));
	else
		snprintf(path, sizeof(place[0].path), pattern, device_name);
	return path;
}

static long path(struct dice *dice) {
	return one_in(dice, 20) ? address(dice) : (long)any_path(dice);
}

static long device(struct dice *dice) {
	return one_in(dice, 20) ? path(dice) : (long)device_path;
}

static long open_flags(struct dice *dice) {
	static const long flags[] = {
		O_NONBLOCK, O_PATH, O_DIRECT, O_TMPFILE, O_CREAT,   O_CREAT | O_EXCL, O_TRUNC,
		O_WRONLY,   O_RDWR, 3,        O_APPEND,  O_ASYNC,   O_NOATIME,        O_DIRECTORY,
		O_NOFOLLOW, O_SYNC, O_DSYNC,  O_NOCTTY,  O_CLOEXEC,
	};

	if (one_in(dice, 2))
		return one_in(dice, 2) ? O_RDONLY : O_NONBLOCK;
	return one_in(dice, 10) ? (long)roll(dice) : any_of(dice, flags) | (one_in(dice, 3) ? any_of(dice, flags) : 0);
}

static long file_flags(struct dice *dice) {
	static const long flags[] = {0, O_NONBLOCK, O_ASYNC, O_DIRECT, O_APPEND, O_NOATIME, O_NONBLOCK | O_ASYNC};

	return one_in(dice, 10) ? (long)roll(dice) : any_of(dice, flags);
}

static long ioctl_number(struct dice *dice) {
	static const uint32_t known[] = {
		FIONREAD,     FIONBIO,       FIOASYNC, FIOCLEX,         FIONCLEX,        FIOQSIZE,          FIGETBSZ,
		FIBMAP,       TCGETS,        TIOCSTI,  TIOCGWINSZ,      BLKGETSIZE,      BLKRRPART,         FICLONE,
		FICLONERANGE, FIDEDUPERANGE, FIFREEZE, FS_IOC_GETFLAGS, FS_IOC_SETFLAGS, FS_IOC_FSGETXATTR,
	};

	return one_in(dice, 2) ? (long)any_of(dice, known) : (long)(uint32_t)roll(dice);
}

static long fcntl_command(struct dice *dice) {
	static const int commands[] = {
		F_GETFD,
		F_SETFD,
		F_GETFL,
		F_GETLK,
		F_SETLK,
		F_SETLKW,
		F_SETOWN,
		F_GETOWN,
		F_SETSIG,
		F_GETSIG,
		F_SETOWN_EX,
		F_GETOWN_EX,
		F_OFD_GETLK,
		F_OFD_SETLK,
		F_OFD_SETLKW,
		F_SETLEASE,
		F_GETLEASE,
		F_NOTIFY,
		F_ADD_SEALS,
		F_GET_SEALS,
		F_SETPIPE_SZ,
		F_GETPIPE_SZ,
		F_GET_RW_HINT,
		F_SET_RW_HINT,
		F_GET_FILE_RW_HINT,
		F_SET_FILE_RW_HINT,
	};

	return one_in(dice, 10) ? (long)(uint32_t)roll(dice) : any_of(dice, commands);
}

static long whence(struct dice *dice) {
	return below(dice, 7);
}

static const struct {
	char letter;
	long (*choose)(struct dice *dice);
} letters[] = {
	{'f', descriptor}, {'x', any_file},   {'p', pipe_end},   {'s', socket_end},   {'e', epoll_set},
	{'A', address},    {'N', size},       {'0', zero},       {'i', number},       {'n', few},
	{'b', bits},       {'o', offset},     {'t', timeout},    {'T', time_span},    {'U', short_span},
	{'V', vector},     {'P', polls},      {'E', event},      {'W', words},        {'D', device},
	{'Q', path},       {'O', open_flags}, {'F', file_flags}, {'I', ioctl_number}, {'C', fcntl_command},
	{'w', whence},
};

long any_argument(struct dice *dice, char letter) {
	for (size_t i = 0; i < COUNT(letters); i++)
		if (letters[i].letter == letter)
			return letters[i].choose(dice);
	fprintf(stderr, "attack: no argument is called %c\n", letter);
	_exit(3);
}
