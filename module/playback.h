/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Which entry of the table comes next, and when: the player's arithmetic.  It
 * knows neither files nor clocks, so that it compiles, and is tested, in user
 * space too.
 *
 * Copyright (C) 2026 the knock-out authors
 */
#ifndef PLAYBACK_H
#define PLAYBACK_H

#include <linux/math64.h>
#include <linux/types.h>

#include "frame_table.h"

/**
 * struct playback - how far one viewer has come; all zero at the beginning
 * @due_ns: when @entry is due, or 0 as long as the clock has not started
 * @entry: the entry of the table that is being sent, or else is next
 * @sent: how many of its bytes are gone; 0 means that it has not begun
 * @loops: how many loops have been played to their end
 * @speed_percent: the speed that @entry is held at, chosen when it began
 * @over: the last loop has ended, and nothing will follow
 */
struct playback {
	__u64 due_ns;
	__u32 entry;
	__u32 sent;
	__u32 loops;
	__u16 speed_percent;
	bool over;
};

/**
 * hold_ns() - how long a frame stays
 * @frame: the frame
 * @speed_percent: 200 halves the hold; never 0
 *
 * Return: the hold in nanoseconds, at most some twelve hours.
 */
static inline __u64 hold_ns(const struct frame *frame, __u32 speed_percent)
{
	return div_u64(frame->hold_us * 100000ULL, speed_percent);
}

/**
 * playback_begin() - let the next entry begin, which must be due
 * @play: the viewer's progress
 * @table: the animation
 * @now_ns: the time
 * @speed_percent: how fast to play from this entry on
 * @loops: how many loops to play, 0 for ever
 *
 * An entry counts as begun at the time it was due, even if it is read a little
 * later: lateness never adds up, and the tempo never drifts.  But whoever is
 * behind by more than a whole hold was away, and goes on from now, rather than
 * be sent all the frames of the meantime in one burst.
 *
 * Return: true if there is an entry to send, false at the end of play.
 */
static inline bool playback_begin(struct playback *play,
				  const struct frame_table *table, __u64 now_ns,
				  __u32 speed_percent, __u32 loops)
{
	/* This entry opens every loop but the first. */
	if (play->entry == table->frames && loops && play->loops >= loops)
		play->over = true;
	if (play->over)
		return false;

	play->speed_percent = speed_percent;
	if (!play->due_ns ||
	    now_ns - play->due_ns > hold_ns(&table->entries[play->entry], speed_percent))
		play->due_ns = now_ns;
	return true;
}

/**
 * playback_sent() - note that bytes of the current entry have gone out
 * @play: the viewer's progress
 * @table: the animation
 * @bytes: how many
 *
 * Return: true if that was the rest of the entry, so that the next one is up.
 */
static inline bool playback_sent(struct playback *play,
				 const struct frame_table *table, __u32 bytes)
{
	const struct frame *frame = &table->entries[play->entry];

	play->sent += bytes;
	if (play->sent < frame->length)
		return false;

	play->sent = 0;
	play->due_ns += hold_ns(frame, play->speed_percent);
	/* The entry after the last frame shows the first one again. */
	if (play->entry == table->frames)
		play->entry = 0;
	play->entry++;
	if (play->entry == table->frames && play->loops < U32_MAX)
		play->loops++;
	return true;
}

#endif /* PLAYBACK_H */
