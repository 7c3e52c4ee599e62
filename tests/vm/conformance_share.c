// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) the knock-out authors
//
// D10: threads and processes that share one open file.
//
// Each sharer piles up what its reads return, in order.  Together they are right
// if the piles can be dealt out, always from the top, so that the stream results.

#define _GNU_SOURCE
#include "conformance.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/userfaultfd.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define SHARERS 3
#define MOST_CHUNKS 2000
#define LOOPS 2

struct pile {
	int fd;
	size_t room;
	int chunks;
	size_t at[MOST_CHUNKS + 1];
	char *bytes;
};

struct deal {
	struct pile *piles;
	const char *stream;
	const char *last_bytes; // 1 where a frame ends
	size_t length;
	unsigned char *seen;
};

static void pile_up(void *argument) {
	struct pile *pile = argument;

	for (;;) {
		size_t at = pile->at[pile->chunks];
		ssize_t count = read(pile->fd, pile->bytes + at, pile->room);

		require(count >= 0, "a sharer's read failed: %s", strerror(errno));
		if (count == 0)
			return;
		require(pile->chunks < MOST_CHUNKS, "a sharer is given far too much");
		pile->chunks++;
		pile->at[pile->chunks] = at + count;
	}
}

static void *pile_up_in_thread(void *argument) {
	pile_up(argument);
	return NULL;
}

static bool chunk_fits(const struct deal *deal, const struct pile *pile, int chunk, size_t at) {
	size_t length = pile->at[chunk + 1] - pile->at[chunk];

	return at + length <= deal->length && memcmp(deal->stream + at, pile->bytes + pile->at[chunk], length) == 0 &&
	       !memchr(deal->last_bytes + at, 1, length - 1);
}

static bool seen_before(const struct deal *deal, const int next[SHARERS]) {
	size_t place = 0;
	bool seen;

	for (int i = 0; i < SHARERS; i++)
		place = place * (deal->piles[i].chunks + 1) + next[i];
	seen = deal->seen[place / 8] & (1 << place % 8);
	deal->seen[place / 8] |= 1 << place % 8;
	return seen;
}

static bool can_deal(const struct deal *deal, int next[SHARERS], size_t at) {
	if (at == deal->length)
		return true;
	if (seen_before(deal, next))
		return false;
	for (int i = 0; i < SHARERS; i++) {
		struct pile *pile = &deal->piles[i];
		bool done;

		if (next[i] == pile->chunks || !chunk_fits(deal, pile, next[i], at))
			continue;
		next[i]++;
		done = can_deal(deal, next, at + pile->at[next[i]] - pile->at[next[i] - 1]);
		next[i]--;
		if (done)
			return true;
	}
	return false;
}

static char *ends_of_frames(size_t length) {
	char *ends = calloc(length, 1);
	size_t at = 0;

	for (uint64_t n = 0; at < length; n++) {
		at += nth_frame(n)->length;
		ends[at - 1] = 1;
	}
	return ends;
}

static void require_exactly_once(struct pile piles[SHARERS]) {
	struct deal deal = {.piles = piles};
	size_t places = 1, bytes = 0;
	int next[SHARERS] = {0};

	deal.stream = stream_of(LOOPS * (uint64_t)table->frames, &deal.length);
	deal.last_bytes = ends_of_frames(deal.length);
	for (int i = 0; i < SHARERS; i++) {
		places *= piles[i].chunks + 1;
		bytes += piles[i].at[piles[i].chunks];
	}
	require(bytes == deal.length, "the sharers together got %zu bytes, and the stream has %zu", bytes, deal.length);
	deal.seen = calloc(places / 8 + 1, 1);
	require(deal.seen != NULL, "there is no memory");
	require(can_deal(&deal, next, 0), "what the sharers got cannot be put together to the stream");
}

static struct pile *new_piles(int fd, size_t room) {
	struct pile *piles = shared_memory(SHARERS * sizeof(*piles));
	size_t length = loop_bytes(LOOPS) + BIG;

	for (int i = 0; i < SHARERS; i++) {
		piles[i].fd = fd;
		piles[i].room = room ? room : loop_bytes(LOOPS) / 300 + 1 + i;
		piles[i].bytes = shared_memory(length);
	}
	return piles;
}

static struct pile *start_sharing(size_t room) {
	struct viewer viewer;

	pace(1);
	if (loop_us() > 2000000)
		skip("a loop lasts %jd ms even at the highest speed", (intmax_t)(loop_us() / 1000));
	set_loops(LOOPS);
	viewer = open_viewer(0);
	return new_piles(viewer.fd, room);
}

static void share_among_threads(size_t room) {
	struct pile *piles = start_sharing(room);
	pthread_t threads[SHARERS];

	for (int i = 0; i < SHARERS; i++)
		require(pthread_create(&threads[i], NULL, pile_up_in_thread, &piles[i]) == 0, "there is no thread");
	for (int i = 0; i < SHARERS; i++)
		pthread_join(threads[i], NULL);
	require_exactly_once(piles);
}

static void threads_whole_frames(void) {
	share_among_threads(BIG / 2);
}
static void threads_small_buffers(void) {
	share_among_threads(0);
}

static void processes(void) {
	struct pile *piles = start_sharing(0);
	pid_t children[SHARERS];

	for (int i = 0; i < SHARERS; i++)
		children[i] = start_process(pile_up, &piles[i]);
	for (int i = 0; i < SHARERS; i++)
		require_success(children[i], "a sharer");
	require_exactly_once(piles);
}

static void take_one(void *argument) {
	struct viewer *viewer = argument;

	take_frame(viewer);
	require_on_time(viewer, "the frame came");
}

