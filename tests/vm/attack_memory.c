// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) the knock-out authors
//
// Addresses: memory that is there, that is not, that is not ours, and that someone
// takes away or is slow to provide while the kernel writes to it.

#define _GNU_SOURCE
#include "attack.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/userfaultfd.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#define PAGE 4096L
#define GOOD_PAGES 64
#define MOODY_PAGES 4

// The good pages end where nothing is; in between lie two on which one cannot rely.
static char *good, *moody, *promised, *readable, *cut_off;
static int promises = -1; // userfaultfd

static char *map(size_t pages, int protection) {
	char *memory = mmap(NULL, (pages + 1) * PAGE, protection, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (memory == MAP_FAILED)
		abort();
	mprotect(memory + pages * PAGE, PAGE, PROT_NONE);
	return memory;
}

// A page of a file that is shorter.
static char *map_cut_off(void) {
	int file = memfd_create("cut off", MFD_CLOEXEC);
	char *memory = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);

	close(file);
	return memory;
}

// Pages that are there once we say so.
static void map_promised(void) {
	struct uffdio_api api = {.api = UFFD_API};
	struct uffdio_register region = {.mode = UFFDIO_REGISTER_MODE_MISSING};

	promised = map(MOODY_PAGES, PROT_READ | PROT_WRITE);
	promises = (int)syscall(SYS_userfaultfd, O_CLOEXEC | O_NONBLOCK);
	region.range = (struct uffdio_range){(uintptr_t)promised, MOODY_PAGES * PAGE};
	if (promises < 0 || ioctl(promises, UFFDIO_API, &api) < 0 || ioctl(promises, UFFDIO_REGISTER, &region) < 0)
		return;
	promises = fcntl(promises, F_DUPFD_CLOEXEC, 190);
}

void map_memory(void) {
	good = map(GOOD_PAGES, PROT_READ | PROT_WRITE);
	moody = map(MOODY_PAGES, PROT_READ | PROT_WRITE);
	readable = map(1, PROT_READ);
	cut_off = map_cut_off();
	map_promised();
}

void *good_address(struct dice *dice) {
	return good + below(dice, (GOOD_PAGES - 16) * PAGE);
}

static void *bad_address(struct dice *dice) {
	void *const bad[] = {
		NULL,
		(void *)1,
		(void *)(PAGE - 1),
		good + GOOD_PAGES * PAGE - 1 - below(dice, 700),
		good + GOOD_PAGES * PAGE,
		readable,
		readable + PAGE - 1,
		cut_off,
		moody + below(dice, MOODY_PAGES * PAGE),
		moody + PAGE - 1 - below(dice, 700),
		promised + below(dice, MOODY_PAGES * PAGE),
		promised + PAGE - 1 - below(dice, 700),
		(void *)0x00007fffffffefff,
		(void *)0x00007ffffffff000,
		(void *)0x0000800000000000,
		(void *)0xffff888000000000,
		(void *)0xffffffff81000000,
		(void *)0xffffffffc0000000,
		(void *)0xffffffffff600000,
		(void *)-PAGE,
		(void *)-1,
		(void *)roll(dice),
	};

	return any_of(dice, bad);
}

void *any_address(struct dice *dice) {
	return below(dice, 5) < 3 ? good_address(dice) : bad_address(dice);
}

size_t any_size(struct dice *dice) {
	static const size_t odd[] = {
		0,          1,          PAGE - 1,   PAGE,         PAGE + 1,  65536,     1 << 20,
		0x7fffefff, 0x7ffff000, 0x7fffffff, UINT32_C(-1), INT64_MAX, INT64_MIN, SIZE_MAX,
	};

	if (one_in(dice, 3))
		return any_of(dice, odd);
	return 1 + below(dice, one_in(dice, 2) ? 16 : 2000);
}

static void keep_promises(struct dice *dice) {
	char *page = promised + below(dice, MOODY_PAGES) * PAGE;
	struct uffdio_zeropage zero = {.range = {(uintptr_t)page, PAGE}};
	struct uffdio_copy copy = {.dst = (uintptr_t)page, .src = (uintptr_t)good, .len = PAGE};
	struct uffdio_range range = {(uintptr_t)page, PAGE};

	switch (below(dice, 4)) {
	case 0:
		ioctl(promises, UFFDIO_ZEROPAGE, &zero);
		break;
	case 1:
		ioctl(promises, UFFDIO_COPY, &copy);
		break;
	case 2:
		ioctl(promises, UFFDIO_WAKE, &range);
		break;
	default:
		madvise(page, PAGE, MADV_DONTNEED);
	}
}

void tamper_with_memory(struct dice *dice) {
	static const int protections[] = {PROT_NONE, PROT_READ, PROT_READ | PROT_WRITE, PROT_READ | PROT_WRITE};
	char *page = moody + below(dice, MOODY_PAGES) * PAGE;

	keep_promises(dice);
	switch (below(dice, 4)) {
	case 0:
		madvise(page, PAGE, MADV_DONTNEED);
		break;
	case 1:
		madvise(page, PAGE, MADV_FREE);
		break;
	case 2:
		mmap(page, PAGE, any_of(dice, protections), MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
		break;
	default:
		mprotect(page, PAGE, any_of(dice, protections));
	}
}
