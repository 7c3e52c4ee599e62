// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) the knock-out authors
//
// D8: waiting for a frame, and signals.

#include "conformance.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile sig_atomic_t alarms;

static void count_alarm(int signal) {
	(void)signal;
	alarms++;
}

static void on_alarm(int flags) {
	struct sigaction action = {.sa_handler = count_alarm, .sa_flags = flags};

	alarms = 0;
	sigaction(SIGALRM, &action, NULL);
}

static void alarm_after(int64_t us, int64_t then_every_us) {
	struct itimerval timer = {
		.it_value = {us / 1000000, us % 1000000},
		.it_interval = {then_every_us / 1000000, then_every_us % 1000000},
	};

	setitimer(ITIMER_REAL, &timer, NULL);
}

static void interrupted(void) {
	struct viewer viewer;
	int64_t start;
	ssize_t count;

	pace(300);
	on_alarm(0);
	viewer = open_viewer(0);
	for (int n = 0; n < 3; n++) {
		take_frame(&viewer);
		start = now_us();
		alarm_after(shortest_hold_us() / 4, 0);
		count = read(viewer.fd, big_buffer, BIG);
		require(count < 0 && errno == EINTR, "a read that a signal met returned %zd, not EINTR", count);
		require(now_us() - start < shortest_hold_us() * 3 / 5, "a signal ended a read only after %jd us",
			(intmax_t)(now_us() - start));
	}
	take_frame(&viewer);
	require_on_time(&viewer, "the frame after a signal came");
}

static void restarted(void) {
	struct viewer viewer;

	pace(200);
	on_alarm(SA_RESTART);
	viewer = open_viewer(0);
	for (int n = 0; n < 4; n++) {
		take_frame(&viewer);
		require_on_time(&viewer, "a read with SA_RESTART ended");
		alarm_after(hold_us(n) / 2, 0);
	}
	require(alarms >= 2, "the alarm did not ring");
}

static void take_through_signals(struct viewer *viewer, size_t size) {
	ssize_t count;

	if (!viewer->start_us)
		viewer->start_us = now_us();
	do
		count = read(viewer->fd, big_buffer, size);
	while (count < 0 && errno == EINTR);
	take_bytes(viewer, big_buffer, count);
}

static void storm(void) {
	struct viewer viewer;

	pace(50);
	viewer = open_viewer(0);
	on_alarm(0);
	alarm_after(1000, 3000);
	while (viewer.frame < 20)
		take_through_signals(&viewer, viewer.frame % 2 ? 50 : BIG);
	alarm_after(0, 0);
	require(alarms > 20, "only %d alarms rang", (int)alarms);
	require_on_time(&viewer, "after many signals a frame came");
}

static void wait_for_frames(void *unused) {
	struct viewer viewer = open_viewer(0);

	(void)unused;
	for (;;)
		take_frame(&viewer);
}

static void ended_by(int signal) {
	pid_t process;
	int64_t start;
	int status;

	signal = signal ? signal : SIGKILL;
	pace(1000);
	process = start_process(wait_for_frames, NULL);
	sleep_us(shortest_hold_us() / 4);
	start = now_us();
	kill(process, signal);
	require(ends_within(process, shortest_hold_us() / 2, &status), "signal %d does not end a viewer who waits",
		signal);
	require(WIFSIGNALED(status) && WTERMSIG(status) == signal, "the viewer ended with status %#x, not by signal %d",
		status, signal);
	require(now_us() - start < shortest_hold_us() / 2, "signal %d takes %jd us", signal,
		(intmax_t)(now_us() - start));
}

static void ended_by_sigint(void) {
	ended_by(SIGINT);
}
static void ended_by_sigterm(void) {
	ended_by(SIGTERM);
}
static void ended_by_sigkill(void) {
	ended_by(SIGKILL);
}

static void wait_for_two_frames(void *unused) {
	struct viewer viewer = open_viewer(0);

	(void)unused;
	take_frames(&viewer, 2);
	require_on_time(&viewer, "after a stop a frame came");
	take_frame(&viewer);
	require_on_time(&viewer, "after a stop the second frame came");
}

// A stop that is over before the frame is due is as if it had not been.
static void stopped_in_between(void) {
	pid_t process;

	pace(300);
	process = start_process(wait_for_two_frames, NULL);
	sleep_us(shortest_hold_us() / 4);
	kill(process, SIGSTOP);
	sleep_us(shortest_hold_us() / 4);
	kill(process, SIGCONT);
	require_success(process, "a viewer who was stopped for a moment");
}

static bool write_file(const char *folder, const char *name, const char *text) {
	char path[256];
	ssize_t written;
	int fd;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	fd = open(path, O_WRONLY | O_CLOEXEC);
	if (fd < 0)
		return false;
	written = write(fd, text, strlen(text));
	close(fd);
	return written == (ssize_t)strlen(text);
}

static bool is_frozen(const char *folder) {
	char path[256], text[256] = "";
	ssize_t count;
	int fd;

	snprintf(path, sizeof(path), "%s/cgroup.events", folder);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	count = read(fd, text, sizeof(text) - 1);
	close(fd);
	return count > 0 && strstr(text, "frozen 1");
}

static char group_root[] = "/tmp/conformance-XXXXXX", group[64];

// A control group of the second kind, from a mount of our own; or skip.
static void make_group(void) {
	mkdir("/tmp", 01777);
	if (!mkdtemp(group_root))
		skip("there is no /tmp");
	if (mount("cgroup2", group_root, "cgroup2", 0, NULL) < 0) {
		rmdir(group_root);
		skip("control groups cannot be mounted: %s", strerror(errno));
	}
	snprintf(group, sizeof(group), "%s/conformance-%d", group_root, (int)getpid());
	mkdir(group, 0755);
}

static void remove_group(void) {
	rmdir(group);
	umount2(group_root, MNT_DETACH);
	rmdir(group_root);
}

static bool freeze(pid_t process) {
	char id[16];

	snprintf(id, sizeof(id), "%d", (int)process);
	return write_file(group, "cgroup.procs", id) && write_file(group, "cgroup.freeze", "1");
}

static void frozen(void) {
	bool can, done;
	pid_t process;
	int64_t start;

	pace(1000);
	make_group();
	process = start_process(wait_for_frames, NULL);
	sleep_us(shortest_hold_us() / 10);
	start = now_us();
	can = freeze(process);
	while (!(done = is_frozen(group)) && now_us() - start < shortest_hold_us() / 2)
		sleep_us(1000);
	write_file(group, "cgroup.freeze", "0");
	kill(process, SIGKILL);
	waitpid(process, NULL, 0);
	remove_group();
	if (!can)
		skip("control groups cannot freeze here");
	require(done, "a viewer who waits cannot be frozen");
}

const struct check signal_checks[] = {
	{"D8.eintr", "a signal with a handler ends the wait with EINTR and loses nothing", interrupted, 3},
	{"D8.restart", "with SA_RESTART the read goes on and ends when the frame is due", restarted, 3},
	{"D8.storm", "under a storm of signals the stream and the tempo are the same", storm, 3},
	{"D8.sigint", "SIGINT ends a viewer who waits", ended_by_sigint, 3},
	{"D8.sigterm", "SIGTERM ends a viewer who waits", ended_by_sigterm, 3},
	{"D8.sigkill", "SIGKILL ends a viewer who waits", ended_by_sigkill, 3},
	{"D8.stop", "a short stop is as if it had not been", stopped_in_between, 3},
	{"D8.freeze", "a viewer who waits can be frozen", frozen, 3},
	{0},
};
