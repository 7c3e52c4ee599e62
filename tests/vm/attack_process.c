// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) the knock-out authors
//
// What else a process can do with a file: wait for it, hand it on, be interrupted.

#define _GNU_SOURCE
#include "attack.h"
#include "conformance.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/inotify.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#define MOST_SENT 4

union control {
	char bytes[CMSG_SPACE(MOST_SENT * sizeof(int))];
	struct cmsghdr header;
};

// At times the sets are shorter than the number of descriptors says.
static long make_select(struct dice *dice) {
	fd_set sets[3];
	int wanted = below(dice, 12);

	memset(sets, 0, sizeof(sets));
	while (wanted--) {
		int fd = any_descriptor(dice, 'f');

		if (fd >= 0 && fd < 200)
			FD_SET(fd, &sets[below(dice, 3)]);
	}
	return syscall(SYS_select, one_in(dice, 20) ? any_argument(dice, 'i') : 200,
		       one_in(dice, 20) ? any_address(dice) : sets, &sets[1], &sets[2], any_argument(dice, 'U'));
}

static long make_ppoll(struct dice *dice) {
	uint64_t mask = roll(dice);

	return syscall(SYS_ppoll, any_argument(dice, 'P'), 1 + below(dice, 16), any_argument(dice, 'T'), &mask,
		       sizeof(mask));
}

static long make_epoll_add(struct dice *dice) {
	return syscall(SYS_epoll_ctl, any_descriptor(dice, 'e'), EPOLL_CTL_ADD, any_descriptor(dice, 'f'),
		       any_argument(dice, 'E'));
}

static long make_epoll_change(struct dice *dice) {
	return syscall(SYS_epoll_ctl, any_descriptor(dice, 'e'), below(dice, 5), any_descriptor(dice, 'f'),
		       any_argument(dice, 'E'));
}

// Room for what is asked, whatever is there.
static long make_epoll_wait(struct dice *dice) {
	struct epoll_event events[16];
	int fd = any_descriptor(dice, 'e');

	if (one_in(dice, 8))
		return syscall(SYS_epoll_wait, fd, any_address(dice), any_argument(dice, 'n'), below(dice, 10));
	return syscall(SYS_epoll_wait, fd, events, 1 + below(dice, 16), below(dice, 10));
}

static long make_send(struct dice *dice) {
	union control control = {.bytes = {0}};
	struct iovec byte = {"x", 1};
	int count = 1 + below(dice, MOST_SENT);
	struct msghdr message = {.msg_iov = &byte,
				 .msg_iovlen = 1,
				 .msg_control = &control,
				 .msg_controllen = CMSG_SPACE(count * sizeof(int))};

	control.header = (struct cmsghdr){CMSG_LEN(count * sizeof(int)), SOL_SOCKET, SCM_RIGHTS};
	for (int i = 0; i < count; i++)
		((int *)CMSG_DATA(&control.header))[i] = any_descriptor(dice, one_in(dice, 6) ? 's' : 'f');
	return syscall(SYS_sendmsg, any_descriptor(dice, 's'), &message, MSG_DONTWAIT | MSG_NOSIGNAL);
}

static long make_receive(struct dice *dice) {
	union control control = {.bytes = {0}};
	char byte;
	struct iovec room = {&byte, 1};
	struct msghdr message = {.msg_iov = &room,
				 .msg_iovlen = 1,
				 .msg_control = &control,
				 .msg_controllen = below(dice, sizeof(control) + 1)};
	long count = syscall(SYS_recvmsg, any_descriptor(dice, 's'), &message,
			     MSG_DONTWAIT | (one_in(dice, 3) ? MSG_PEEK : 0));

	if (count >= 0 && message.msg_controllen >= CMSG_LEN(sizeof(int)) && control.header.cmsg_type == SCM_RIGHTS)
		for (size_t i = 0; CMSG_LEN((i + 1) * sizeof(int)) <= control.header.cmsg_len; i++)
			keep_descriptor(dice, 'v', ((int *)CMSG_DATA(&control.header))[i]);
	return count;
}

