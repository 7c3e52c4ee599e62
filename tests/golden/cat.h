/*
 * A cat, for cat /dev/cat, by the knock-out authors
 * Licence of the art: CC0-1.0
 *
 * Made by assetc from cat.json; do not edit, run assetc again.
 */
#ifndef ANIMATION_NAME
#include "frame_table.h"

#define ANIMATION_NAME "cat"
#define ANIMATION_TITLE "A cat, for cat /dev/cat"
#define ANIMATION_AUTHOR "the knock-out authors"
#define ANIMATION_LICENSE "CC0-1.0"

/* frame 0: 600 ms; here play starts, on a screen that it clears */
static const char frame_0[] =
	"\033[H\033[J\033[38;5;215m"
	"    |\\_       _/|\033[K\n"
	"    |  \"-----\"  |\033[K\n"
	"    |           |\033[K\n"
	"    |  O     O  |        _\033[K\n"
	"  --|     v     |--     ( )\033[K\n"
	"  --|    '-'    |--     | |\033[K\n"
	"     \\         /        | |\033[K\n"
	"      )       (         / /\033[K\n"
	"     /         \\       / /\033[K\n"
	"    |   |   |   |_____/ /\033[K\n"
	"    |   |   |    ______/\033[K\n"
	"    (___)___(___)\033[K\033[m\n";

/* frame 1: 220 ms */
static const char frame_1[] =
	"\033[H\033[38;5;215m"
	"    |\\_       _/|\033[K\n"
	"    |  \"-----\"  |\033[K\n"
	"    |           |\033[K\n"
	"    |  O     O  |     _\033[K\n"
	"  --|     v     |--  ( \\\033[K\n"
	"  --|    '-'    |--   \\ \\\033[K\n"
	"     \\         /       \\ \\\033[K\n"
	"      )       (         | |\033[K\n"
	"     /         \\       / /\033[K\n"
	"    |   |   |   |_____/ /\033[K\n"
	"    |   |   |    ______/\033[K\n"
	"    (___)___(___)\033[K\033[m\n";

/* frame 2: 220 ms */
static const char frame_2[] =
	"\033[H\033[38;5;215m"
	"    |\\_       _/|\033[K\n"
	"    |  \"-----\"  |\033[K\n"
	"    |           |\033[K\n"
	"    |  O     O  |        _\033[K\n"
	"  --|     v     |--     ( )\033[K\n"
	"  --|    '-'    |--     | |\033[K\n"
	"     \\         /        | |\033[K\n"
	"      )       (         / /\033[K\n"
	"     /         \\       / /\033[K\n"
	"    |   |   |   |_____/ /\033[K\n"
	"    |   |   |    ______/\033[K\n"
	"    (___)___(___)\033[K\033[m\n";

/* frame 3: 220 ms */
static const char frame_3[] =
	"\033[H\033[38;5;215m"
	"    |\\_       _/|\033[K\n"
	"    |  \"-----\"  |\033[K\n"
	"    |           |\033[K\n"
	"    |  O     O  |           _\033[K\n"
	"  --|     v     |--        / )\n"
	"  --|    '-'    |--       / /\033[K\n"
	"     \\         /         / /\033[K\n"
	"      )       (         | |\033[K\n"
	"     /         \\        / /\033[K\n"
	"    |   |   |   |______/ /\033[K\n"
	"    |   |   |    _______/\033[K\n"
	"    (___)___(___)\033[K\033[m\n";

/* frame 4: 700 ms */
static const char frame_4[] =
	"\033[H\033[38;5;215m"
	"    |\\_       _/|\033[K\n"
	"    |  \"-----\"  |\033[K\n"
	"    |           |\033[K\n"
	"    |   O     O |           _\033[K\n"
	"  --|      v    |--        / )\n"
	"  --|     '-'   |--       / /\033[K\n"
	"     \\         /         / /\033[K\n"
	"      )       (         | |\033[K\n"
	"     /         \\        / /\033[K\n"
	"    |   |   |   |______/ /\033[K\n"
	"    |   |   |    _______/\033[K\n"
	"    (___)___(___)\033[K\033[m\n";

/* frame 5: 220 ms; the same as frame 3 */

/* frame 6: 220 ms; the same as frame 2 */

/* frame 7: 120 ms */
static const char frame_7[] =
	"\033[H\033[38;5;215m"
	"    |\\_       _/|\033[K\n"
	"    |  \"-----\"  |\033[K\n"
	"    |           |\033[K\n"
	"    |  -     -  |        _\033[K\n"
	"  --|     v     |--     ( )\033[K\n"
	"  --|    '-'    |--     | |\033[K\n"
	"     \\         /        | |\033[K\n"
	"      )       (         / /\033[K\n"
	"     /         \\       / /\033[K\n"
	"    |   |   |   |_____/ /\033[K\n"
	"    |   |   |    ______/\033[K\n"
	"    (___)___(___)\033[K\033[m\n";

/* frame 8: 400 ms; the same as frame 2 */

/* frame 9: 120 ms */
static const char frame_9[] =
	"\033[H\033[38;5;215m"
	"    |\\_      __\033[K\n"
	"    |  \"-----\" /\033[K\n"
	"    |           |\033[K\n"
	"    |  O     O  |        _\033[K\n"
	"  --|     v     |--     ( )\033[K\n"
	"  --|    '-'    |--     | |\033[K\n"
	"     \\         /        | |\033[K\n"
	"      )       (         / /\033[K\n"
	"     /         \\       / /\033[K\n"
	"    |   |   |   |_____/ /\033[K\n"
	"    |   |   |    ______/\033[K\n"
	"    (___)___(___)\033[K\033[m\n";

/* frame 10: 900 ms */
static const char frame_10[] =
	"\033[H\033[38;5;215m"
	"    |\\_       _/|\033[K\n"
	"    |  \"-----\"  |     meow\033[K\n"
	"    |           |    /\033[K\n"
	"    |  ^     ^  |        _\033[K\n"
	"  --|     v     |--     ( )\033[K\n"
	"  --|    (_)    |--     | |\033[K\n"
	"     \\         /        | |\033[K\n"
	"      )       (         / /\033[K\n"
	"     /         \\       / /\033[K\n"
	"    |   |   |   |_____/ /\033[K\n"
	"    |   |   |    ______/\033[K\n"
	"    (___)___(___)\033[K\033[m\n";

/* frame 0: 600 ms; painted over the last frame, before frame 1 again; the same as frame 2 */

static const struct frame entries[] = {
	{ frame_0, sizeof(frame_0) - 1, 600000 },
	{ frame_1, sizeof(frame_1) - 1, 220000 },
	{ frame_2, sizeof(frame_2) - 1, 220000 },
	{ frame_3, sizeof(frame_3) - 1, 220000 },
	{ frame_4, sizeof(frame_4) - 1, 700000 },
	{ frame_3, sizeof(frame_3) - 1, 220000 },
	{ frame_2, sizeof(frame_2) - 1, 220000 },
	{ frame_7, sizeof(frame_7) - 1, 120000 },
	{ frame_2, sizeof(frame_2) - 1, 400000 },
	{ frame_9, sizeof(frame_9) - 1, 120000 },
	{ frame_10, sizeof(frame_10) - 1, 900000 },
	{ frame_2, sizeof(frame_2) - 1, 600000 },
};

static const struct frame_table animation = {
	.entries = entries,
	.frames = 11,
	.loops = 0,
	.columns = 30,
	.rows = 12,
};

#endif /* ANIMATION_NAME */
