// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) the knock-out authors
//
// D9, second part: epoll, by level and by edge.

#include "conformance.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <unistd.h>

static int watch(int fd, uint32_t events) {
	struct epoll_event event = {.events = events, .data.fd = fd};
	int set = epoll_create1(EPOLL_CLOEXEC);

	require(set >= 0 && epoll_ctl(set, EPOLL_CTL_ADD, fd, &event) == 0, "epoll cannot watch the device: %s",
		strerror(errno));
	return set;
}

static bool has_event(int set, int timeout_ms) {
	struct epoll_event event;
	int count = epoll_wait(set, &event, 1, timeout_ms);

	require(count >= 0, "epoll_wait failed: %s", strerror(errno));
	require(!count || (event.events & EPOLLIN), "epoll reports %#x, not EPOLLIN", event.events);
	require(!count || !(event.events & EPOLLERR), "epoll reports an error");
	return count;
}

// A hold and a bit, in milliseconds.
static int patience_ms(void) {
	return (int)(due_us(table->frames + 2) / 1000) + 2000;
}

static void level(void) {
	struct viewer viewer;
	int set;

	pace(100);
	viewer = open_viewer(O_NONBLOCK);
	set = watch(viewer.fd, EPOLLIN);
	for (int n = 0; n < 5; n++) {
		require(has_event(set, patience_ms()), "there is no event for frame %d", n);
		require(has_event(set, 0), "the event does not stay until frame %d is read", n);
		take_frame(&viewer);
		require_on_time(&viewer, "the event came");
		require(!has_event(set, 0), "the event stays though frame %d was read", n);
	}
}

// One event for each frame, though nobody asks again: only reads are made.
static void edges(struct viewer *viewer, bool until_eagain, uint64_t count) {
	int set = watch(viewer->fd, EPOLLIN | EPOLLET);

	while (viewer->frame < count) {
		require(has_event(set, patience_ms()), "there is no event for frame %ju", (uintmax_t)viewer->frame);
		take_frame(viewer);
		require_on_time(viewer, "the event came");
		if (until_eagain)
			require_not_due(viewer);
	}
	close(set);
}

static void edge(void) {
	struct viewer viewer;

	pace(100);
	viewer = open_viewer(O_NONBLOCK);
	edges(&viewer, true, 6);
}

static void edge_without_eagain(void) {
	struct viewer viewer;

	pace(100);
	viewer = open_viewer(0);
	edges(&viewer, false, 6);
}

// Frames that were read before anybody watched need no events.
static void edge_from_the_middle(void) {
	struct viewer viewer;

	pace(50);
	viewer = open_viewer(O_NONBLOCK);
	take_frame(&viewer);
	edges(&viewer, true, 5);
	edges(&viewer, true, 9);
}

static void edge_by_parts(void) {
	struct viewer viewer;
	int set;

	pace(100);
	viewer = open_viewer(O_NONBLOCK);
	set = watch(viewer.fd, EPOLLIN | EPOLLET);
	for (uint64_t n = 0; n < 5; n++) {
		require(has_event(set, patience_ms()), "there is no event for frame %ju", (uintmax_t)n);
		while (viewer.frame == n)
			take(&viewer, 100);
		require_on_time(&viewer, "the event came");
		require_not_due(&viewer);
	}
}

static void edge_once_per_frame(void) {
	struct viewer viewer;
	int set;

	pace(100);
	viewer = open_viewer(O_NONBLOCK);
	set = watch(viewer.fd, EPOLLIN | EPOLLET);
	require(has_event(set, patience_ms()), "there is no event for the first frame");
	require(!has_event(set, 10), "there are two events for the first frame");
	take_frame(&viewer);
	require(has_event(set, patience_ms()), "there is no event for the second frame");
	require(!has_event(set, 10), "there are two events for the second frame");
}