// The child shares the viewers, does a few things and is gone, if nobody kills it before.
static void live_short(struct dice *dice) {
	struct itimerval alarm = {{0, 3000}, {0, 3000}};

	setitimer(ITIMER_REAL, &alarm, NULL);
	for (int i = below(dice, 4); i > 0; i--)
		make_call(choose_call(dice), roll(dice));
	_exit(0);
}

static long make_fork(struct dice *dice) {
	static bool is_child;
	pid_t child;

	if (is_child)
		return -1;
	child = fork();
	if (child == 0) {
		is_child = true;
		live_short(dice);
	}
	if (child > 0 && one_in(dice, 2))
		kill(child, SIGKILL);
	while (waitpid(-1, NULL, WNOHANG) > 0)
		;
	return child;
}

static long make_signal(struct dice *dice) {
	static const int signals[] = {SIGALRM, SIGUSR1, SIGIO, SIGCHLD, SIGURG};

	return syscall(SYS_kill, getpid(), any_of(dice, signals));
}

static long make_stop(struct dice *dice) {
	return syscall(SYS_kill, one_in(dice, 2) ? getpid() : getppid(), one_in(dice, 2) ? 0 : SIGCONT);
}

static __thread bool may_fail;

static long set_failure(const char *nth) {
	int fd = open("/proc/thread-self/fail-nth", O_WRONLY | O_CLOEXEC);
	long written = fd < 0 ? -1 : syscall(SYS_write, fd, nth, strlen(nth));

	if (fd >= 0)
		close(fd);
	return written;
}

// One of the next allocations or copies of this thread fails.
static long make_failure(struct dice *dice) {
	char nth[8];

	snprintf(nth, sizeof(nth), "%u", 1 + below(dice, 12));
	may_fail = true;
	return set_failure(nth);
}

// Lest it hit the frame of a signal, which would be our end.
void end_failures(void) {
	if (may_fail)
		set_failure("0");
	may_fail = false;
}

static long make_tamper(struct dice *dice) {
	tamper_with_memory(dice);
	return 0;
}

static long make_nap(struct dice *dice) {
	struct timespec nap = {0, below(dice, 3000000)};

	return syscall(SYS_nanosleep, &nap, NULL);
}

const struct call other_calls[] = {
	{"poll", SYS_poll, "Pnt", 40, NULL},
	{"ppoll", 0, NULL, 10, make_ppoll},
	{"select", 0, NULL, 15, make_select},
	{"epoll_create1", SYS_epoll_create1, "b e", 4, NULL},
	{"epoll_ctl to add", 0, NULL, 30, make_epoll_add},
	{"epoll_ctl", 0, NULL, 20, make_epoll_change},
	{"epoll_wait", 0, NULL, 25, make_epoll_wait},
	{"inotify_init1", SYS_inotify_init1, "b p", 2, NULL},
	{"inotify_add_watch", SYS_inotify_add_watch, "pDi", 4, NULL},
	{"eventfd2", SYS_eventfd2, "ib p", 2, NULL},
	{"sendmsg of descriptors", 0, NULL, 12, make_send},
	{"recvmsg of descriptors", 0, NULL, 12, make_receive},
	{"fork", 0, NULL, 4, make_fork},
	{"kill", 0, NULL, 8, make_signal},
	{"kill to continue", 0, NULL, 2, make_stop},
	{"fail-nth", 0, NULL, 10, make_failure},
	{"changes of memory", 0, NULL, 20, make_tamper},
	{"nanosleep", 0, NULL, 6, make_nap},
	{"madvise", SYS_madvise, "ANi", 2, NULL},
	{"bpf", SYS_bpf, "iWN", 1, NULL},
	{"perf_event_open", SYS_perf_event_open, "Wixfb", 1, NULL},
	{0},
};
