// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) the knock-out authors
//
// crowd DEVICE HOLD_US VIEWERS SECONDS: what VIEWERS viewers cost one process that
// watches them with an edge-triggered epoll: memory for each, and the machine's
// time for each frame, interrupts and all.  Their clocks start evenly apart.

#define _GNU_SOURCE
#include <fcntl.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <unistd.h>

#include "measure.h"

struct viewer {
	int fd;
	int64_t first_ns;
	int64_t frames;
};

static char buffer[1 << 16];

static void allow_files(rlim_t count)
{
	const struct rlimit limit = {count, count};

	if (setrlimit(RLIMIT_NOFILE, &limit))
		fail("setrlimit");
}

/* Bytes in use in all the kernel's slabs. */
static double slab_bytes(void)
{
	char line[512];
	double objects, size, sum = 0;
	FILE *file = fopen("/proc/slabinfo", "r");

	if (!file)
		fail("/proc/slabinfo");
	while (fgets(line, sizeof(line), file))
		if (sscanf(line, "%*s %lf %*f %lf", &objects, &size) == 2)
			sum += objects * size;
	fclose(file);
	return sum;
}

/*
 * Time spent on anything but idling, in microseconds.  The kernel measures idling
 * to the nanosecond; what a processor does otherwise it only samples, at a rate
 * with which the viewers' own may well agree.
 */
static double busy_us(void)
{
	double idle, waiting;
	FILE *file = fopen("/proc/stat", "r");

	if (!file || fscanf(file, "cpu %*f %*f %*f %lf %lf", &idle, &waiting) != 2)
		fail("/proc/stat");
	fclose(file);
	return sysconf(_SC_NPROCESSORS_ONLN) * (now_ns() / 1e3) - (idle + waiting) * (1e6 / sysconf(_SC_CLK_TCK));
}

static void open_all(struct viewer *viewers, int count, const char *device)
{
	for (int i = 0; i < count; i++) {
		viewers[i].fd = open(device, O_RDONLY | O_NONBLOCK);
		if (viewers[i].fd < 0)
			fail(device);
	}
}

static void watch(int epoll, struct viewer *viewer)
{
	struct epoll_event event = {.events = EPOLLIN | EPOLLET, .data.ptr = viewer};

	if (epoll_ctl(epoll, EPOLL_CTL_ADD, viewer->fd, &event))
		fail("epoll_ctl");
}

static void read_frame(struct viewer *viewer)
{
	if (read(viewer->fd, buffer, sizeof(buffer)) <= 0)
		fail("read");
	if (viewer->first_ns)
		viewer->frames++;
	else
		viewer->first_ns = now_ns();
}

/* Serves those who are due, until the given time. */
static void serve(int epoll, int64_t end_ns)
{
	struct epoll_event events[256];
	int64_t left_ns;

	while ((left_ns = end_ns - now_ns()) > 0) {
		const int ready = epoll_wait(epoll, events, 256, (int)(left_ns / 1000000));

		for (int i = 0; i < ready; i++)
			read_frame(events[i].data.ptr);
	}
}

/* A viewer is watched only after its own first read, or all would start at once. */
static void start_all(int epoll, struct viewer *viewers, int count, int64_t hold_ns)
{
	const int64_t start = now_ns();

	for (int i = 0; i < count; i++) {
		serve(epoll, start + hold_ns * i / count);
		read_frame(&viewers[i]);
		watch(epoll, &viewers[i]);
	}
}

static int64_t sum_frames(const struct viewer *viewers, int count)
{
	int64_t sum = 0;

	for (int i = 0; i < count; i++)
		sum += viewers[i].frames;
	return sum;
}

/* A frame that is due in the last moment may well be on its way. */
static int64_t sum_lost(const struct viewer *viewers, int count, int64_t hold_ns, int64_t end_ns)
{
	int64_t sum = 0;

	for (int i = 0; i < count; i++) {
		const int64_t lost = (end_ns - viewers[i].first_ns) / hold_ns - viewers[i].frames - 1;

		sum += lost > 0 ? lost : 0;
	}
	return sum;
}

int main(int argc, char **argv)
{
	if (argc != 5)
		return 2;
	const int64_t hold_ns = strtoll(argv[2], NULL, 10) * 1000;
	const int count = atoi(argv[3]);
	const int epoll = epoll_create1(0);
	struct viewer *viewers = calloc(count, sizeof(*viewers));

	allow_files(count + 100);
	const double empty = slab_bytes();

	open_all(viewers, count, argv[1]);
	const double opened = slab_bytes();

	start_all(epoll, viewers, count, hold_ns);
	const double watched = slab_bytes();

	const int64_t frames = sum_frames(viewers, count);
	const double busy = busy_us();
	const int64_t end_ns = now_ns() + atoll(argv[4]) * 1000000000;

	serve(epoll, end_ns);
	const double spent = busy_us() - busy;
	const int64_t seen = sum_frames(viewers, count) - frames;

	printf("| %d | %lld | %.1f us | %lld | %.0f | %.0f |\n", count, (long long)seen, spent / seen,
	       (long long)sum_lost(viewers, count, hold_ns, end_ns), (opened - empty) / count, (watched - empty) / count);
	return 0;
}
