/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The contract between assetc, which writes a table of frames, and the player,
 * which sends them.  A generated header includes this file and defines
 *
 *   ANIMATION_NAME     name of the module and of the device, "parrot"
 *   ANIMATION_TITLE    what it shows, for modinfo
 *   ANIMATION_AUTHOR   who drew it, for modinfo
 *   ANIMATION_LICENSE  the licence of the art (not of the module), for modinfo
 *
 * and one table, `animation`.  It compiles in the kernel and in user space.
 */
#ifndef FRAME_TABLE_H
#define FRAME_TABLE_H

#include <linux/types.h>

/*
 * A frame longer than one string literal should be is an array of pieces, each
 * exactly as long as its text, without room for the terminating NUL.  Newer
 * compilers want to be told that this is meant.
 */
#ifndef __nonstring
# if defined(__has_attribute)
#  if __has_attribute(__nonstring__)
#   define __nonstring __attribute__((__nonstring__))
#  endif
# endif
# ifndef __nonstring
#  define __nonstring
# endif
#endif

/**
 * struct frame - one step of an animation
 * @bytes: what the terminal is sent; not terminated
 * @length: number of bytes, at least 1
 * @hold_us: microseconds until the next frame is due, at least 1
 */
struct frame {
	const char *bytes;
	__u32 length;
	__u32 hold_us;
};

/**
 * struct frame_table - a whole animation
 * @entries: @frames + 1 of them.  Entry 0, where play begins, clears the screen
 *	and paints the first frame; entries 1 to @frames - 1 are the other frames;
 *	the last entry, @frames, leads from the last frame back to the first one,
 *	and entry 1 follows it.
 * @frames: number of frames in one loop, at least 1
 * @loops: how often the loop is played, 0 for ever
 * @columns: width of the art
 * @rows: height of the art
 *
 * The player needs no knowledge of terminals: it sends entry 0, 1, ...
 * @frames - 1, and for every further loop entry @frames, 1, ... @frames - 1.
 */
struct frame_table {
	const struct frame *entries;
	__u32 frames;
	__u32 loops;
	__u16 columns;
	__u16 rows;
};

#endif /* FRAME_TABLE_H */
