// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) the knock-out authors
//
// stress: everything at once, for a kernel that watches itself.
//
//   cc -static -pthread -Imodule -include generated/parrot.h -o stress
//      tests/vm/stress.c tests/vm/conformance_{table,viewer,process}.c
//   stress SECONDS /dev/parrot parrot.ko
//
// Half of the time readers, sharers, pollers and signals meet on viewers that stay
// open; the other half loading and unloading meet opens.  Those who have a viewer
// of their own compare what they get with the table.

#define _GNU_SOURCE
#include "conformance.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

const char *device_path;
const char *device_name;
const char *module_path;

static int64_t end_us;
static uint64_t *work_done; // one count for each role, for the report

void require(bool kept, const char *sentence, ...) {
	va_list arguments;

	if (kept)
		return;
	va_start(arguments, sentence);
	vfprintf(stderr, sentence, arguments);
	va_end(arguments);
	fputc('\n', stderr);
	_exit(1);
}

void skip(const char *why, ...) {
	require(false, "%s", why);
	abort();
}

static bool time_left(void) {
	return now_us() < end_us;
}

static int any(int below) {
	return (int)(random() % below);
}

static void on_signal(int signal) {
	(void)signal;
}

static void interrupt_often(void) {
	struct sigaction action = {.sa_handler = on_signal};
	struct itimerval timer = {{0, 5000 + any(10000)}, {0, 1000}};

	sigaction(SIGALRM, &action, NULL);
	setitimer(ITIMER_REAL, &timer, NULL);
}

// Reads in all sizes through signals, and compares.
static void read_and_compare(int role) {
	struct viewer viewer = open_viewer(0);

	interrupt_often();
	while (time_left()) {
		ssize_t count = read(viewer.fd, big_buffer, any(5) ? 1 + any(300) : BIG);

		if (count < 0 && errno == EINTR)
			continue;
		if (count == 0) { // another has set loops
			close(viewer.fd);
			viewer = open_viewer(0);
			continue;
		}
		take_bytes(&viewer, big_buffer, count);
		work_done[role]++;
	}
}

static void *read_shared(void *descriptor) {
	char buffer[700];

	while (time_left())
		if (read(*(int *)descriptor, buffer, 1 + any(sizeof(buffer))) == 0)
			sleep_us(1000);
	return NULL;
}

static void *poll_shared(void *descriptor) {
	struct pollfd entry = {.fd = *(int *)descriptor, .events = POLLIN};
	char byte;

	while (time_left()) {
		poll(&entry, 1, any(20));
		if ((entry.revents & POLLIN) && !any(3))
			require(read(entry.fd, &byte, 1) >= 0 || errno == EAGAIN || errno == EINTR,
				"a polled read failed: %s", strerror(errno));
	}
	return NULL;
}

// Threads that read and poll one open file, closed and opened again now and then.
static void share(int role) {
	enum { THREADS = 6 };
	pthread_t threads[THREADS];
	int64_t end = end_us;

	while (now_us() < end) {
		struct viewer viewer = open_viewer(any(2) ? O_NONBLOCK : 0);

		end_us = now_us() + 200000 + any(300000);
		for (int i = 0; i < THREADS; i++)
			pthread_create(&threads[i], NULL, i % 2 ? read_shared : poll_shared, &viewer.fd);
		for (int i = 0; i < THREADS; i++)
			pthread_join(threads[i], NULL);
		close(viewer.fd);
		work_done[role]++;
	}
}

static void epoll_storm(int role) {
	enum { VIEWERS = 20 };
	int fds[VIEWERS], set = epoll_create1(0);
	struct epoll_event event = {.events = EPOLLIN | EPOLLET};

	memset(fds, -1, sizeof(fds));
	while (time_left()) {
		int i = any(VIEWERS);

		if (fds[i] < 0) {
			fds[i] = open_viewer(O_NONBLOCK).fd;
			event.data.fd = fds[i];
			epoll_ctl(set, EPOLL_CTL_ADD, fds[i], &event);
		} else if (!any(30)) {
			close(fds[i]);
			fds[i] = -1;
		}
		if (epoll_wait(set, &event, 1, 2) == 1)
			work_done[role] += read(event.data.fd, big_buffer, 1 + any(4000)) > 0;
	}
}

// Children that are killed at any point of a read.
static void kill_readers(int role) {
	while (time_left()) {
		struct viewer viewer = open_viewer(0);
		pid_t child = fork();

		if (child == 0)
			for (;;)
				if (read(viewer.fd, big_buffer, 1 + any(500)) < 0)
					_exit(0);
		sleep_us(any(6000));
		kill(child, any(2) ? SIGKILL : SIGTERM);
		waitpid(child, NULL, 0);
		close(viewer.fd);
		work_done[role]++;
	}
}

