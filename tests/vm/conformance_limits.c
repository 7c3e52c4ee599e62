// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) the knock-out authors
//
// Where the system's limits end what one user can take.  These checks are for a machine
// that is there to be tested: they run only if they are named, since for moments they
// leave nothing to others.

#define _GNU_SOURCE
#include "conformance.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define CROWD 10000

static long *opened;      // by the user, for us to read
static int *refused_with; // the error of the open that failed

static void write_text(const char *path, const char *text) {
	int fd = open(path, O_WRONLY | O_CLOEXEC);

	if (fd < 0 || write(fd, text, strlen(text)) < 0)
		skip("%s cannot be set: %s", path, strerror(errno));
	close(fd);
}

static void allow_files(rlim_t most) {
	struct rlimit limit = {most, most};

	if (setrlimit(RLIMIT_NOFILE, &limit) < 0)
		skip("%ju files may not be opened", (uintmax_t)most);
}

// A control group for memory, below where the process may make one.
static char *make_group(const char *most) {
	static char group[128];
	char path[256], root[96] = "", line[256];
	FILE *mounts = fopen("/proc/mounts", "r");

	while (mounts && fgets(line, sizeof(line), mounts))
		if (strstr(line, " cgroup2 "))
			sscanf(line, "%*s %95s", root);
	if (!*root)
		skip("no cgroup2 is mounted");
	snprintf(path, sizeof(path), "%s/cgroup.subtree_control", root);
	write_text(path, "+memory");
	snprintf(group, sizeof(group), "%s/knock-out-check", root);
	if (mkdir(group, 0755) < 0 && errno != EEXIST)
		skip("%s cannot be made: %s", group, strerror(errno));
	snprintf(path, sizeof(path), "%s/memory.max", group);
	write_text(path, most);
	return group;
}

static void enter_group(const char *group) {
	char path[256];

	snprintf(path, sizeof(path), "%s/cgroup.procs", group);
	write_text(path, "0");
}

// Opens until it is refused, or twice the crowd is in.
static void open_many(void *group) {
	if (group)
		enter_group(group);
	drop_privileges();
	while (*opened < 2 * CROWD) {
		int fd = open(device_path, O_RDONLY);

		if (fd < 0) {
			*refused_with = errno;
			return;
		}
		require(read(fd, big_buffer, 1) == 1, "viewer %ld cannot read: %s", *opened, strerror(errno));
		++*opened;
	}
}

static pid_t start_crowd(char *group, rlim_t files) {
	allow_files(files);

	opened = shared_memory(sizeof(*opened));
	refused_with = shared_memory(sizeof(*refused_with));
	return start_process(open_many, group);
}

// Whoever had the device open before goes on, and when the crowd is gone anyone gets in.
static void require_unharmed(struct viewer *viewer) {
	struct viewer fresh = open_viewer(0);

	take_frames(viewer, 2);
	take_frames(&fresh, 2);
}

static void at_limit_of_user(void) {
	struct viewer viewer = open_viewer(0);

	pace(10);
	require_success(start_crowd(NULL, CROWD), "a user who opens all that he may");
	require(*refused_with == EMFILE, "opening more than one may gives \"%s\", not EMFILE", strerror(*refused_with));
	require(*opened > CROWD - 50, "only %ld of %d files could be opened", *opened, CROWD);
	require_unharmed(&viewer);
}

#define FILE_MAX "/proc/sys/fs/file-max"

static long files_of_system(void) {
	FILE *file = fopen("/proc/sys/fs/file-nr", "r");
	long files = 0;

	if (!file || fscanf(file, "%ld", &files) != 1)
		skip("the system's open files cannot be counted");
	fclose(file);
	return files;
}

static void at_limit_of_system(void) {
	struct viewer viewer = open_viewer(0);
	char usual[32] = "", few[32];
	int fd = open(FILE_MAX, O_RDONLY | O_CLOEXEC), status;
	pid_t crowd;

	pace(10);
	if (fd < 0 || read(fd, usual, sizeof(usual) - 1) <= 0)
		skip("there is no " FILE_MAX);
	snprintf(few, sizeof(few), "%ld", files_of_system() + 500);
	write_text(FILE_MAX, few);
	crowd = start_crowd(NULL, CROWD);
	ends_within(crowd, 10000000, &status);
	write_text(FILE_MAX, usual);
	require(*refused_with == ENFILE, "with the system at its limit, opening gives \"%s\", not ENFILE",
		strerror(*refused_with));
	require_unharmed(&viewer);
}

static long group_memory(const char *group) {
	char path[256];

	snprintf(path, sizeof(path), "%s/memory.current", group);
	return read_number(path);
}

// Every viewer is watched, so that it has its timer as well.
static long charge_of_opening(const char *group, const char *path) {
	long before = group_memory(group);

	for (int i = 0; i < CROWD; i++) {
		struct pollfd entry = {open(path, O_RDONLY), POLLIN, 0};

		require(entry.fd >= 0, "opening %s for the %dth time failed: %s", path, i, strerror(errno));
		poll(&entry, 1, 0);
	}
	return (group_memory(group) - before) / CROWD;
}

static void weigh(void *given) {
	const char *group = given;
	long file, viewer;

	allow_files(2 * CROWD + 100);
	enter_group(group);
	require(dup2(0, 2 * CROWD + 50) >= 0 || errno == EBADF, "the table of files cannot grow");
	file = charge_of_opening(group, "/dev/null");
	viewer = charge_of_opening(group, device_path);
	require(viewer - file >= 160, "of a watched viewer only %ld bytes more than for an open file are charged",
		viewer - file);
}

static void charged_to_opener(void) {
	char *group;

	if (getuid() != 0)
		skip("only root may make control groups");
	group = make_group("max");
	require_success(start_process(weigh, group), "a user whose memory is counted");
	rmdir(group);
}

static void confined_to_group(void) {
	struct viewer viewer = open_viewer(0);
	char *group;
	int status;
	pid_t crowd;

	if (getuid() != 0)
		skip("only root may make control groups");
	pace(10);
	group = make_group("4M");
	crowd = start_crowd(group, 2 * CROWD + 100);
	require(ends_within(crowd, 20000000, &status), "a user without memory does not end");
	require(*opened > 100 && *opened < 2 * CROWD, "with 4 MiB, %ld viewers could be opened", *opened);
	require((WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) || *refused_with == ENOMEM,
		"without memory, opening gives \"%s\", not ENOMEM", strerror(*refused_with));
	require_unharmed(&viewer);
	rmdir(group);
}

const struct check limit_checks[] = {
	{"limit.files", "10,000 opens by one user end in EMFILE where the limit is, and harm nobody", at_limit_of_user,
	 1},
	{"limit.system", "with no files left in the system opening gives ENFILE, and harms nobody", at_limit_of_system,
	 1},
	{"limit.charged", "a viewer and its timer are charged to the opener's control group", charged_to_opener, 2},
	{"limit.confined", "who fills a control group's memory is stopped there, and harms nobody", confined_to_group,
	 1},
	{0},
};
