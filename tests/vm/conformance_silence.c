// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) the knock-out authors
//
// D16: nothing is logged.  These checks come last, and read what the kernel has
// logged since the first.

#include "conformance.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

// What the kernel itself says: of modules that are not its own, of the parameters
// that we made it refuse, and of a slow or just starting machine.
static const char *const usual[] = {
	"loading out-of-tree module taints kernel",
	"module verification failed",
	"invalid for parameter",
	"clocksource",
	"tsc:",
	"TSC",
	"interrupt took",
	"random:",
	"sched: RT throttling",
	"workqueue:",
	"input:",
	"Freeing",
	"hrtimer:",
	"cgroup:",
	"CPU hogging",
	"latencytop",
	"systemd",
	"alloc_contig",
};

static bool is_usual(const char *text) {
	for (size_t i = 0; i < sizeof(usual) / sizeof(*usual); i++)
		if (strstr(text, usual[i]))
			return true;
	return false;
}

// A record is "priority,sequence,time,flags;text"; priorities of 8 and above are
// not the kernel's.
static void require_usual(char *record) {
	char *text = strchr(record, ';');

	if (!text || atoi(record) >= 8)
		return;
	text++;
	text[strcspn(text, "\n")] = '\0';
	require(is_usual(text), "the kernel logged: %s", text);
}

static void silence(void) {
	char record[8192];

	if (kernel_log < 0)
		skip("/dev/kmsg cannot be read");
	for (;;) {
		ssize_t length = read(kernel_log, record, sizeof(record) - 1);

		if (length < 0 && errno == EAGAIN)
			return;
		if (length < 0 && errno == EPIPE)
			continue; // older records were overwritten
		require(length > 0, "/dev/kmsg cannot be read: %s", strerror(errno));
		record[length] = '\0';
		require_usual(record);
	}
}

static void misbehave(void *unused) {
	void *nowhere = mmap(NULL, 4096, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	(void)unused;
	drop_privileges();
	for (int n = 0; n < 300; n++) {
		int fd = open(device_path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);

		require(fd >= 0, "%s cannot be opened: %s", device_path, strerror(errno));
		require(read(fd, nowhere, 100) < 0, "a read to nowhere succeeds");
		require(ioctl(fd, n * 7919UL, n) < 0 || n == 0, "an unknown ioctl succeeds");
		require(lseek(fd, n, SEEK_SET) < 0, "lseek succeeds");
		require(write(fd, "x", 1) < 0, "write succeeds");
		require(mmap(NULL, 4096, PROT_READ, MAP_SHARED, fd, 0) == MAP_FAILED, "mmap succeeds");
		require(open(device_path, O_RDWR) < 0, "opening for writing succeeds");
		require(write_parameter("loops", "no") != 0, "writing a parameter succeeds");
		close(fd);
	}
}

static void not_at_will(void) {
	silence();
	require_success(start_process(misbehave, NULL), "a user who tries everything");
	silence();
}

const struct check silence_checks[] = {
	{"D16.silence", "nothing of all this is logged", silence, 1},
	{"D16.not_at_will", "an unprivileged user can make nothing be logged", not_at_will, 1},
	{0},
};
