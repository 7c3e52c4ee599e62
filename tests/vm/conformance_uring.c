// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) the knock-out authors
//
// D9, third part: reads through io_uring, by its bare system calls.

#define _GNU_SOURCE
#include "conformance.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/io_uring.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define ENTRIES 16

struct ring {
	int fd;
	unsigned int *submit_tail, *submit_mask, *submit_array;
	unsigned int *complete_head, *complete_tail, *complete_mask;
	struct io_uring_sqe *requests;
	struct io_uring_cqe *completions;
};

struct completion {
	uint64_t tag;
	int result;
};

static void *map_ring(int fd, size_t size, off_t offset) {
	void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_POPULATE, fd, offset);

	require(memory != MAP_FAILED, "io_uring cannot be mapped: %s", strerror(errno));
	return memory;
}

static struct ring open_ring(void) {
	struct io_uring_params given = {0};
	struct ring ring;
	char *submit, *complete;

	ring.fd = (int)syscall(SYS_io_uring_setup, ENTRIES, &given);
	if (ring.fd < 0)
		skip("there is no io_uring: %s", strerror(errno));
	submit = map_ring(ring.fd, given.sq_off.array + given.sq_entries * sizeof(unsigned int), IORING_OFF_SQ_RING);
	complete = map_ring(ring.fd, given.cq_off.cqes + given.cq_entries * sizeof(struct io_uring_cqe),
			    IORING_OFF_CQ_RING);
	ring.requests = map_ring(ring.fd, given.sq_entries * sizeof(struct io_uring_sqe), IORING_OFF_SQES);
	ring.submit_tail = (unsigned int *)(submit + given.sq_off.tail);
	ring.submit_mask = (unsigned int *)(submit + given.sq_off.ring_mask);
	ring.submit_array = (unsigned int *)(submit + given.sq_off.array);
	ring.complete_head = (unsigned int *)(complete + given.cq_off.head);
	ring.complete_tail = (unsigned int *)(complete + given.cq_off.tail);
	ring.complete_mask = (unsigned int *)(complete + given.cq_off.ring_mask);
	ring.completions = (struct io_uring_cqe *)(complete + given.cq_off.cqes);
	return ring;
}

static void submit(struct ring *ring, const struct io_uring_sqe *request) {
	unsigned int tail = *ring->submit_tail, index = tail & *ring->submit_mask;

	ring->requests[index] = *request;
	ring->submit_array[index] = index;
	__atomic_store_n(ring->submit_tail, tail + 1, __ATOMIC_RELEASE);
	require(syscall(SYS_io_uring_enter, ring->fd, 1, 0, 0, NULL, 0) == 1, "io_uring takes no request: %s",
		strerror(errno));
}

static void submit_read(struct ring *ring, int fd, void *where, uint64_t tag) {
	struct io_uring_sqe request = {
		.opcode = IORING_OP_READ,
		.fd = fd,
		.off = UINT64_MAX,
		.addr = (uintptr_t)where,
		.len = BIG / ENTRIES,
		.user_data = tag,
	};

	submit(ring, &request);
}

static struct completion await(struct ring *ring) {
	unsigned int head = *ring->complete_head;
	const struct io_uring_cqe *entry = &ring->completions[head & *ring->complete_mask];
	struct completion completion;

	while (head == __atomic_load_n(ring->complete_tail, __ATOMIC_ACQUIRE))
		syscall(SYS_io_uring_enter, ring->fd, 0, 1, IORING_ENTER_GETEVENTS, NULL, 0);
	completion = (struct completion){entry->user_data, entry->res};
	__atomic_store_n(ring->complete_head, head + 1, __ATOMIC_RELEASE);
	return completion;
}

// read()'s way to say how it went.
static ssize_t result_of(struct completion completion) {
	if (completion.result >= 0)
		return completion.result;
	errno = -completion.result;
	return -1;
}

