// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) the knock-out authors
//
// attack: an unprivileged user who wishes the player ill, for a kernel that watches itself.
//
//   cc -static -pthread -Imodule -include generated/parrot.h -o attack
//      tests/vm/attack*.c tests/vm/conformance_{table,viewer,process}.c
//   attack SEED SECONDS /dev/parrot parrot.ko
//
// Cycles of some seconds.  In most, attackers call everything at once, root turns, suspends
// and freezes, and a witness, another user, must get every byte of the table.  In some the
// attackers hold nothing for long while root loads and unloads.  A cycle ends with SIGKILL
// at any moment, after which all must be gone and the module must unload.
//
// The same seed makes the same choices; what follows from them also depends on the time.

#define _GNU_SOURCE
#include "attack.h"
#include "conformance.h"

#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define WORKERS 3

// A machine that is emulated beside others may take long to do little.
#define PATIENCE_US (120 * INT64_C(1000000))

const char *device_path;
const char *device_name;
const char *module_path;
int nowhere;
struct world *world;
const struct call *calls[MOST_CALLS];
size_t call_count;

static int total_weight;

void require(bool kept, const char *sentence, ...) {
	va_list arguments;

	if (kept)
		return;
	va_start(arguments, sentence);
	vprintf(sentence, arguments);
	va_end(arguments);
	putchar('\n');
	fflush(stdout);
	_exit(1);
}

void skip(const char *why, ...) {
	require(false, "%s", why);
	abort();
}

static void add_calls(const struct call *call) {
	for (; call->name; call++) {
		require(call_count < MOST_CALLS, "there are too many calls");
		calls[call_count++] = call;
		total_weight += call->weight;
	}
}

size_t choose_call(struct dice *dice) {
	int at = (int)below(dice, total_weight);
	size_t which = 0;

	while ((at -= calls[which]->weight) >= 0)
		which++;
	return which;
}

static long make_by_letters(const struct call *call, struct dice *dice) {
	long argument[6] = {0}, result;
	const char *letter = call->arguments;

	for (int i = 0; i < 6 && *letter && *letter != ' '; i++)
		argument[i] = any_argument(dice, *letter++);
	result = syscall(call->number, argument[0], argument[1], argument[2], argument[3], argument[4], argument[5]);
	if (result >= 0 && *letter == ' ')
		keep_descriptor(dice, letter[1], result);
	return result;
}

long make_call(size_t which, uint64_t seed) {
	const struct call *call = calls[which];
	struct dice dice = {seed};
	long result = call->make ? call->make(&dice) : make_by_letters(call, &dice);

	__atomic_add_fetch(&world->made[which], 1, __ATOMIC_RELAXED);
	if (result >= 0)
		__atomic_add_fetch(&world->succeeded[which], 1, __ATOMIC_RELAXED);
	return result;
}

static void limit(int resource, rlim_t most) {
	setrlimit(resource, &(struct rlimit){most, most});
}

// From here on an ordinary user, within the limits that such a one has.
static void become_user(void) {
	int cgroup = open("/sys/fs/cgroup/attack/cgroup.procs", O_WRONLY | O_CLOEXEC);

	if (cgroup >= 0) {
		require(write(cgroup, "0", 1) == 1, "the attackers' cgroup cannot be entered: %s", strerror(errno));
		close(cgroup);
	}
	limit(RLIMIT_NOFILE, 200);
	limit(RLIMIT_NPROC, 150);
	limit(RLIMIT_FSIZE, 4 << 20);
	limit(RLIMIT_CORE, 0);
	drop_privileges();
	prctl(PR_SET_DUMPABLE, 1);
}

static pid_t start(void (*body)(uint64_t seed, bool loading), uint64_t seed, bool loading, bool as_user) {
	pid_t process = fork();

	require(process >= 0, "a process could not be started: %s", strerror(errno));
	if (process == 0) {
		setpgid(0, 0);
		if (as_user)
			become_user();
		prctl(PR_SET_PDEATHSIG, SIGKILL); // which is forgotten where a user changes
		body(seed, loading);
		_exit(0);
	}
	setpgid(process, process);
	return process;
}

