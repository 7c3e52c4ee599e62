// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) the knock-out authors
//
// drift DEVICE HOLD_US MINUTES: how far the tempo is off, per frame, in the long run.
//
// Who reads a frame more than a hold too late goes on from then, by design.  Where that
// happens, because this whole machine was away, one stretch ends and the next begins;
// what the tempo was off within them is added up.  A player that lags slowly does
// not get away with that: the lag is in the stretch before.

#include <fcntl.h>
#include <unistd.h>

#include "measure.h"

static char buffer[1 << 16];

static int64_t read_frame(int fd)
{
	if (read(fd, buffer, sizeof(buffer)) <= 0)
		fail("read");
	return now_ns();
}

struct tempo {
	int64_t hold_ns;
	int64_t due_ns;
	int64_t late_ns; /* at the last frame */
	int64_t off_ns; /* in all stretches before this one */
	int64_t stretches;
};

static void begin_stretch(struct tempo *tempo, int64_t first_ns)
{
	tempo->off_ns += tempo->late_ns;
	tempo->due_ns = first_ns;
	tempo->late_ns = 0;
	tempo->stretches++;
}

static void follow(struct tempo *tempo, int64_t frame_ns)
{
	tempo->due_ns += tempo->hold_ns;
	if (frame_ns - tempo->due_ns > tempo->hold_ns)
		begin_stretch(tempo, frame_ns);
	else
		tempo->late_ns = frame_ns - tempo->due_ns;
}

int main(int argc, char **argv)
{
	if (argc != 4)
		return 2;
	struct tempo tempo = {.hold_ns = strtoll(argv[2], NULL, 10) * 1000};
	const int64_t frames = strtoll(argv[3], NULL, 10) * 60 * 1000000000 / tempo.hold_ns;
	const int fd = open(argv[1], O_RDONLY);

	if (fd < 0)
		fail(argv[1]);
	begin_stretch(&tempo, read_frame(fd));
	for (int64_t i = 0; i < frames; i++)
		follow(&tempo, read_frame(fd));
	printf("| %lld | %.3f us | %lld |\n", (long long)frames, (tempo.off_ns + tempo.late_ns) / 1e3 / frames,
	       (long long)tempo.stretches - 1);
	return 0;
}
