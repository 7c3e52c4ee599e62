// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) the knock-out authors
//
// Processes beside the one that checks.

#include "conformance.h"

#include <errno.h>
#include <grp.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

// Zeroes that children see too.
void *shared_memory(size_t size) {
	void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	require(memory != MAP_FAILED, "there is no memory: %s", strerror(errno));
	return memory;
}

// The process ends with its body, or with the check that started it.
pid_t start_process(void (*body)(void *), void *argument) {
	pid_t process = fork();

	require(process >= 0, "a process could not be started: %s", strerror(errno));
	if (process == 0) {
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		body(argument);
		_exit(0);
	}
	return process;
}

static char state_of(pid_t process) {
	char path[32], state = '?';
	FILE *file;

	snprintf(path, sizeof(path), "/proc/%d/stat", process);
	file = fopen(path, "r");
	require(file, "%s cannot be read: %s", path, strerror(errno));
	if (fscanf(file, "%*d (%*[^)]) %c", &state) != 1)
		state = '?';
	fclose(file);
	return state;
}

// On a busy machine a process may take long to get to where it waits.
void wait_until_asleep(pid_t process) {
	const int64_t until = now_us() + 10000000;

	while (!strchr("SD", state_of(process))) {
		require(now_us() < until, "a process did not get to where it waits");
		sleep_us(1000);
	}
}

// Waits without a timer of its own, which would lend its punctuality to the
// viewers that we watch.
bool ends_within(pid_t process, int64_t us, int *status) {
	int64_t left, until = now_us() + us;
	sigset_t child;
	pid_t ended;

	sigemptyset(&child);
	sigaddset(&child, SIGCHLD);
	sigprocmask(SIG_BLOCK, &child, NULL);
	for (;;) {
		ended = waitpid(process, status, WNOHANG);
		if (ended < 0)
			*status = SIGKILL; // an oops in the middle of its exit leaves nothing to wait for
		left = until - now_us();
		if (ended || left <= 0)
			return ended;
		sigtimedwait(&child, NULL, &(struct timespec){left / 1000000, left % 1000000 * 1000});
	}
}

// A child whose require() has failed has already said why.
void require_success(pid_t process, const char *what) {
	int status;

	if (!ends_within(process, 10000000, &status))
		require(false, "%s does not end", what);
	if (WIFEXITED(status) && WEXITSTATUS(status))
		_exit(WEXITSTATUS(status));
	require(WIFEXITED(status), "%s ended by signal %d", what, WTERMSIG(status));
}

// From here on nobody in particular.
void drop_privileges(void) {
	if (getuid() != 0)
		return;
	require(setgroups(0, NULL) == 0 && setgid(65534) == 0 && setuid(65534) == 0, "root's rights cannot be dropped");
}
