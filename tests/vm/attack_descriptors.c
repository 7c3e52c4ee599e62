// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) the knock-out authors
//
// Descriptors, by kinds.  Threads share them, and a number stays in the list when its
// file has been closed: it may by then stand for another.

#define _GNU_SOURCE
#include "attack.h"
#include "conformance.h"

#include <fcntl.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#define SLOTS 12

struct kind {
	char letter;
	int slot[SLOTS];
};

static struct kind kinds[] = {{'v', {0}}, {'p', {0}}, {'s', {0}}, {'e', {0}}, {'r', {0}}};

static struct kind *find_kind(char letter) {
	for (size_t i = 0; i < COUNT(kinds); i++)
		if (kinds[i].letter == letter)
			return &kinds[i];
	return &kinds[0];
}

static void put(char kind, int slot, int fd) {
	__atomic_store_n(&find_kind(kind)->slot[slot], fd, __ATOMIC_RELAXED);
}

// The files that are no viewers are there from the start, and may all get lost.
static void open_others(void) {
	int pair[2];

	for (int i = 0; i < SLOTS; i += 2) {
		if (socketpair(AF_UNIX, i % 4 ? SOCK_STREAM : SOCK_DGRAM, 0, pair) == 0)
			put('s', i, pair[0]), put('s', i + 1, pair[1]);
		if (i % 4 == 0 && pipe2(pair, O_NONBLOCK | O_CLOEXEC) == 0)
			put('p', i, pair[0]), put('p', i + 1, pair[1]);
		if (i % 4)
			put('p', i, memfd_create("file", 0));
		put('e', i, epoll_create1(0));
	}
}

void open_descriptors(void) {
	memset(kinds[0].slot, -1, sizeof(kinds[0].slot));
	for (size_t i = 1; i < COUNT(kinds); i++)
		memset(kinds[i].slot, -1, sizeof(kinds[i].slot));
	open_others();
	for (int i = 0; i < SLOTS; i++)
		put('v', i, open(device_path, O_RDONLY | (i % 3 ? O_NONBLOCK : 0)));
}

static int of_kind(struct dice *dice, char kind) {
	return __atomic_load_n(&find_kind(kind)->slot[below(dice, SLOTS)], __ATOMIC_RELAXED);
}

static int of_any_kind(struct dice *dice) {
	static const int special[] = {-1, AT_FDCWD, 0, 1, 1 << 20, INT32_MAX, INT32_MIN};

	if (one_in(dice, 6))
		return any_of(dice, special);
	if (one_in(dice, 4))
		return (int)below(dice, 200);
	return of_kind(dice, kinds[below(dice, COUNT(kinds))].letter);
}

int any_descriptor(struct dice *dice, char kind) {
	if (kind == 'x' || one_in(dice, 12))
		return of_any_kind(dice);
	return of_kind(dice, kind == 'f' ? 'v' : kind);
}

// The new one drives out another, sometimes without closing it first.
void keep_descriptor(struct dice *dice, char kind, long fd) {
	int *slot = &find_kind(kind)->slot[below(dice, SLOTS)];
	int old = __atomic_exchange_n(slot, (int)fd, __ATOMIC_RELAXED);

	if (old > 2 && !one_in(dice, 10))
		close(old);
}

void close_viewers(void) {
	for (int i = 0; i < SLOTS; i++) {
		int old = __atomic_exchange_n(&kinds[0].slot[i], -1, __ATOMIC_RELAXED);

		if (old > 2)
			close(old);
	}
}
