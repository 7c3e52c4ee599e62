#!/usr/bin/env python3
# SPDX-License-Identifier: CC0-1.0
# SPDX-FileCopyrightText: the knock-out authors
"""Draw a film as numbered pictures: a Julia set whose parameter goes once around a circle.

    ./draw.py FOLDER
"""
import sys
import zlib
from cmath import exp, pi
from math import log, sqrt
from pathlib import Path
from struct import pack

FRAMES, WIDTH, HEIGHT, LIMIT = 36, 132, 84, 48


def shade(z, c):
    """How long a point stays near, as a grey."""
    for step in range(LIMIT):
        z = z * z + c
        if abs(z) > 8:
            smooth = step - log(log(abs(z)) / log(8)) / log(2)
            return round(255 * sqrt(min(max(smooth, 0) / LIMIT * 1.4, 1)))
    return 0


def picture(number):
    c = 0.74 * exp(2j * pi * number / FRAMES) * 1.02
    return [bytes(shade(complex((x - WIDTH / 2) / 46, (y - HEIGHT / 2) / 36), c) for x in range(WIDTH)) for y in range(HEIGHT)]


def chunk(kind, body):
    return pack(">I", len(body)) + kind + body + pack(">I", zlib.crc32(kind + body))


def png(rows):
    head = pack(">IIBBBBB", len(rows[0]), len(rows), 8, 0, 0, 0, 0)
    body = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def main():
    folder = Path(sys.argv[1])
    folder.mkdir(exist_ok=True)
    for number in range(FRAMES):
        (folder / f"{number + 1}.png").write_bytes(png(picture(number)))


if __name__ == "__main__":
    main()
