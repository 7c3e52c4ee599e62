// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) the knock-out authors
//
// D14 and D15: loading and unloading, and what a viewer costs.

#define _GNU_SOURCE
#include "conformance.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static bool is_loaded(void) {
	return access(parameter_path(""), F_OK) == 0;
}

// 0, or the error.
static int load(const char *parameters) {
	int fd = open(module_path, O_RDONLY | O_CLOEXEC), error = 0;

	require(fd >= 0, "%s cannot be opened: %s", module_path, strerror(errno));
	if (syscall(SYS_finit_module, fd, parameters, 0) < 0)
		error = errno;
	close(fd);
	return error;
}

static int unload(void) {
	return syscall(SYS_delete_module, device_name, O_NONBLOCK) < 0 ? errno : 0;
}

// The device may still be closing somewhere.
static void require_unload(void) {
	int error = 0;

	for (int i = 0; i < 200; i++) {
		error = unload();
		if (error != EAGAIN)
			break;
		sleep_us(5000);
	}
	require(error == 0, "the module cannot be unloaded: %s", strerror(error));
}

static void require_load(const char *parameters) {
	int error = load(parameters);

	require(error == 0, "the module cannot be loaded (\"%s\"): %s", parameters, strerror(error));
}

static void require_root(void) {
	if (getuid() != 0)
		skip("only root may load and unload");
}

static void require_module(void) {
	require_root();
	if (!module_path)
		skip("the module's file was not given");
	if (!is_loaded())
		require_load("");
}

static void require_gone(void) {
	char path[256];

	snprintf(path, sizeof(path), "/sys/class/misc/%s", device_name);
	require(access(device_path, F_OK) < 0, "%s is still there after unloading", device_path);
	require(access(path, F_OK) < 0, "%s is still there after unloading", path);
	require(!is_loaded(), "the module is still there after unloading");
}

static void busy(void) {
	struct viewer viewer;
	int error;

	require_root();
	viewer = open_viewer(0);
	error = unload();
	if (error == ENOSYS)
		skip("this kernel cannot unload");
	require(error == EAGAIN || error == EBUSY, "unloading while someone watches gives \"%s\"",
		error ? strerror(error) : "success");
	pace(10);
	take_frames(&viewer, 3);
	require(unload() != 0, "unloading while someone watches succeeds at the second try");
	take_frames(&viewer, 3);
}

static void again(void) {
	struct stat status;
	struct viewer viewer;

	require_module();
	for (int n = 0; n < 3; n++) {
		require_unload();
		require_gone();
		require_load("");
		require(stat(device_path, &status) == 0, "%s does not come back", device_path);
		require((status.st_mode & 07777) == 0444, "the mode of %s is not 0444 any more", device_path);
		viewer = open_viewer(0);
		take_frames(&viewer, 2);
		close(viewer.fd);
	}
}

static void twice(void) {
	struct viewer viewer;

	require_module();
	require(load("") == EEXIST, "the module can be loaded twice");
	viewer = open_viewer(0);
	take_frames(&viewer, 2);
}

static void require_load_refused(const char *parameters) {
	int error = load(parameters);

	require(error != 0, "the module loads with \"%s\"", parameters);
	require(error == EINVAL || error == ERANGE, "loading with \"%s\" gives \"%s\", not EINVAL", parameters,
		strerror(error));
	require_gone();
}

static void load_refused(void) {
	require_module();
	require_unload();
	require_load_refused("speed_percent=9");
	require_load_refused("speed_percent=1001");
	require_load_refused("speed_percent=fast");
	require_load_refused("speed_percent");
	require_load_refused("loops=-2");
	require_load("");
}

static void load_with_parameters(void) {
	struct viewer viewer;

	require_module();
	require_unload();
	require_load("speed_percent=250 loops=-1");
	require(read_number(parameter_path("speed_percent")) == 250, "speed_percent=250 is forgotten");
	require(read_number(parameter_path("loops")) == -1, "loops=-1 is forgotten");
	speed_percent = 250;
	viewer = open_viewer(0);
	take_frames(&viewer, 2);
	require_on_time(&viewer, "at the speed given when loading a frame came");
	close(viewer.fd);
	require_unload();
	require_load("");
}