static void uring_read(void) {
	struct viewer viewer;
	struct ring ring = open_ring();

	pace(100);
	viewer = open_viewer(0);
	viewer.start_us = now_us();
	for (int n = 0; n < 5; n++) {
		submit_read(&ring, viewer.fd, big_buffer, n);
		take_bytes(&viewer, big_buffer, result_of(await(&ring)));
		require(viewer.at == 0, "io_uring read a part of frame %d only", n);
		require_on_time(&viewer, "io_uring's read ended");
	}
}

// With O_NONBLOCK it may wait for the device to be readable, or say EAGAIN.
static void uring_nonblock(void) {
	struct viewer viewer;
	struct ring ring = open_ring();
	ssize_t count;

	pace(100);
	viewer = open_viewer(O_NONBLOCK);
	viewer.start_us = now_us();
	while (viewer.frame < 4) {
		submit_read(&ring, viewer.fd, big_buffer, 1);
		count = result_of(await(&ring));
		if (count < 0 && errno == EAGAIN) {
			sleep_us(2000);
			continue;
		}
		take_bytes(&viewer, big_buffer, count);
		require_on_time(&viewer, "io_uring's read ended");
	}
}

// Of several reads at once each gets a frame of its own.
static void uring_several(void) {
	enum { READS = 6, ROOM = BIG / ENTRIES };
	struct viewer viewer;
	struct ring ring = open_ring();
	bool seen[READS] = {0};

	pace(50);
	viewer = open_viewer(0);
	for (int i = 0; i < READS; i++)
		submit_read(&ring, viewer.fd, big_buffer + i * ROOM, i);
	for (int n = 0; n < READS; n++) {
		struct completion completion = await(&ring);
		const char *bytes = big_buffer + completion.tag * ROOM;
		int i = 0;

		require(completion.result > 0, "one of several reads failed: %s", strerror(-completion.result));
		while (i < READS && (seen[i] || nth_frame(i)->length != (uint32_t)completion.result ||
				     memcmp(nth_frame(i)->bytes, bytes, completion.result) != 0))
			i++;
		require(i < READS, "one of several reads got what is no frame, or one that another got");
		seen[i] = true;
	}
}

static void uring_cancel(void) {
	struct io_uring_sqe cancel = {.opcode = IORING_OP_ASYNC_CANCEL, .addr = 1, .user_data = 2};
	struct viewer viewer;
	struct ring ring = open_ring();

	pace(300);
	viewer = open_viewer(0);
	take_frame(&viewer);
	submit_read(&ring, viewer.fd, big_buffer, 1);
	sleep_us(20000);
	submit(&ring, &cancel);
	for (int n = 0; n < 2; n++) {
		struct completion completion = await(&ring);

		require(completion.tag == 2 || completion.result < 0, "a read that was cancelled returned %d",
			completion.result);
	}
	require(lateness_us(&viewer) < shortest_hold_us() * 2 / 3, "cancelling a read waits for its frame");
	take_frame(&viewer);
	require_on_time(&viewer, "the frame after a cancelled read came");
}

static void read_and_exit(void *unused) {
	struct ring ring = open_ring();
	struct viewer viewer = open_viewer(0);

	(void)unused;
	take_frame(&viewer);
	submit_read(&ring, viewer.fd, big_buffer, 1);
	sleep_us(20000);
}

static void uring_exit(void) {
	pid_t process;
	int status;

	pace(1000);
	process = start_process(read_and_exit, NULL);
	require(ends_within(process, shortest_hold_us() * 2 / 3, &status),
		"a process with a read in io_uring cannot exit");
	require(status == 0 || WEXITSTATUS(status) == 2, "a process with a read in io_uring ended with %#x", status);
}

const struct check uring_checks[] = {
	{"D9.uring", "io_uring reads a frame when it is due", uring_read, 3},
	{"D9.uring_nonblock", "io_uring reads a viewer that does not block", uring_nonblock, 3},
	{"D9.uring_several", "of several io_uring reads each gets a frame of its own", uring_several, 3},
	{"D9.uring_cancel", "an io_uring read can be cancelled and loses nothing", uring_cancel, 3},
	{"D9.uring_exit", "an io_uring read does not hold up a process that exits", uring_exit, 3},
	{0},
};