// Root may unload the module and load it again while nobody has the device open.
static struct viewer open_when_loaded(void) {
	int64_t until = now_us() + PATIENCE_US;
	struct viewer viewer = {.fd = -1};

	while ((viewer.fd = open(device_path, O_RDONLY | O_CLOEXEC)) < 0) {
		require(now_us() < until, "%s cannot be opened: %s", device_path, strerror(errno));
		sleep_us(1000);
	}
	return viewer;
}

// Watches as if nothing were the matter, and compares.
static void witness(uint64_t seed, bool loading) {
	struct viewer viewer = open_when_loaded();

	(void)seed, (void)loading;
	for (;;) {
		ssize_t count = read(viewer.fd, big_buffer, BIG);

		if (count == 0) { // root has set loops
			close(viewer.fd);
			sleep_us(10000);
			viewer = open_when_loaded();
			continue;
		}
		take_bytes(&viewer, big_buffer, count);
		__atomic_add_fetch(&world->frames, 1, __ATOMIC_RELAXED);
	}
}

// While the attack goes on.
static void require_witness(uint64_t seen) {
	int64_t until = now_us() + PATIENCE_US;

	while (__atomic_load_n(&world->frames, __ATOMIC_RELAXED) == seen) {
		require(now_us() < until, "the witness gets nothing");
		sleep_us(100000);
	}
}

// An attacker may well shoot himself; another takes his place. What he has started may sleep for ever.
static void keep_attacking(pid_t *workers, int count, uint64_t seed, bool loading, int64_t until_us) {
	for (int round = 1; now_us() < until_us; round++) {
		sleep_us(100000);
		for (int i = 0; i < count; i++)
			if (waitpid(workers[i], NULL, WNOHANG) > 0) {
				kill(-workers[i], SIGKILL);
				workers[i] = start(attack, seed + round * 100 + i, loading, true);
			}
	}
}

static void end_process(pid_t process, const char *whose) {
	int status;

	kill(-process, SIGKILL);
	require(ends_within(process, PATIENCE_US, &status), "%s, killed, does not end", whose);
	require(!WIFEXITED(status), "%s has ended with %d", whose, WEXITSTATUS(status));
}

// Whether someone has the device open.
static bool is_used(void) {
	char path[128], count[16] = "";
	int fd;

	snprintf(path, sizeof(path), "/sys/module/%s/refcnt", device_name);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return false; // it is not even there
	if (read(fd, count, sizeof(count) - 1) < 0)
		count[0] = '0';
	close(fd);
	return strcmp(count, "0\n") != 0;
}

// Sockets in each other's messages outlive their users, and so does what else is in these: until the next socket is
// closed, when the kernel looks for such.
static void collect_sockets(void) {
	close(socket(AF_UNIX, SOCK_STREAM, 0));
}

// Children of the killed, and what io_uring still has to put away, take their time.
static void require_unused(void) {
	int64_t until = now_us() + PATIENCE_US;

	while (is_used()) {
		if (now_us() >= until)
			list_users();
		require(now_us() < until, "the device is still open after all its users were killed");
		collect_sockets();
		sleep_us(5000);
	}
}

static void require_unload(void) {
	int error = unload_module();

	require(error == 0 || error == ENOENT, "the module cannot be unloaded after its users were killed: %s",
		strerror(error));
}

// What the kernel says that the player has allocated.  It says so only if slub_debug=U
// is among its words; then nothing must be left when no file is open.
static void require_nothing_left(void) {
	char line[512], mark[64];
	glob_t caches;

	snprintf(mark, sizeof(mark), "[%s]", device_name);
	if (glob("/sys/kernel/debug/slab/kmalloc-cg-*/alloc_traces", 0, NULL, &caches) != 0)
		return;
	for (size_t i = 0; i < caches.gl_pathc; i++) {
		FILE *traces = fopen(caches.gl_pathv[i], "r");

		while (traces && fgets(line, sizeof(line), traces))
			require(!strstr(line, mark), "with no file open, this is left: %s", line);
		if (traces)
			fclose(traces);
	}
	globfree(&caches);
}