// No timer may ring after the code is gone.
static void right_after_watching(void) {
	struct epoll_event event = {.events = EPOLLIN | EPOLLET};
	struct viewer viewer;
	int set = epoll_create1(EPOLL_CLOEXEC);

	require_module();
	for (int n = 0; n < 5; n++) {
		viewer = open_viewer(O_NONBLOCK);
		require(epoll_ctl(set, EPOLL_CTL_ADD, viewer.fd, &event) == 0, "epoll cannot watch");
		take_frame(&viewer);
		close(viewer.fd);
		require_unload();
		if (n == 4)
			sleep_us(shortest_hold_us() * 2);
		require_load("");
	}
}

static void open_all_the_time(void *unused) {
	(void)unused;
	for (;;) {
		int fd = open(device_path, O_RDONLY | O_CLOEXEC);

		if (fd < 0) {
			require(errno == ENOENT || errno == ENODEV || errno == ENXIO,
				"opening while unloading gives \"%s\"", strerror(errno));
			continue;
		}
		require(read(fd, big_buffer, BIG) > 0, "a viewer opened while unloading cannot read");
		close(fd);
	}
}

static void against_opens(void) {
	pid_t openers[2];
	int done = 0, status;

	require_module();
	for (int i = 0; i < 2; i++)
		openers[i] = start_process(open_all_the_time, NULL);
	for (int n = 0; n < 300 && done < 10; n++) {
		if (unload() != 0)
			continue;
		done++;
		require_load("");
	}
	for (int i = 0; i < 2; i++) {
		if (ends_within(openers[i], 0, &status))
			_exit(1); // it has said why
		kill(openers[i], SIGKILL);
		ends_within(openers[i], 1000000, &status);
	}
	if (!is_loaded())
		require_load("");
}

// All objects that the kernel's caches hold, in bytes; or skip.
static long slab_bytes(void) {
	unsigned long active, total, size;
	char line[512], name[64];
	FILE *file = fopen("/proc/slabinfo", "r");
	long bytes = 0;

	if (!file)
		skip("there is no /proc/slabinfo to be read");
	while (fgets(line, sizeof(line), file))
		if (sscanf(line, "%63s %lu %lu %lu", name, &active, &total, &size) == 4)
			bytes += (long)(active * size);
	fclose(file);
	return bytes;
}

#define CROWD 3000

static long cost_of_opening(const char *path, bool read_one) {
	long before = slab_bytes();

	for (int i = 0; i < CROWD; i++) {
		int fd = open(path, O_RDONLY);

		require(fd >= 0, "opening %s for the %dth time failed: %s", path, i, strerror(errno));
		require(!read_one || read(fd, big_buffer, 100) > 0, "viewer %d cannot read", i);
	}
	return (slab_bytes() - before) / CROWD;
}

// An open file costs something anyway; /dev/null shows how much.
static void cheap_viewers(void) {
	struct rlimit most = {2 * CROWD + 100, 2 * CROWD + 100};
	long viewer, nothing;

	if (setrlimit(RLIMIT_NOFILE, &most) < 0)
		skip("so many files may not be opened");
	slab_bytes();
	require(dup2(0, 2 * CROWD + 50) >= 0 || errno == EBADF, "the table of files cannot grow");
	viewer = cost_of_opening(device_path, true);
	nothing = cost_of_opening("/dev/null", false);
	if (nothing > 320)
		skip("this kernel's caches carry redzones: an open file alone takes %ld bytes", nothing);
	require(viewer - nothing <= 160, "a viewer costs %ld bytes more than an open file", viewer - nothing);
	require(viewer <= 400, "a viewer costs %ld bytes", viewer);
}

const struct check module_checks[] = {
	{"D14.busy", "the module cannot be unloaded while someone watches, who notices nothing", busy, 1},
	{"D14.again", "load, unload, load again: everything goes and comes back", again, 1},
	{"D14.twice", "loading twice is refused", twice, 1},
	{"D14.refused", "bad parameters are refused when loading, and leave nothing behind", load_refused, 1},
	{"D14.parameters", "parameters can be given when loading", load_with_parameters, 3},
	{"D14.after_watching", "the module can be unloaded right after a viewer was closed", right_after_watching, 1},
	{"D14.against_opens", "unloading against opens: either is refused, nothing breaks", against_opens, 1},
	{"D15.viewer", "a viewer costs little memory", cheap_viewers, 2},
	{0},
};
