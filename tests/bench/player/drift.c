// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) the knock-out authors
//
// drift DEVICE HOLD_US MINUTES: how far the tempo is off, per frame, in the long run.

#include <fcntl.h>
#include <unistd.h>

#include "measure.h"

static char buffer[1 << 16];

static int64_t read_frame(int fd)
{
	if (read(fd, buffer, sizeof(buffer)) <= 0)
		fail("read");
	return now_ns();
}

int main(int argc, char **argv)
{
	if (argc != 4)
		return 2;
	const int64_t hold_ns = strtoll(argv[2], NULL, 10) * 1000;
	const int64_t frames = strtoll(argv[3], NULL, 10) * 60 * 1000000000 / hold_ns;
	const int fd = open(argv[1], O_RDONLY);

	if (fd < 0)
		fail(argv[1]);
	const int64_t first = read_frame(fd);
	int64_t last = first;

	for (int64_t i = 0; i < frames; i++)
		last = read_frame(fd);
	printf("| %lld | %.3f us |\n", (long long)frames, ((double)(last - first) / frames - hold_ns) / 1000);
	return 0;
}
