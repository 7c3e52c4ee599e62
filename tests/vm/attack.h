/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Copyright (C) the knock-out authors
 *
 * The parts of the attack: a caller who calls everything that can be called on a
 * device, in any order, with arguments that a program in its right mind would not
 * give.  Everything it does follows from dice, and these from a seed.
 */
#ifndef ATTACK_H
#define ATTACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

/* Dice (attack_dice.c). */
struct dice {
	uint64_t state;
};

uint64_t roll(struct dice *dice);                     /* any 64 bits */
uint32_t below(struct dice *dice, uint32_t limit);    /* 0 to limit - 1; limit is not 0 */
bool one_in(struct dice *dice, uint32_t chances);     /* true as often as that */
struct dice dice_of(uint64_t seed, uint64_t purpose); /* others for every purpose */
#define any_of(dice, array) ((array)[below(dice, COUNT(array))])

/**
 * struct call - something to call
 * @name: of the system call, and what is special
 * @number: of the system call, unless there is @make
 * @arguments: a letter for each, as in attack_arguments.c; then a space and the
 *	letter of the descriptors among which the result belongs, if it is one
 * @weight: how often it is chosen, beside the others
 * @make: makes the call where letters do not do; as syscall() returns
 */
struct call {
	const char *name;
	long number;
	const char *arguments;
	int weight;
	long (*make)(struct dice *dice);
};

/* Lists of calls; each ends with an empty one. */
extern const struct call file_calls[];  /* attack_calls.c */
extern const struct call other_calls[]; /* attack_process.c */
extern const struct call ring_calls[];  /* attack_ring.c */

/* All of them as one list (attack.c). */
#define MOST_CALLS 256
extern const struct call *calls[MOST_CALLS];
extern size_t call_count;
size_t choose_call(struct dice *dice);
long make_call(size_t which, uint64_t seed);

/* Arguments (attack_arguments.c). */
long any_argument(struct dice *dice, char letter);
const char *any_path(struct dice *dice);

/* Memory (attack_memory.c): good and bad addresses, and one who tampers with both. */
void map_memory(void);
void *good_address(struct dice *dice);
void *any_address(struct dice *dice);
size_t any_size(struct dice *dice);
void tamper_with_memory(struct dice *dice);

/* Descriptors (attack_descriptors.c), by kinds: v viewers, p pipes and files, s sockets,
 * e epolls, r rings; f mostly viewers, x anything. */
void open_descriptors(void);
int any_descriptor(struct dice *dice, char kind);
void keep_descriptor(struct dice *dice, char kind, long fd);
void close_viewers(void);

/* What of the player's code has been run (attack_trace.c). */
void start_trace(void);
void begin_trace(void);
bool trace_is_new(void); /* whether nobody has run some of that before */
void list_reached(void);

/* One who attacks, until killed (attack_worker.c), and root (attack_root.c). */
#define THREADS 3
void attack(uint64_t seed, bool fleeting);
void thread_ring(struct dice *dice);
void end_failures(void);
void disturb(uint64_t seed, bool loading);
void prepare_machine(void);
bool load_module(const char *parameters);
int unload_module(void);
void note_code(void);
void thaw(void);

/* Prints which processes have the device open, and what they do (attack_users.c). */
void list_users(void);

/**
 * struct world - what all processes share
 * @made: how often each call was made
 * @succeeded: how often it returned no error
 * @code: where the player's code lies, or 0
 * @reached: offsets in it, in a table by hash; 0 is none
 * @frames: how many the witness got
 * @turns: what root did
 * @loads: how often root loaded the module
 */
#define REACHED 4096
struct world {
	uint64_t made[MOST_CALLS];
	uint64_t succeeded[MOST_CALLS];
	uint64_t code;
	uint32_t reached[REACHED];
	uint64_t frames;
	uint64_t turns;
	uint64_t loads;
};

extern struct world *world;

extern int nowhere; /* a descriptor of /dev/null */

#endif /* ATTACK_H */