static void allow_promises(bool allowed) {
	int fd = open("/proc/sys/vm/unprivileged_userfaultfd", O_WRONLY | O_CLOEXEC);

	require(fd >= 0 && write(fd, allowed ? "1" : "0", 1) == 1, "userfaultfd cannot be allowed");
	close(fd);
}

static void run_cycle(uint64_t seed, int64_t us) {
	struct dice dice = dice_of(seed, 0);
	bool loading = one_in(&dice, 4);
	int count = loading ? 2 : WORKERS;
	pid_t workers[WORKERS], root, watcher = 0;
	uint64_t seen = world->frames;

	allow_promises(one_in(&dice, 2));
	require(load_module("loops=-1 speed_percent=1000"), "the module cannot be loaded: %s", strerror(errno));
	note_code();
	if (loading)
		world->code = 0; // it will be elsewhere all the time
	else
		watcher = start(witness, seed, false, true);
	for (int i = 0; i < count; i++)
		workers[i] = start(attack, seed + i, loading, true);
	root = start(disturb, seed, loading, false);
	keep_attacking(workers, count, seed, loading, now_us() + us);
	if (watcher)
		require_witness(seen);
	end_process(root, "root");
	for (int i = 0; i < count; i++)
		kill(-workers[i], SIGKILL);
	thaw();
	for (int i = 0; i < count; i++)
		end_process(workers[i], "an attacker");
	if (watcher)
		end_process(watcher, "the witness");
	require_unused();
	require_nothing_left();
	require_unload();
}

// How many calls there were.
static uint64_t report(int64_t us, int cycles) {
	uint64_t made = 0, succeeded = 0;

	for (size_t i = 0; i < call_count; i++) {
		printf("%9ju %9ju  %s\n", (uintmax_t)world->made[i], (uintmax_t)world->succeeded[i], calls[i]->name);
		made += world->made[i];
		succeeded += world->succeeded[i];
	}
	printf("in %jd s, %d cycles: %ju calls, %ju without an error; %ju turns of root, %ju loads; %ju frames "
	       "witnessed\n",
	       (intmax_t)(us / 1000000), cycles, (uintmax_t)made, (uintmax_t)succeeded, (uintmax_t)world->turns,
	       (uintmax_t)world->loads, (uintmax_t)world->frames);
	return made;
}

int main(int argc, char **argv) {
	int64_t start_us = now_us(), end_us;
	uint64_t seed, made;
	int cycle = 0;

	if (argc != 5) {
		fprintf(stderr, "usage: attack SEED SECONDS /dev/NAME NAME.ko\n");
		return 2;
	}
	seed = strtoull(argv[1], NULL, 0);
	end_us = start_us + atoi(argv[2]) * INT64_C(1000000);
	device_path = argv[3];
	device_name = strrchr(argv[3], '/') + 1;
	module_path = argv[4];
	world = shared_memory(sizeof(*world));
	add_calls(file_calls);
	add_calls(other_calls);
	add_calls(ring_calls);
	nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
	require(nowhere >= 0, "/dev/null cannot be opened: %s", strerror(errno));
	prepare_machine();
	require_unload();
	printf("seed %ju\n", (uintmax_t)seed);
	fflush(stdout);
	while (now_us() < end_us) {
		struct dice dice = dice_of(seed, ++cycle);

		run_cycle(roll(&dice), 5000000 + below(&dice, 15000000));
	}
	made = report(now_us() - start_us, cycle);
	list_reached();
	require(made > 1000, "so few calls are no attack");
	return 0;
}
