// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) the knock-out authors
//
// D7: a reader whose memory gives way loses nothing.

#define _GNU_SOURCE
#include "conformance.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/uio.h>
#include <unistd.h>

static size_t page;

// Two pages, of which only the first is there.  Returns the border.
static char *cliff(void) {
	char *memory;

	page = sysconf(_SC_PAGESIZE);
	memory = mmap(NULL, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	require(memory != MAP_FAILED && mprotect(memory + page, page, PROT_NONE) == 0, "there is no memory");
	return memory + page;
}

static void require_efault(struct viewer *viewer, void *where) {
	ssize_t count = read(viewer->fd, where, page);
	int error = errno;

	require(count < 0, "a read to where nothing can be stored returned %zd", count);
	require(error == EFAULT, "a read to where nothing can be stored gave \"%s\", not EFAULT", strerror(error));
}

static void nothing_copied(void) {
	char *edge = cliff();
	struct viewer viewer;

	pace(10);
	viewer = open_viewer(0);
	for (int n = 0; n < 8; n++) {
		require_efault(&viewer, edge);
		take(&viewer, 5);
		require_efault(&viewer, edge);
		take_frame(&viewer);
	}
}

// How much arrives in front of the border is the kernel's affair (it may copy in
// words), but what it reports has to be what arrived.
static void take_at_edge(struct viewer *viewer, char *edge, size_t room) {
	ssize_t count;

	memset(edge - room, 0, room);
	count = read(viewer->fd, edge - room, page);
	if (count < 0 && errno == EFAULT)
		return;
	require(count <= (ssize_t)room, "a read with %zu bytes in front of the fault returned %zd", room, count);
	take_bytes(viewer, edge - room, count);
}

static void partly_copied(void) {
	char *edge = cliff();
	struct viewer viewer;

	pace(10);
	viewer = open_viewer(0);
	for (int n = 0; n < 8; n++) {
		for (size_t room = 1; room < page && viewer.at + room < nth_frame(viewer.frame)->length;
		     room = room * 2 + 1)
			take_at_edge(&viewer, edge, room);
		take_frame(&viewer);
	}
}

static void second_piece(void) {
	char *edge = cliff();
	struct viewer viewer;

	pace(10);
	viewer = open_viewer(0);
	for (int n = 0; n < 4; n++) {
		struct iovec vector[] = {{edge - page, 16}, {edge, 8}, {edge - page + 16, page - 16}};

		take_bytes(&viewer, edge - page, readv(viewer.fd, vector, 3));
		take_frame(&viewer);
	}
}

// A fault is no reason to be sent the same frame later than due, either.
static void fault_keeps_time(void) {
	char *edge = cliff();
	struct viewer viewer;

	pace(200);
	viewer = open_viewer(0);
	take_frame(&viewer);
	require_efault(&viewer, edge);
	take_frame(&viewer);
	require_on_time(&viewer, "the frame after a fault came");
	take_frame(&viewer);
	require_on_time(&viewer, "the second frame after a fault came");
}

const struct check fault_checks[] = {
	{"D7.nothing", "a read into missing memory gives EFAULT and loses nothing", nothing_copied, 1},
	{"D7.partly", "a read that faults on its way reports what it copied", partly_copied, 1},
	{"D7.scattered", "readv with a bad piece reports what it copied", second_piece, 1},
	{"D7.keeps_time", "a fault does not change the tempo", fault_keeps_time, 3},
	{0},
};