static void stop_readers(int role) {
	pid_t child = fork();

	if (child == 0) {
		struct viewer viewer = open_viewer(0);

		while (read(viewer.fd, big_buffer, BIG) >= 0)
			;
		_exit(0);
	}
	while (time_left()) {
		kill(child, SIGSTOP);
		sleep_us(any(20000));
		kill(child, SIGCONT);
		sleep_us(any(5000));
		work_done[role]++;
	}
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
}

static void open_and_close(int role) {
	struct pollfd entry = {.events = POLLIN};

	while (time_left()) {
		entry.fd = open(device_path, O_RDONLY | O_NONBLOCK);
		if (entry.fd < 0) {
			require(errno == ENOENT || errno == ENODEV || errno == ENXIO, "open failed: %s",
				strerror(errno));
			continue;
		}
		if (any(2))
			require(read(entry.fd, big_buffer, BIG) >= 0, "a first read failed: %s", strerror(errno));
		if (any(2))
			poll(&entry, 1, 0);
		close(entry.fd);
		work_done[role]++;
	}
}

static void turn_parameters(int role) {
	static const char *const speeds[] = {"1000", "700", "1000", "9", "x", "900", "1001", ""};
	static const char *const loops[] = {"-1", "0", "-1", "3", "-2", "y"};

	while (time_left()) {
		write_parameter("speed_percent", speeds[any(8)]);
		write_parameter("loops", loops[any(6)]);
		sleep_us(any(3000));
		work_done[role]++;
	}
}

static void read_attributes(int role) {
	static const char *const names[] = {"frames", "columns", "rows", "loop_ms"};
	char path[256], text[64];

	while (time_left()) {
		int fd;

		snprintf(path, sizeof(path), "/sys/class/misc/%s/%s", device_name, names[any(4)]);
		fd = open(path, O_RDONLY);
		if (fd < 0 || read(fd, text, sizeof(text)) <= 0)
			sleep_us(500); // the module is just not there
		if (fd >= 0)
			close(fd);
		work_done[role]++;
		sleep_us(any(500));
	}
}

static void load(void) {
	int fd = open(module_path, O_RDONLY);

	require(fd >= 0 && syscall(SYS_finit_module, fd, "speed_percent=1000 loops=-1", 0) == 0, "loading failed: %s",
		strerror(errno));
	close(fd);
}

static void load_and_unload(int role) {
	while (time_left()) {
		if (syscall(SYS_delete_module, device_name, O_NONBLOCK) < 0) {
			require(errno == EAGAIN || errno == EBUSY, "unloading failed: %s", strerror(errno));
			continue;
		}
		load();
		work_done[role]++;
	}
}

struct role {
	const char *name;
	void (*play)(int role);
	int players;
};

static const struct role together[] = {
	{"reads compared", read_and_compare, 3},
	{"rounds of sharing", share, 2},
	{"epoll reads", epoll_storm, 2},
	{"readers killed", kill_readers, 2},
	{"stops", stop_readers, 1},
	{"opens", open_and_close, 1},
	{"parameters set", turn_parameters, 1},
	{"attributes read", read_attributes, 1},
};

static const struct role against[] = {
	{"opens", open_and_close, 3},
	{"attributes read", read_attributes, 1},
	{"loads", load_and_unload, 1},
};

static int start_role(const struct role *role, int index) {
	for (int i = 0; i < role->players; i++) {
		pid_t player = fork();

		if (player == 0) {
			srandom(index * 100 + i);
			role->play(index);
			_exit(0);
		}
		require(player > 0, "a process could not be started: %s", strerror(errno));
	}
	return role->players;
}

// Plays all roles at once; false if one of the players failed.
static bool play(const struct role *roles, int count, int64_t us) {
	int players = 0, status;
	bool well = true;

	end_us = now_us() + us;
	memset(work_done, 0, count * sizeof(*work_done));
	for (int i = 0; i < count; i++)
		players += start_role(&roles[i], i);
	while (players--) {
		wait(&status);
		well = well && status == 0;
	}
	for (int i = 0; i < count; i++) {
		printf("%8ju %s\n", (uintmax_t)work_done[i], roles[i].name);
		well = well && work_done[i];
	}
	return well;
}

int main(int argc, char **argv) {
	int64_t half_us;
	bool well;

	if (argc != 4) {
		fprintf(stderr, "usage: stress SECONDS /dev/NAME NAME.ko\n");
		return 2;
	}
	half_us = atoi(argv[1]) * INT64_C(500000);
	device_path = argv[2];
	device_name = strrchr(argv[2], '/') + 1;
	module_path = argv[3];
	work_done = shared_memory(sizeof(*work_done) * 16);
	well = play(together, sizeof(together) / sizeof(*together), half_us);
	write_parameter("speed_percent", "1000");
	write_parameter("loops", "-1");
	well = play(against, sizeof(against) / sizeof(*against), half_us) && well;
	return !well;
}
