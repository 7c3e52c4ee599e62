/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Copyright (C) the knock-out authors
 *
 * The parts that the checks of the conformance program are made of.
 *
 * Every check runs in a process of its own, so that it may leave behind open
 * files, handlers and children, and so that a read() that never returns is one
 * failed check and not the end of the run.
 */
#ifndef CONFORMANCE_H
#define CONFORMANCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "frame_table.h"

/**
 * struct check - one promise, or a part of one
 * @name: "D4.tempo": the promise in the design, and which part of it
 * @promise: what holds, as a sentence
 * @run: returns if the promise was kept; else ends in require() or skip()
 * @tries: how often it may be tried, for those that the machine's own delays
 *	can spoil; a player that breaks the promise fails every time
 */
struct check {
	const char *name;
	const char *promise;
	void (*run)(void);
	int tries;
};

/* Each list ends with an empty check. */
extern const struct check node_checks[];
extern const struct check stream_checks[];
extern const struct check fault_checks[];
extern const struct check end_checks[];
extern const struct check tempo_checks[];
extern const struct check signal_checks[];
extern const struct check poll_checks[];
extern const struct check epoll_checks[];
extern const struct check uring_checks[];
extern const struct check splice_checks[];
extern const struct check share_checks[];
extern const struct check parameter_checks[];
extern const struct check module_checks[];
extern const struct check silence_checks[];
extern const struct check limit_checks[]; /* only if they are named */

extern const char *device_path; /* "/dev/parrot" */
extern const char *device_name; /* "parrot" */
extern const char *module_path; /* "parrot.ko", or NULL if none was given */
extern int kernel_log;          /* /dev/kmsg, from the start of the run on; or -1 */

/* The end of a check. */
void require(bool kept, const char *sentence, ...) __attribute__((format(printf, 2, 3)));
void skip(const char *why, ...) __attribute__((format(printf, 1, 2), noreturn));

/* The table: what the stream has to be (conformance_table.c). */
extern const struct frame_table *const table;
extern const char *const table_name;
const struct frame *nth_frame(uint64_t n);
int64_t hold_us(uint64_t n);
int64_t due_us(uint64_t n);
int64_t shortest_hold_us(void);
int64_t loop_us(void);
uint64_t loop_bytes(uint64_t loops);
char *stream_of(uint64_t frames, size_t *length);

/* Time, in microseconds of the monotonic clock. */
int64_t now_us(void);
void sleep_us(int64_t us);
void sleep_until_us(int64_t us);
int64_t median_us(int64_t *samples, size_t count);

/* Parameters; those that set one skip the check if they may not. */
extern int speed_percent; /* as last set */
const char *parameter_path(const char *parameter);
int write_parameter(const char *parameter, const char *value);
int read_number(const char *path);
void set_speed(int percent);
void set_loops(int loops);
void pace(int hold_ms);
int64_t tolerance_us(void);

/**
 * struct viewer - an open device, and how much of the stream has come from it
 * @fd: the open file
 * @frame: number of the frame that comes next, from 0
 * @at: how much of it has been read
 * @start_us: just before the first read; frame n is due at start_us + due_us(n)
 */
struct viewer {
	int fd;
	uint64_t frame;
	size_t at;
	int64_t start_us;
};

#define BIG (1 << 20)
extern char big_buffer[BIG];

struct viewer open_viewer(int flags);
size_t rest_of_frame(const struct viewer *viewer);
void take_bytes(struct viewer *viewer, const char *bytes, ssize_t count);
void take(struct viewer *viewer, size_t size);
void take_frame(struct viewer *viewer);
void take_frames(struct viewer *viewer, int count);
int64_t lateness_us(const struct viewer *viewer);
void require_on_time(const struct viewer *viewer, const char *what);
void require_not_due(struct viewer *viewer);
void require_end(struct viewer *viewer);

/* Processes. */
void *shared_memory(size_t size);
pid_t start_process(void (*body)(void *), void *argument);
void wait_until_asleep(pid_t process);
bool ends_within(pid_t process, int64_t us, int *status);
void require_success(pid_t process, const char *what);
void drop_privileges(void);

#endif /* CONFORMANCE_H */
