// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) the knock-out authors
//
// read DEVICE SIZE: how long a read() of SIZE bytes takes, from a device that is
// always due, beside the same from a file in tmpfs and from /dev/zero.  They take
// turns, so that a slow moment of the machine strikes all of them.

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "measure.h"

#define ROUNDS 41
#define FILE_SIZE (1 << 20)

static char buffer[FILE_SIZE];

static int open_or_fail(const char *path, int flags)
{
	int fd = open(path, flags, 0600);

	if (fd < 0)
		fail(path);
	return fd;
}

static int make_file(const char *path)
{
	int fd = open_or_fail(path, O_RDWR | O_CREAT | O_TRUNC);

	memset(buffer, 'x', sizeof(buffer));
	if (write(fd, buffer, sizeof(buffer)) != sizeof(buffer))
		fail(path);
	return fd;
}

/* One read() in nanoseconds, the mean of as many as make up 16 MiB, or 4000. */
static double time_reads(int fd, size_t size, int is_file)
{
	const size_t count = size < 4096 ? 4000 : (16 << 20) / size;
	const size_t fit = FILE_SIZE / size;
	const int64_t start = now_ns();

	for (size_t i = 0; i < count; i++) {
		if (is_file && i % fit == 0)
			lseek(fd, 0, SEEK_SET);
		if (read(fd, buffer, size) != (ssize_t)size)
			fail("read");
	}
	return (double)(now_ns() - start) / count;
}

int main(int argc, char **argv)
{
	double device[ROUNDS], to_file[ROUNDS], to_zero[ROUNDS];

	if (argc != 3)
		return 2;
	const size_t size = strtoul(argv[2], NULL, 10);
	const int fd = open_or_fail(argv[1], O_RDONLY);
	const int file = make_file("/tmp/same-bytes");
	const int zero = open_or_fail("/dev/zero", O_RDONLY);

	for (int i = 0; i < ROUNDS; i++) {
		device[i] = time_reads(fd, size, 0);
		to_file[i] = device[i] / time_reads(file, size, 1);
		to_zero[i] = device[i] / time_reads(zero, size, 0);
	}
	printf("| %zu KiB | %.1f us | %.2f | %.2f |\n", size / 1024, quantile(device, ROUNDS, 0.5) / 1000,
	       quantile(to_file, ROUNDS, 0.5), quantile(to_zero, ROUNDS, 0.5));
	return 0;
}
