// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) the knock-out authors
//
// What a thread's calls have run of the player's code, by the kernel's KCOV; without it
// nothing ever looks new.

#define _GNU_SOURCE
#include "attack.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

#define KCOV_INIT_TRACE _IOR('c', 1, unsigned long)
#define KCOV_ENABLE _IO('c', 100)
#define KCOV_TRACE_PC 0
#define PLACES 16384
#define CODE_SIZE (1 << 20)

static __thread uint64_t *trace; // a count, and so many addresses

void start_trace(void) {
	int fd = open("/sys/kernel/debug/kcov", O_RDWR | O_CLOEXEC);
	void *memory;

	if (fd < 0 || ioctl(fd, KCOV_INIT_TRACE, PLACES) < 0)
		return;
	memory = mmap(NULL, PLACES * sizeof(*trace), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	if (memory != MAP_FAILED && ioctl(fd, KCOV_ENABLE, KCOV_TRACE_PC) == 0)
		trace = memory;
}

void begin_trace(void) {
	if (trace)
		__atomic_store_n(&trace[0], 0, __ATOMIC_RELAXED);
}

// Whether nobody has been there before.
static bool reach(uint32_t offset) {
	for (uint32_t i = offset; i < offset + REACHED; i++) {
		uint32_t none = 0, *slot = &world->reached[i % REACHED];

		if (__atomic_compare_exchange_n(slot, &none, offset, false, __ATOMIC_RELAXED, __ATOMIC_RELAXED))
			return true;
		if (none == offset)
			return false;
	}
	return false;
}

bool trace_is_new(void) {
	uint64_t count = trace ? __atomic_load_n(&trace[0], __ATOMIC_RELAXED) : 0;
	uint64_t code = __atomic_load_n(&world->code, __ATOMIC_RELAXED);
	bool found = false;

	for (uint64_t i = 1; code && i <= count && i < PLACES; i++)
		if (trace[i] > code && trace[i] - code < CODE_SIZE)
			found = reach(trace[i] - code) || found;
	return found;
}

// KCOV gives the address after a call of four bytes; objdump that of these.
void list_reached(void) {
	for (size_t i = 0; i < REACHED; i++)
		if (world->reached[i])
			printf("reached %x\n", world->reached[i] - 4);
}