static void edge_end(void) {
	struct viewer viewer;
	int set;

	pace(50);
	set_loops(1);
	if (loop_us() > 5000000)
		skip("a loop lasts too long");
	viewer = open_viewer(O_NONBLOCK);
	set = watch(viewer.fd, EPOLLIN | EPOLLET);
	while (viewer.frame < table->frames) {
		require(has_event(set, patience_ms()), "there is no event for frame %ju", (uintmax_t)viewer.frame);
		take_frame(&viewer);
		require_not_due(&viewer);
	}
	require(has_event(set, patience_ms()), "there is no event at the end of the play");
	viewer.frame++;
	require_on_time(&viewer, "the event at the end came");
	require_end(&viewer);
}

static void one_shot(void) {
	struct epoll_event event = {.events = EPOLLIN | EPOLLONESHOT};
	struct viewer viewer;
	int set;

	pace(100);
	viewer = open_viewer(O_NONBLOCK);
	set = watch(viewer.fd, EPOLLIN | EPOLLONESHOT);
	for (int n = 0; n < 4; n++) {
		require(has_event(set, patience_ms()), "there is no event for frame %d", n);
		require(!has_event(set, 0), "a one-shot event came twice");
		take_frame(&viewer);
		require_on_time(&viewer, "the event came");
		require(epoll_ctl(set, EPOLL_CTL_MOD, viewer.fd, &event) == 0, "epoll cannot be armed again");
	}
}

static void two_sets(void) {
	struct viewer viewer;
	int first, second;

	pace(100);
	viewer = open_viewer(O_NONBLOCK);
	first = watch(viewer.fd, EPOLLIN | EPOLLET);
	second = watch(viewer.fd, EPOLLIN | EPOLLET);
	for (int n = 0; n < 4; n++) {
		require(has_event(first, patience_ms()), "the first set has no event for frame %d", n);
		require(has_event(second, 100), "the second set has no event for frame %d", n);
		take_frame(&viewer);
	}
}

#define CROWD 200
#define CROWD_FRAMES 4

// Each of many viewers in one set gets all its frames.
static void crowd(void) {
	static struct viewer viewers[CROWD];
	struct rlimit most = {CROWD + 50, CROWD + 50};
	struct epoll_event event = {.events = EPOLLIN | EPOLLET};
	int set = epoll_create1(EPOLL_CLOEXEC), left = CROWD * CROWD_FRAMES;

	pace(200);
	setrlimit(RLIMIT_NOFILE, &most);
	for (int i = 0; i < CROWD; i++) {
		viewers[i] = open_viewer(O_NONBLOCK);
		event.data.ptr = &viewers[i];
		require(epoll_ctl(set, EPOLL_CTL_ADD, viewers[i].fd, &event) == 0, "epoll cannot watch viewer %d", i);
	}
	while (left) {
		struct viewer *viewer;

		require(epoll_wait(set, &event, 1, patience_ms()) == 1, "%d frames of %d viewers are lost", left,
			CROWD);
		viewer = event.data.ptr;
		take_frame(viewer);
		left--;
		require(viewer->frame < CROWD_FRAMES || epoll_ctl(set, EPOLL_CTL_DEL, viewer->fd, NULL) == 0,
			"epoll does not let go of a viewer");
	}
}

const struct check epoll_checks[] = {
	{"D9.level", "level-triggered epoll: an event from when a frame is due until it is read", level, 3},
	{"D9.edge", "edge-triggered epoll: an event for every frame", edge, 3},
	{"D9.edge_no_eagain", "edge-triggered epoll needs no read up to EAGAIN", edge_without_eagain, 3},
	{"D9.edge_middle", "edge-triggered epoll may begin and end while it plays", edge_from_the_middle, 3},
	{"D9.edge_parts", "edge-triggered epoll works with small buffers", edge_by_parts, 3},
	{"D9.edge_once", "edge-triggered epoll: one event for one frame", edge_once_per_frame, 3},
	{"D9.edge_end", "edge-triggered epoll: an event at the end of the play", edge_end, 3},
	{"D9.one_shot", "epoll in one-shot mode can be armed again", one_shot, 3},
	{"D9.two_sets", "two epoll sets are told of every frame", two_sets, 3},
	{"D9.crowd", "many viewers in one epoll set get all their frames", crowd, 3},
	{0},
};
