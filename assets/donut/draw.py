#!/usr/bin/env python3
# SPDX-License-Identifier: CC0-1.0
# SPDX-FileCopyrightText: the knock-out authors
"""Render a turning torus: all its poses as one sheet of grey pictures, a PNG on standard output.

    ./draw.py > ../donut.png

For each pixel a ray is followed to the torus in steps as long as the distance that is left (sphere tracing); the
light comes from over the left shoulder and shines a little on what is wet. The torus looks the same after half a turn
about a diameter, so three half turns one way and two the other end where they began: the loop has no seam.
"""
import struct
import sys
import zlib
from math import cos, hypot, pi, sin, sqrt

ACROSS, DOWN = 8, 6  # poses in the sheet
SIZE = 176           # pixels of a pose, both ways
RING, TUBE = 1.0, 0.5
EYE = 4.6            # distance of the eye from the middle
VIEW = 0.345         # how much of the world a pixel at the edge sees, at distance 1
LIGHT = (-0.48, 0.62, -0.62)
GREYS = 24           # fewer tones make a smaller file


def rotations(pose):
    turn = pose / (ACROSS * DOWN)
    return 3 * pi * turn + 0.9, 2 * pi * turn


def into_torus(v, turns):
    """A vector of the world, as the torus sees it, whose axis is z."""
    (sa, ca), (sb, cb) = turns
    x, y, z = v
    x, y = cb * x + sb * y, cb * y - sb * x
    y, z = ca * y + sa * z, ca * z - sa * y
    return x, y, z


def hit(start, way):
    """Where a ray meets the torus, or None."""
    x, y, z = start
    dx, dy, dz = way
    far = EYE - RING - TUBE
    for _ in range(60):
        px, py, pz = x + dx * far, y + dy * far, z + dz * far
        left = hypot(hypot(px, py) - RING, pz) - TUBE
        if left < 0.002:
            return px, py, pz
        far += left
        if far > EYE + RING + TUBE:
            break
    return None


def normal(point):
    x, y, z = point
    share = 1 - RING / hypot(x, y)
    return x * share / TUBE, y * share / TUBE, z / TUBE


def dot(a, b):
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def shade(point, way, light):
    n = normal(point)
    lit = max(dot(n, light), 0)
    mirrored = [d - 2 * dot(n, way) * m for d, m in zip(way, n)]
    shine = max(dot(mirrored, light), 0) ** 18
    rim = max(dot(n, way) + 1, 0) * 0.05
    return min(0.17 + rim + 0.52 * lit ** 1.2 + 0.4 * shine, 1)


def pixel(x, y, eye, turns, light):
    way = (VIEW * (2 * x + 1 - SIZE) / SIZE, VIEW * (SIZE - 2 * y - 1) / SIZE, 1)
    length = sqrt(dot(way, way))
    way = into_torus([part / length for part in way], turns)
    point = hit(eye, way)
    return 0 if point is None else round(shade(point, way, light) * (GREYS - 1)) * 255 // (GREYS - 1)


def picture(pose):
    turns = [(sin(angle), cos(angle)) for angle in rotations(pose)]
    eye = into_torus((0, 0, -EYE), turns)
    light = into_torus(LIGHT, turns)
    return [bytes(pixel(x, y, eye, turns, light) for x in range(SIZE)) for y in range(SIZE)]


def chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(rows):
    head = struct.pack(">IIBBBBB", len(rows[0]), len(rows), 8, 0, 0, 0, 0)
    body = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def sheet():
    pictures = [picture(pose) for pose in range(ACROSS * DOWN)]
    return [b"".join(row) for band in range(DOWN) for row in zip(*pictures[band * ACROSS:(band + 1) * ACROSS])]


if __name__ == "__main__":
    sys.stdout.buffer.write(png(sheet()))
