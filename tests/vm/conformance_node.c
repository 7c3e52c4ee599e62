// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) the knock-out authors
//
// D1 and D11: the node in /dev, and what one cannot do with it.

#include "conformance.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/uio.h>
#include <termios.h>
#include <unistd.h>

static void node(void) {
	struct stat status;

	require(strcmp(device_name, table_name) == 0, "this program was compiled with the table of %s, not of %s",
		table_name, device_name);
	require(stat(device_path, &status) == 0, "%s is missing: %s", device_path, strerror(errno));
	require(S_ISCHR(status.st_mode), "%s is no character device", device_path);
	require((status.st_mode & 07777) == 0444, "the mode of %s is %04o, not 0444", device_path,
		status.st_mode & 07777);
	require(major(status.st_rdev) == 10, "the major number is %u, not that of a misc device",
		major(status.st_rdev));
}

static void read_as_nobody(void *unused) {
	struct viewer viewer;

	(void)unused;
	drop_privileges();
	viewer = open_viewer(0);
	take_frame(&viewer);
}

static void anyone(void) {
	require_success(start_process(read_as_nobody, NULL), "a viewer without rights");
}

static void require_espipe(long result, const char *call) {
	int error = errno;

	require(result < 0, "%s returned %ld, though a stream has no positions", call, result);
	require(error == ESPIPE, "%s gave \"%s\", not ESPIPE", call, strerror(error));
}

static void no_seeking(void) {
	struct viewer viewer = open_viewer(0);

	pace(10);
	take(&viewer, 1);
	require_espipe(lseek(viewer.fd, 0, SEEK_SET), "lseek to the start");
	require_espipe(lseek(viewer.fd, 0, SEEK_CUR), "lseek to the same place");
	require_espipe(lseek(viewer.fd, 0, SEEK_END), "lseek to the end");
	take_frames(&viewer, 3);
}

static void no_positions(void) {
	struct viewer viewer = open_viewer(0);
	struct iovec vector = {big_buffer, sizeof(big_buffer)};

	pace(10);
	take(&viewer, 1);
	require_espipe(pread(viewer.fd, big_buffer, 10, 0), "pread");
	require_espipe(pread(viewer.fd, big_buffer, 10, 100), "pread further on");
	require_espipe(preadv(viewer.fd, &vector, 1, 0), "preadv");
	require(pwrite(viewer.fd, "x", 1, 0) < 0, "pwrite succeeded");
	take_frames(&viewer, 3);
}

static void no_writing(void) {
	static const int flags[] = {
		O_WRONLY, O_RDWR, O_RDWR | O_NONBLOCK, O_WRONLY | O_APPEND, O_RDWR | O_TRUNC, O_WRONLY | O_CREAT};
	struct viewer viewer = open_viewer(0);

	for (size_t i = 0; i < sizeof(flags) / sizeof(*flags); i++)
		require(open(device_path, flags[i] | O_CLOEXEC, 0666) < 0, "opening for writing (flags %#o) succeeded",
			flags[i]);
	require(write(viewer.fd, "x", 1) < 0 && errno == EBADF, "write did not give EBADF");
}

static void nothing_else(void) {
	struct viewer viewer = open_viewer(0);
	struct termios settings;

	require(mmap(NULL, 4096, PROT_READ, MAP_PRIVATE, viewer.fd, 0) == MAP_FAILED, "mmap succeeded");
	require(ftruncate(viewer.fd, 0) < 0, "ftruncate succeeded");
	require(tcgetattr(viewer.fd, &settings) < 0 && errno == ENOTTY, "tcgetattr did not give ENOTTY");
	require(ioctl(viewer.fd, 0x5eed, NULL) < 0 && errno == ENOTTY, "an unknown ioctl did not give ENOTTY");
	take_frame(&viewer);
}

const struct check node_checks[] = {
	{"D1.node", "the device is there, a misc device of mode 0444", node, 1},
	{"D1.anyone", "anyone may watch", anyone, 1},
	{"D11.seek", "lseek gives ESPIPE and disturbs nothing", no_seeking, 1},
	{"D11.positions", "pread and preadv give ESPIPE and disturb nothing", no_positions, 1},
	{"D11.write", "it cannot be opened for writing, not even by root", no_writing, 1},
	{"D11.nothing_else", "what a stream cannot do is refused as usual", nothing_else, 1},
	{0},
};
