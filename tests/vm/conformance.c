// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) the knock-out authors
//
// conformance: does the device keep the promises D1 to D16 of its read()?
//
//   cc -static -pthread -Imodule -include generated/parrot.h -o conformance tests/vm/conformance*.c
//   conformance [--only NAME]... [--skip NAME]... [--list] /dev/parrot [parrot.ko]
//
// NAME is a check ("D4.tempo") or all of a promise ("D4").  Checks that need
// root, the module's file or a part of the kernel that is not there are skipped;
// those of the system's limits ("limit") run only if they are named.
// Exit status: 0 all kept, 1 some broken, 2 bad usage.

#define _GNU_SOURCE
#include "conformance.h"

#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { KEPT, BROKEN, SKIPPED };

#define MOST_NAMES 64
#define PATIENCE_US (30 * INT64_C(1000000))

const char *device_path;
const char *device_name;
const char *module_path;
int kernel_log = -1;

static const char *only[MOST_NAMES], *not [MOST_NAMES];
static size_t only_count, not_count;
static int report[2]; // a pipe: what a check has to say at its end

static const struct check *const lists[] = {
	node_checks,  stream_checks, fault_checks,  end_checks,   tempo_checks,     signal_checks, poll_checks,
	epoll_checks, uring_checks,  splice_checks, share_checks, parameter_checks, module_checks, silence_checks,
	limit_checks,
};

static void end_check(int outcome, const char *sentence, va_list arguments) {
	char text[512];
	int length = vsnprintf(text, sizeof(text), sentence, arguments);
	ssize_t written;

	if (length >= (int)sizeof(text))
		length = sizeof(text) - 1;
	written = write(report[1], text, length);
	_exit(written == length ? outcome : BROKEN);
}

void require(bool kept, const char *sentence, ...) {
	va_list arguments;

	if (kept)
		return;
	va_start(arguments, sentence);
	end_check(BROKEN, sentence, arguments);
	va_end(arguments);
}

void skip(const char *why, ...) {
	va_list arguments;

	va_start(arguments, why);
	end_check(SKIPPED, why, arguments);
	va_end(arguments);
	abort();
}

// Every check starts from the parameters that the module is loaded with.
static void reset_parameters(void) {
	write_parameter("speed_percent", "100");
	write_parameter("loops", "0");
}

static pid_t start_check(const struct check *check) {
	pid_t process;

	fflush(stdout);
	process = fork();
	if (process == 0) {
		setpgid(0, 0);
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		signal(SIGINT, SIG_DFL); // a shell's background jobs ignore it
		check->run();
		_exit(KEPT);
	}
	if (process > 0)
		setpgid(process, process);
	return process;
}

static int outcome_of(pid_t process, char *sentence, size_t size) {
	int status;

	if (!ends_within(process, PATIENCE_US, &status)) {
		kill(-process, SIGKILL);
		if (ends_within(process, 3000000, &status))
			snprintf(sentence, size, "it did not end within %d s", (int)(PATIENCE_US / 1000000));
		else
			snprintf(sentence, size, "it hangs, and not even SIGKILL ends it");
		return BROKEN;
	}
	kill(-process, SIGKILL);
	if (WIFEXITED(status) && WEXITSTATUS(status) <= SKIPPED)
		return WEXITSTATUS(status);
	snprintf(sentence, size, "the check itself ended with status %#x", (unsigned int)status);
	return BROKEN;
}

static int try_check(const struct check *check, char *sentence, size_t size) {
	ssize_t length;
	pid_t process;
	int outcome;

	sentence[0] = '\0';
	if (pipe2(report, O_CLOEXEC | O_NONBLOCK) < 0)
		return BROKEN;
	process = start_check(check);
	if (process < 0)
		return BROKEN;
	outcome = outcome_of(process, sentence, size);
	length = read(report[0], sentence, size - 1);
	if (length > 0)
		sentence[length] = '\0';
	close(report[0]);
	close(report[1]);
	reset_parameters();
	return outcome;
}

static int run_check(const struct check *check) {
	static const char *const words[] = {[KEPT] = "pass", [BROKEN] = "FAIL", [SKIPPED] = "skip"};
	char sentence[600];
	int outcome, tries = 0;
	int64_t start = now_us();

	do
		outcome = try_check(check, sentence, sizeof(sentence));
	while (outcome == BROKEN && ++tries < check->tries);
	printf("%s  %-24s %s (%d ms%s)\n", words[outcome], check->name, check->promise,
	       (int)((now_us() - start) / 1000), outcome == KEPT && tries ? ", not at the first try" : "");
	if (outcome != KEPT)
		printf("      %s\n", sentence);
	return outcome;
}

// "D4.tempo" by that name, and by "D4".
static bool named(const char *const *names, size_t count, const char *name) {
	for (size_t i = 0; i < count; i++) {
		size_t length = strlen(names[i]);

		if (strncmp(name, names[i], length) == 0 && (name[length] == '\0' || name[length] == '.'))
			return true;
	}
	return false;
}

// The limits of a machine are not tried unasked.
static bool wanted(const struct check *check) {
	bool chosen = only_count ? named(only, only_count, check->name) : strncmp(check->name, "limit.", 6) != 0;

	return chosen && !named(not, not_count, check->name);
}

static void run_list(const struct check *check, int counts[3]) {
	for (; check->name; check++)
		if (wanted(check))
			counts[run_check(check)]++;
}

static int run_all(void) {
	int counts[3] = {0};

	kernel_log = open("/dev/kmsg", O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	if (kernel_log >= 0)
		lseek(kernel_log, 0, SEEK_END);
	reset_parameters();
	for (size_t i = 0; i < sizeof(lists) / sizeof(*lists); i++)
		run_list(lists[i], counts);
	printf("%d skipped\n%d passed, %d failed\n", counts[SKIPPED], counts[KEPT], counts[BROKEN]);
	return counts[BROKEN] || !counts[KEPT];
}

static int list_all(void) {
	for (size_t i = 0; i < sizeof(lists) / sizeof(*lists); i++)
		for (const struct check *check = lists[i]; check->name; check++)
			printf("%-24s %s\n", check->name, check->promise);
	return 0;
}

static int usage(void) {
	fprintf(stderr, "usage: conformance [--only NAME]... [--skip NAME]... [--list] /dev/NAME [MODULE.ko]\n");
	return 2;
}

static bool add_name(const char **names, size_t *count, const char *name) {
	if (!name || *count == MOST_NAMES)
		return false;
	names[(*count)++] = name;
	return true;
}

int main(int argc, char **argv) {
	int i;

	for (i = 1; i < argc && strncmp(argv[i], "--", 2) == 0; i++) {
		if (strcmp(argv[i], "--list") == 0)
			return list_all();
		else if (strcmp(argv[i], "--only") == 0 && add_name(only, &only_count, argv[i + 1]))
			i++;
		else if (strcmp(argv[i], "--skip") == 0 && add_name(not, &not_count, argv[i + 1]))
			i++;
		else
			return usage();
	}
	if (i >= argc || argc - i > 2)
		return usage();
	device_path = argv[i];
	device_name = strrchr(argv[i], '/') ? strrchr(argv[i], '/') + 1 : argv[i];
	module_path = argv[i + 1];
	return run_all();
}