static void take_until_killed(void *argument) {
	struct viewer *viewer = argument;

	for (;;)
		if (read(viewer->fd, big_buffer, BIG) < 0)
			pause();
}

static void require_killable(pid_t process, int signal) {
	int status;

	kill(process, signal);
	require(ends_within(process, shortest_hold_us() / 3, &status), "signal %d does not end one of the sharers",
		signal);
}

// One dies while both wait; the other gets the frame as if alone.
static void killed_sharer(void) {
	pid_t first, second;
	struct viewer viewer;

	pace(700);
	viewer = open_viewer(0);
	take_frame(&viewer);
	first = start_process(take_until_killed, &viewer);
	sleep_us(shortest_hold_us() / 10);
	second = start_process(take_one, &viewer);
	sleep_us(shortest_hold_us() / 10);
	require_killable(first, SIGKILL);
	require_success(second, "the sharer that lives on");
	viewer.frame++;
	take_one(&viewer);
}

static void each_killable(void) {
	static const int signals[] = {SIGINT, SIGKILL, SIGTERM};
	struct viewer viewer;
	pid_t sharers[3];

	pace(1500);
	viewer = open_viewer(0);
	take_frame(&viewer);
	for (int i = 0; i < 3; i++)
		sharers[i] = start_process(take_until_killed, &viewer);
	for (int i = 0; i < 3; i++)
		wait_until_asleep(sharers[i]);
	for (int i = 2; i >= 0; i--)
		require_killable(sharers[i], signals[i]);
}

// Who does not want to wait need not, though another waits on the same file.
static void beside_a_waiter(void) {
	struct viewer viewer, same;
	struct pollfd entry = {.events = POLLIN};
	pid_t waiter;
	int64_t start;

	pace(700);
	viewer = open_viewer(0);
	take_frame(&viewer);
	waiter = start_process(take_one, &viewer);
	sleep_us(shortest_hold_us() / 10);
	same = viewer;
	entry.fd = same.fd;
	start = now_us();
	require(poll(&entry, 1, 0) == 0, "poll says readable before the frame is due");
	require(fcntl(same.fd, F_SETFL, O_NONBLOCK) == 0, "O_NONBLOCK cannot be set");
	require_not_due(&same);
	require(now_us() - start < tolerance_us(), "a waiting reader holds up poll and reads that do not wait");
	require_success(waiter, "the waiting reader");
}

// Memory that stays missing: a read() into it is stuck in the middle of copying.
static void *missing_memory(void) {
	struct uffdio_api api = {.api = UFFD_API};
	struct uffdio_register range = {.mode = UFFDIO_REGISTER_MODE_MISSING};
	size_t size = sysconf(_SC_PAGESIZE);
	void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	int fd = (int)syscall(SYS_userfaultfd, O_CLOEXEC);

	if (fd < 0 || ioctl(fd, UFFDIO_API, &api) < 0)
		skip("there is no userfaultfd");
	range.range.start = (uintptr_t)memory;
	range.range.len = size;
	if (ioctl(fd, UFFDIO_REGISTER, &range) < 0)
		skip("there is no userfaultfd: %s", strerror(errno));
	return memory;
}

struct stuck {
	int fd;
	int about_to_read;
};

static void get_stuck(void *argument) {
	struct stuck *stuck = argument;
	void *memory = missing_memory();
	ssize_t count;

	__atomic_store_n(&stuck->about_to_read, 1, __ATOMIC_SEQ_CST);
	count = read(stuck->fd, memory, 16);
	require(false, "a read into missing memory returned %zd", count);
}

static pid_t start_stuck_reader(int fd) {
	struct stuck *stuck = shared_memory(sizeof(*stuck));
	pid_t process;
	int status;

	stuck->fd = fd;
	process = start_process(get_stuck, stuck);
	do
		if (ends_within(process, 20000, &status))
			_exit(WEXITSTATUS(status)); // it has said why
	while (!__atomic_load_n(&stuck->about_to_read, __ATOMIC_SEQ_CST));
	if (ends_within(process, 100000, &status))
		_exit(WEXITSTATUS(status));
	return process;
}

// The first frame is due, and the first reader is stuck in the middle of it.
static void beside_a_stuck_reader(void) {
	pid_t stuck, other;
	struct viewer viewer;
	struct pollfd entry = {.events = POLLIN};
	int64_t start;

	pace(300);
	viewer = open_viewer(0);
	entry.fd = viewer.fd;
	stuck = start_stuck_reader(viewer.fd);
	other = start_process(take_until_killed, &viewer);
	sleep_us(20000);
	start = now_us();
	require(poll(&entry, 1, 0) >= 0, "poll failed: %s", strerror(errno));
	require(now_us() - start < tolerance_us(), "a stuck reader holds up poll");
	require_killable(other, SIGKILL);
	require_killable(stuck, SIGKILL);
	viewer.start_us = now_us();
	take_frame(&viewer);
}

const struct check share_checks[] = {
	{"D10.threads", "threads that share a viewer get each frame once", threads_whole_frames, 1},
	{"D10.small_buffers", "threads with small buffers get each byte once", threads_small_buffers, 1},
	{"D10.processes", "forked processes that share a viewer get each byte once", processes, 1},
	{"D10.killed", "when one sharer is killed the other loses nothing", killed_sharer, 3},
	{"D10.killable", "each of those who wait on one viewer can be killed", each_killable, 3},
	{"D10.beside_waiter", "a waiting reader holds up neither poll nor non-blocking reads", beside_a_waiter, 3},
	{"D10.beside_stuck", "a reader who is stuck in its own memory holds up nobody's death", beside_a_stuck_reader,
	 3},
	{0},
};
