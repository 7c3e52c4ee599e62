// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) the knock-out authors
//
// What root does meanwhile: turns the parameters, suspends the machine, tries to unload.

#define _GNU_SOURCE
#include "attack.h"
#include "conformance.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define CGROUP "/sys/fs/cgroup/attack"

// What is not there cannot be turned.
static ssize_t put(const char *path, const void *text, size_t length) {
	int fd = open(path, O_WRONLY | O_CLOEXEC);
	ssize_t written = fd < 0 ? -1 : write(fd, text, length);

	if (fd >= 0)
		close(fd);
	return written;
}

static void set(const char *path, const char *text) {
	put(path, text, strlen(text));
}

static void let_failures_happen(void) {
	set("/sys/kernel/debug/failslab/ignore-gfp-wait", "N");
	set("/sys/kernel/debug/failslab/verbose", "0");
	set("/sys/kernel/debug/fail_page_alloc/ignore-gfp-wait", "N");
	set("/sys/kernel/debug/fail_page_alloc/min-order", "0");
	set("/sys/kernel/debug/fail_page_alloc/verbose", "0");
	set("/sys/kernel/debug/fail_usercopy/verbose", "0");
}

// Who attacks has no more than some memory, and sees what of the player is run.
void prepare_machine(void) {
	mount("debug", "/sys/kernel/debug", "debugfs", 0, NULL);
	chmod("/sys/kernel/debug", 0755);
	chmod("/sys/kernel/debug/kcov", 0666);
	mount("cgroup", "/sys/fs/cgroup", "cgroup2", 0, NULL);
	set("/sys/fs/cgroup/cgroup.subtree_control", "+memory");
	mkdir(CGROUP, 0755);
	set(CGROUP "/memory.max", "400M");
	set("/proc/sys/kernel/hung_task_timeout_secs", "60");
	set("/sys/module/suspend/parameters/pm_test_delay", "0");
	let_failures_happen();
}

bool load_module(const char *parameters) {
	int fd = open(module_path, O_RDONLY | O_CLOEXEC);
	bool loaded = fd >= 0 && syscall(SYS_finit_module, fd, parameters, 0) == 0;

	if (fd >= 0)
		close(fd);
	__atomic_add_fetch(&world->loads, loaded, __ATOMIC_RELAXED);
	return loaded;
}

int unload_module(void) {
	return syscall(SYS_delete_module, device_name, O_NONBLOCK) < 0 ? errno : 0;
}

// Addresses that KCOV reports become offsets.
void note_code(void) {
	char path[128], text[32] = "";
	int fd;

	snprintf(path, sizeof(path), "/sys/module/%s/sections/.text", device_name);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd >= 0 && read(fd, text, sizeof(text) - 1) > 0)
		world->code = strtoull(text, NULL, 16);
	if (fd >= 0)
		close(fd);
}

static void turn_parameter(struct dice *dice) {
	static const char *const speeds[] = {"1000", "1000", "100", "10", "999", "300"};
	static const char *const loops[] = {"-1", "-1", "0", "1", "2147483647"};

	if (one_in(dice, 2))
		write_parameter("speed_percent", any_of(dice, speeds));
	else
		write_parameter("loops", any_of(dice, loops));
}

static void turn_parameter_wrong(struct dice *dice) {
	static const char *const wrong[] = {
		"",           "\n",          " ",       "9",       "1001", "-1",
		"-2",         "x",           "0x64",    "0b1",     "1e3",  "99999999999999999999",
		"2147483648", "-2147483649", "100 100", "100\n\n", "%s%n", "+5",
		"--5",        "\377\376",    "1000x",
	};
	const char *parameter = one_in(dice, 2) ? "speed_percent" : "loops";
	int fd;

	if (!one_in(dice, 3)) {
		write_parameter(parameter, any_of(dice, wrong));
		return;
	}
	fd = open(parameter_path(parameter), O_RDWR | O_CLOEXEC);
	if (fd < 0)
		return;
	syscall(SYS_pwrite64, fd, any_address(dice), any_size(dice), any_argument(dice, 'o'));
	syscall(SYS_pread64, fd, any_address(dice), any_size(dice), any_argument(dice, 'o'));
	close(fd);
}

// Calls on a viewer of root's own, who may do more.
static void call_as_root(struct dice *dice) {
	size_t call;

	do
		call = choose_call(dice);
	while (!calls[call]->arguments || calls[call]->arguments[0] != 'f');
	keep_descriptor(dice, 'v', open(device_path, (int)any_argument(dice, 'O') & ~(O_CREAT | O_TRUNC)));
	make_call(call, roll(dice));
	chmod(device_path, 0444);
	if (chown(device_path, 0, 0) < 0)
		return;
}

void thaw(void) {
	set(CGROUP "/cgroup.freeze", "0");
}

static void freeze(struct dice *dice) {
	set(CGROUP "/cgroup.freeze", "1");
	sleep_us(below(dice, 30000));
	thaw();
}

// As far as a test goes: everybody stands still, and goes on.  Not while someone owes
// the kernel a page: whoever waits for it cannot be made to stand still.
static void suspend(struct dice *dice) {
	set("/sys/power/pm_test", one_in(dice, 3) ? "devices" : "freezer");
	set("/sys/power/state", "freeze");
}

static void try_to_unload(struct dice *dice) {
	if (unload_module() == 0)
		load_module(one_in(dice, 2) ? "loops=-1 speed_percent=1000" : "speed_percent=700");
	else
		load_module("loops=-1"); // it is there already
	note_code();
}

static void ask_for_events(struct dice *dice) {
	static const char *const files[] = {"uevent", "power/control", "power/autosuspend_delay_ms",
					    "power/runtime_status"};
	static const char *const words[] = {"add", "change", "remove", "on", "auto", "-1", "0"};
	char path[128];

	snprintf(path, sizeof(path), "/sys/class/misc/%s/%s", device_name, any_of(dice, files));
	set(path, any_of(dice, words));
	set("/proc/sys/vm/drop_caches", "7"); // all, and not a word about it
}

static bool promises_allowed(void) {
	return read_number("/proc/sys/vm/unprivileged_userfaultfd") == 1;
}

static void turn(struct dice *dice, bool may_suspend) {
	switch (below(dice, 16)) {
	case 0:
		freeze(dice);
		break;
	case 1:
		if (may_suspend && one_in(dice, 3))
			suspend(dice);
		break;
	case 2:
		try_to_unload(dice);
		break;
	case 3:
		ask_for_events(dice);
		break;
	case 4:
	case 5:
	case 6:
	case 7:
		turn_parameter_wrong(dice);
		break;
	case 8:
	case 9:
		turn_parameter(dice);
		break;
	default:
		call_as_root(dice);
	}
}

void disturb(uint64_t seed, bool loading) {
	struct dice dice = dice_of(seed, 0);
	bool may_suspend = !promises_allowed();

	map_memory();
	start_trace();
	for (;;) {
		begin_trace();
		if (loading)
			try_to_unload(&dice);
		else
			turn(&dice, may_suspend);
		trace_is_new();
		__atomic_add_fetch(&world->turns, 1, __ATOMIC_RELAXED);
		sleep_us(below(&dice, loading ? 500 : 40000));
	}
}
