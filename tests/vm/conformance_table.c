// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) the knock-out authors
//
// What the stream has to be, from the same generated header that the module was
// compiled with.

#include "conformance.h"

#include <stdlib.h>
#include <string.h>

#ifndef ANIMATION_NAME
#error "compile with -include generated/NAME.h"
#endif

const struct frame_table *const table = &animation;
const char *const table_name = ANIMATION_NAME;

// Entry 0 opens the play; later loops begin with the last entry instead.
const struct frame *nth_frame(uint64_t n) {
	uint64_t step = n % animation.frames;

	if (n == 0)
		return &animation.entries[0];
	return &animation.entries[step ? step : animation.frames];
}

// How long frame n is held at the speed that was set last.
int64_t hold_us(uint64_t n) {
	return (int64_t)nth_frame(n)->hold_us * 100 / speed_percent;
}

// When frame n is due, counted from the first read.
int64_t due_us(uint64_t n) {
	int64_t due = 0;

	for (uint64_t i = 0; i < n; i++)
		due += hold_us(i);
	return due;
}

int64_t shortest_hold_us(void) {
	int64_t shortest = hold_us(0);

	for (uint64_t n = 1; n <= animation.frames; n++)
		if (hold_us(n) < shortest)
			shortest = hold_us(n);
	return shortest;
}

// One loop, at the speed that was set last.
int64_t loop_us(void) {
	return due_us(animation.frames);
}

uint64_t loop_bytes(uint64_t loops) {
	uint64_t bytes = 0;

	for (uint64_t n = 0; n < loops * animation.frames; n++)
		bytes += nth_frame(n)->length;
	return bytes;
}

// The first so many frames in one piece; to be freed.
char *stream_of(uint64_t frames, size_t *length) {
	char *stream;
	size_t at = 0;

	*length = 0;
	for (uint64_t n = 0; n < frames; n++)
		*length += nth_frame(n)->length;
	stream = malloc(*length);
	require(stream != NULL, "there is no memory for %zu bytes", *length);
	for (uint64_t n = 0; n < frames; n++) {
		memcpy(stream + at, nth_frame(n)->bytes, nth_frame(n)->length);
		at += nth_frame(n)->length;
	}
	return stream;
}
