// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Sends frames to the Linux console and looks at what it shows, in the throwaway
 * kernel:
 *
 *	console_test STEPS [DEVICE]
 *
 * STEPS is what console_steps printed.  With a device, the frames are read from it
 * (each must be what STEPS says); else they are taken from STEPS.
 *
 * Copyright (C) 2026 the knock-out authors
 */
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define CONSOLE "/dev/tty1"
#define SCREEN "/dev/vcsa1"

struct screen {
	uint8_t rows;
	uint8_t columns;
	uint8_t cursor_column;
	uint8_t cursor_row;
	uint8_t cells[256 * 256][2];
};

struct animation {
	uint32_t columns;
	uint32_t rows;
	uint32_t steps;
};

static int console;
static int device = -1;
static unsigned int frames;

static void die(const char *what)
{
	perror(what);
	exit(2);
}

static void take(FILE *from, void *to, size_t size)
{
	if (fread(to, 1, size, from) != size)
		die("the steps end too early");
}

static void send(const char *bytes, size_t size)
{
	while (size) {
		ssize_t sent = write(console, bytes, size);

		if (sent < 0)
			die(CONSOLE);
		bytes += sent;
		size -= sent;
	}
}

static void look(struct screen *shown)
{
	int from = open(SCREEN, O_RDONLY);
	ssize_t size = from < 0 ? -1 : read(from, shown, sizeof(*shown));

	if (size != 4 + 2 * shown->rows * shown->columns)
		die(SCREEN);
	close(from);
}

/* The ink of a blank is not seen. */
static int same(const uint8_t *wanted, const uint8_t *shown)
{
	if (wanted[0] && wanted[0] != shown[0])
		return 0;
	return wanted[0] == ' ' ? wanted[1] >> 4 == shown[1] >> 4 : wanted[1] == shown[1];
}

static int compare(const struct animation *of, const uint8_t *cells)
{
	static struct screen shown;

	look(&shown);
	for (unsigned int row = 0; row < shown.rows; row++)
		for (unsigned int column = 0; column < shown.columns; column++) {
			static const uint8_t blank[2] = { ' ', 0x07 };
			int inside = row < of->rows && column < of->columns;
			const uint8_t *wanted = inside ? &cells[2 * (row * of->columns + column)] : blank;
			const uint8_t *got = shown.cells[row * shown.columns + column];

			if (same(wanted, got))
				continue;
			printf("column %u, row %u: glyph %d, colours %02x, not glyph %d, colours %02x\n",
			       column, row, got[0], got[1], wanted[0], wanted[1]);
			return 0;
		}
	if (shown.cursor_column == 0 && shown.cursor_row == of->rows)
		return 1;
	printf("the cursor is at column %u, row %u\n", shown.cursor_column, shown.cursor_row);
	return 0;
}

static void check_device(const char *wanted, size_t size)
{
	static char got[1 << 20];
	ssize_t length = read(device, got, sizeof(got));

	if (length == (ssize_t)size && !memcmp(got, wanted, size))
		return;
	puts("the device does not give the frame that the table has");
	exit(1);
}

static int play_step(const struct animation *of, FILE *steps)
{
	static char bytes[1 << 20];
	static uint8_t cells[1 << 20];
	uint32_t size;

	take(steps, &size, sizeof(size));
	take(steps, bytes, size);
	take(steps, cells, 2 * of->columns * of->rows);
	if (device >= 0)
		check_device(bytes, size);
	send(bytes, size);
	frames++;
	return compare(of, cells);
}

int main(int argc, char **argv)
{
	FILE *steps = argc > 1 ? fopen(argv[1], "r") : NULL;
	struct animation of;
	unsigned int number = 0;

	console = open(CONSOLE, O_WRONLY);
	if (argc > 2)
		device = open(argv[2], O_RDONLY);
	if (!steps || console < 0 || (argc > 2 && device < 0))
		die("cannot begin");
	for (; fread(&of, sizeof(of), 1, steps) == 1; number++)
		for (uint32_t step = 0; step < of.steps; step++)
			if (!play_step(&of, steps)) {
				printf("FAIL  animation %u, step %u\n", number, step);
				return 1;
			}
	printf("pass  %s: %u animations, %u frames\n", argv[argc - 1], number, frames);
	return 0;
}
