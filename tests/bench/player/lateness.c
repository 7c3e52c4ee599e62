// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) the knock-out authors
//
// lateness DEVICE HOLD_US: how late a frame comes, beside how late clock_nanosleep()
// wakes for the same deadlines.  They take turns, twenty frames each.

#define _GNU_SOURCE
#include <fcntl.h>
#include <unistd.h>

#include "measure.h"

#define TURNS 40
#define FRAMES 20

static char buffer[1 << 16];

/* When the first frame was due is known only as between two moments. */
static int64_t start_watching(int fd)
{
	const int64_t before = now_ns();

	if (read(fd, buffer, sizeof(buffer)) <= 0)
		fail("read");
	return (before + now_ns()) / 2;
}

static void time_frames(const char *device, int64_t hold_ns, double *late_us)
{
	const int fd = open(device, O_RDONLY);
	int64_t due;

	if (fd < 0)
		fail(device);
	due = start_watching(fd);
	for (int i = 0; i < FRAMES; i++) {
		due += hold_ns;
		if (read(fd, buffer, sizeof(buffer)) <= 0)
			fail("read");
		late_us[i] = (now_ns() - due) / 1000.0;
	}
	close(fd);
}

static void time_sleeps(int64_t hold_ns, double *late_us)
{
	int64_t due = now_ns();

	for (int i = 0; i < FRAMES; i++) {
		due += hold_ns;
		const struct timespec until = {due / 1000000000, due % 1000000000};

		clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, NULL);
		late_us[i] = (now_ns() - due) / 1000.0;
	}
}

static void show(const char *what, double *late_us)
{
	const int count = TURNS * FRAMES;

	printf("| %s | %.0f us | %.0f us | %.0f us |\n", what, quantile(late_us, count, 0.5),
	       quantile(late_us, count, 0.9), quantile(late_us, count, 0.99));
}

int main(int argc, char **argv)
{
	static double device[TURNS * FRAMES], sleep[TURNS * FRAMES];

	if (argc != 3)
		return 2;
	const int64_t hold_ns = strtoll(argv[2], NULL, 10) * 1000;

	for (int i = 0; i < TURNS; i++) {
		time_frames(argv[1], hold_ns, device + i * FRAMES);
		time_sleeps(hold_ns, sleep + i * FRAMES);
	}
	show("read()", device);
	show("clock_nanosleep()", sleep);
	return 0;
}
