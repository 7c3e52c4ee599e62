// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) the knock-out authors
//
// D13: parameters, and facts in sysfs.

#include "conformance.h"

#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void require_mode(const char *path, unsigned int mode) {
	struct stat status;

	require(stat(path, &status) == 0, "%s is missing: %s", path, strerror(errno));
	require((status.st_mode & 07777) == mode, "the mode of %s is %04o, not %04o", path, status.st_mode & 07777,
		mode);
}

static void there(void) {
	struct dirent *entry;
	DIR *folder;

	require_mode(parameter_path("speed_percent"), 0644);
	require_mode(parameter_path("loops"), 0644);
	require(read_number(parameter_path("speed_percent")) == 100, "speed_percent is not 100 to begin with");
	require(read_number(parameter_path("loops")) == 0, "loops is not 0 to begin with");
	folder = opendir(parameter_path(""));
	while ((entry = readdir(folder)))
		require(entry->d_name[0] == '.' || !strcmp(entry->d_name, "speed_percent") ||
				!strcmp(entry->d_name, "loops"),
			"there is a parameter that nobody has promised, %s", entry->d_name);
	closedir(folder);
}

static void require_kept(const char *parameter, const char *value) {
	int error = write_parameter(parameter, value);

	if (error == EACCES || error == EPERM)
		skip("only root may set %s", parameter);
	require(error == 0, "%s refuses \"%s\": %s", parameter, value, strerror(error));
	require(read_number(parameter_path(parameter)) == atoi(value), "%s does not keep \"%s\"", parameter, value);
}

static void accepted(void) {
	require_kept("speed_percent", "10");
	require_kept("speed_percent", "1000");
	require_kept("speed_percent", "100\n");
	require_kept("speed_percent", "37");
	require_kept("loops", "-1");
	require_kept("loops", "1");
	require_kept("loops", "100000\n");
	require_kept("loops", "2147483647");
	require_kept("loops", "0");
}

static void require_refused(const char *parameter, const char *value) {
	int before = read_number(parameter_path(parameter));
	int error = write_parameter(parameter, value);

	if (error == EACCES || error == EPERM)
		skip("only root may set %s", parameter);
	require(error != 0, "%s takes \"%s\"", parameter, value);
	require(error == EINVAL || error == ERANGE, "%s refuses \"%s\" by \"%s\", not EINVAL", parameter, value,
		strerror(error));
	require(read_number(parameter_path(parameter)) == before, "%s has changed, though \"%s\" was refused",
		parameter, value);
}

static void out_of_range(void) {
	static const char *const speeds[] = {"9", "0", "-1", "-100", "1001", "2147483647", "-2147483648"};
	static const char *const loops[] = {"-2", "-100", "-2147483648"};

	for (size_t i = 0; i < sizeof(speeds) / sizeof(*speeds); i++)
		require_refused("speed_percent", speeds[i]);
	for (size_t i = 0; i < sizeof(loops) / sizeof(*loops); i++)
		require_refused("loops", loops[i]);
	require(write_parameter("speed_percent", "1001") == EINVAL, "out of range is not EINVAL");
	require(write_parameter("loops", "-2") == EINVAL, "out of range is not EINVAL");
}

static void garbage(void) {
	static const char *const texts[] = {
		"\n",         "fast",       "100x",        "1 2",      "1e2",
		"50.5",       "--5",        "4294967396",  "\xc3\xbc", "18446744073709551716",
		"4294967295", "2147483648", "-2147483649", "%n"};

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		require_refused("speed_percent", texts[i]);
		require_refused("loops", texts[i]);
	}
}

static void try_as_nobody(void *unused) {
	(void)unused;
	drop_privileges();
	require(write_parameter("speed_percent", "1000") == EACCES, "anyone may change the speed");
	require(write_parameter("loops", "1") == EACCES, "anyone may change the loops");
	require(read_number(parameter_path("speed_percent")) >= 10, "the speed cannot be read by anyone");
}

static void only_root(void) {
	require_success(start_process(try_as_nobody, NULL), "a process without rights");
}

// The frame that is shown keeps its hold, the one after it has the new one.
static void change_speed(int from, int to) {
	struct viewer viewer;
	int64_t due;

	set_loops(-1);
	set_speed(from);
	viewer = open_viewer(0);
	take_frames(&viewer, 2);
	due = due_us(2);
	set_speed(to);
	viewer.start_us += due - due_us(2);
	take_frame(&viewer);
	require_on_time(&viewer, "with a new speed the hold of the frame shown ended");
	take_frame(&viewer);
	require_on_time(&viewer, "at the new speed a frame came");
	take_frame(&viewer);
	require_on_time(&viewer, "at the new speed a frame came");
}

// A hold of about so many milliseconds is how many per cent?
static int percent_for(int hold_ms) {
	pace(hold_ms);
	return speed_percent;
}

static void slower(void) {
	int from = percent_for(60), to = percent_for(180);

	change_speed(from, to);
}

static void faster(void) {
	int from = percent_for(300), to = percent_for(100);

	change_speed(from, to);
}

static void change_soon(void *argument) {
	sleep_us(shortest_hold_us() / 3);
	set_speed(*(int *)argument);
}

// Written by another while this one waits.
static void changed_while_waiting(void) {
	int from = percent_for(300), to = percent_for(100);
	struct viewer viewer;
	int64_t before;

	set_speed(from);
	viewer = open_viewer(0);
	take_frame(&viewer);
	before = hold_us(0);
	start_process(change_soon, &to);
	take_frame(&viewer);
	speed_percent = to;
	viewer.start_us += before - hold_us(0);
	require_on_time(&viewer, "the hold of the frame shown ended");
	take_frame(&viewer);
	require_on_time(&viewer, "at the new speed a frame came");
}

static int fact(const char *name) {
	char path[256];

	snprintf(path, sizeof(path), "/sys/class/misc/%s/%s", device_name, name);
	require_mode(path, 0444);
	return read_number(path);
}

static void require_fact(const char *name, int64_t expected) {
	int said = fact(name);

	require(said == expected, "%s says %d, and the table %jd", name, said, (intmax_t)expected);
}

static void facts(void) {
	speed_percent = 100;
	require_fact("frames", table->frames);
	require_fact("columns", table->columns);
	require_fact("rows", table->rows);
	require_fact("loop_ms", (loop_us() + 500) / 1000);
}

const struct check parameter_checks[] = {
	{"D13.there", "speed_percent and loops are there, with their defaults", there, 1},
	{"D13.accepted", "parameters take what is in range, and read back", accepted, 1},
	{"D13.out_of_range", "parameters refuse what is out of range with EINVAL", out_of_range, 1},
	{"D13.garbage", "parameters refuse what is no number", garbage, 1},
	{"D13.only_root", "only root may set parameters, anyone may read them", only_root, 1},
	{"D13.slower", "a lower speed takes effect at the next frame", slower, 3},
	{"D13.faster", "a higher speed takes effect at the next frame", faster, 3},
	{"D13.while_waiting", "a speed set during a wait takes effect at the next frame", changed_while_waiting, 3},
	{"D13.facts", "sysfs says what the table says", facts, 1},
	{0},
};
