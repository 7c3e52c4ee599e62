// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Prints what a viewer of the animation has to get: the bytes of so many loops.
 * Compiled in user space with the header that made the module:
 *
 *	cc -I module -include generated/parrot.h tests/vm/print_table.c
 *
 * Copyright (C) 2026 the knock-out authors
 */
#include <stdio.h>
#include <stdlib.h>

#include "frame_table.h"

static void print(unsigned int entry)
{
	fwrite(animation.entries[entry].bytes, 1, animation.entries[entry].length, stdout);
}

int main(int argc, char **argv)
{
	long loops = argc > 1 ? strtol(argv[1], NULL, 10) : 1;

	for (long loop = 0; loop < loops; loop++) {
		print(loop ? animation.frames : 0);
		for (unsigned int entry = 1; entry < animation.frames; entry++)
			print(entry);
	}
	return fflush(stdout) || ferror(stdout);
}
