// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) the knock-out authors
//
// One who attacks: some threads with one set of descriptors.  Each runs one program of
// a few calls after the other.  A program that has reached new code of the player is
// kept, and comes again with changes.

#define _GNU_SOURCE
#include "attack.h"
#include "conformance.h"

#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#define LONGEST 8
#define KEPT 64

struct step {
	size_t call;
	uint64_t seed;
};

struct program {
	int length;
	struct step step[LONGEST];
};

struct attacker {
	struct dice dice;
	pid_t thread;
	bool fleeting;
	int kept;
	struct program program[KEPT];
};

static struct attacker attackers[THREADS];

static void on_signal(int signal) {
	(void)signal;
}

// SIGALRM ends a wait, the others let it start again.  A fault of our own ends us.
static void catch_signals(void) {
	for (int signal = 1; signal < 64; signal++) {
		struct sigaction action = {.sa_handler = on_signal, .sa_flags = signal == SIGALRM ? 0 : SA_RESTART};

		if (signal != SIGSEGV && signal != SIGBUS && signal != SIGILL && signal != SIGABRT)
			sigaction(signal, &action, NULL);
	}
}

static struct step new_step(struct dice *dice) {
	return (struct step){choose_call(dice), roll(dice)};
}

static struct program new_program(struct dice *dice) {
	struct program program = {.length = 1 + below(dice, LONGEST)};

	for (int i = 0; i < program.length; i++)
		program.step[i] = new_step(dice);
	return program;
}

// One of those that are kept, with another step, or none, or one more.
static struct program changed_program(struct dice *dice, struct program program) {
	int at = below(dice, program.length);

	switch (below(dice, 4)) {
	case 0:
		program.step[at] = new_step(dice);
		break;
	case 1:
		program.step[at].seed = roll(dice);
		break;
	case 2:
		if (program.length < LONGEST)
			program.step[program.length++] = new_step(dice);
		break;
	}
	return program;
}

static struct program next_program(struct attacker *self) {
	if (self->kept && one_in(&self->dice, 3))
		return changed_program(&self->dice, self->program[below(&self->dice, self->kept)]);
	return new_program(&self->dice);
}

static void keep_program(struct attacker *self, const struct program *program) {
	int slot = self->kept < KEPT ? self->kept++ : (int)below(&self->dice, KEPT);

	self->program[slot] = *program;
}

static void run_program(struct attacker *self) {
	struct program program = next_program(self);

	begin_trace();
	for (int i = 0; i < program.length; i++)
		make_call(program.step[i].call, program.step[i].seed);
	end_failures();
	if (trace_is_new())
		keep_program(self, &program);
}

// Who is fleeting leaves nothing open for long, so that the module can go.
static void *run_attacker(void *given) {
	struct attacker *self = given;

	self->thread = (pid_t)syscall(SYS_gettid);
	start_trace();
	thread_ring(&self->dice);
	for (;;) {
		run_program(self);
		if (self->fleeting) {
			close_viewers();
			sleep_us(below(&self->dice, 3000));
		}
	}
	return NULL;
}

// Meanwhile, signals, and memory that changes.
static void worry(struct dice *dice) {
	pid_t thread = any_of(dice, attackers).thread;

	if (thread)
		syscall(SYS_tgkill, getpid(), thread, one_in(dice, 2) ? SIGALRM : SIGUSR1);
	tamper_with_memory(dice);
	sleep_us(3000 + below(dice, 20000));
}

// What is written to any descriptor shall not come out among the results.
static void be_silent(void) {
	for (int fd = 0; fd < 3; fd++)
		if (dup2(nowhere, fd) != fd)
			abort();
}

void attack(uint64_t seed, bool fleeting) {
	struct dice dice = dice_of(seed, 0);
	pthread_t thread;

	be_silent();
	catch_signals();
	map_memory();
	open_descriptors();
	for (int i = 0; i < (fleeting ? 1 : THREADS); i++) {
		attackers[i].dice = dice_of(seed, 1 + i);
		attackers[i].fleeting = fleeting;
		if (pthread_create(&thread, NULL, run_attacker, &attackers[i]))
			abort(); // as by a fault of our own; memory is scarce
	}
	for (;;)
		worry(&dice);
}
