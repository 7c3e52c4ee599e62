#!/usr/bin/env python3
# SPDX-License-Identifier: CC0-1.0
# SPDX-FileCopyrightText: the knock-out authors
"""Light a fire in a fireplace: writes the whole animation, JSON on standard output.

    ./draw.py > ../fire.json

The scene is painted in pixels that are half a character high: ▀ has the upper one as its ink, the lower one as its
paper. Flames are noise that streams upwards, hot at the bottom and cold at the top. The noise repeats after so many
pixels upwards, and streams just as far in one loop; so the last frame leads into the first.
"""
import sys
from math import cos, floor, pi, sin
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import half_blocks  # noqa: E402

FRAMES = 24
WIDTH, HEIGHT = 56, 40         # pixels; a character is one wide and two high
LEFT, RIGHT = 8, 48            # the opening of the fireplace
TOP, HEARTH = 9, 37

# The colours of a terminal with 256 of them, cold to hot.
FLAMES = [16, 52, 88, 124, 160, 202, 208, 214, 220, 228, 230]
BRICKS = [[52, 52], [88, 52], [130, 88]]  # in the dark, by the fire, nearer
MORTAR, WOOD, EDGE, BARK, RINGS, EMBER, STONE, SOOT = 234, 94, 136, 52, 137, 202, 240, 16
LOGS = [(12, 29, 33, 36), (29, 44, 33, 36), (18, 39, 29, 32)]  # from x, to x, from y, to y

SPARKS = [(17, 0.1, 1), (24, 0.55, 1), (29, 0.3, 2), (35, 0.8, 1), (39, 0.45, 1)]  # x, when first, how often


# -- noise -------------------------------------------------------------------------------------------------

def grain(x, y, seed):
    """A number from 0 to 1 that looks like chance and is always the same."""
    n = (x * 374761393 + y * 668265263 + seed * 974711) & 0xffffffff
    n = ((n ^ (n >> 13)) * 1274126177) & 0xffffffff
    return ((n ^ (n >> 16)) & 0xffff) / 0xffff


def smooth(t):
    return t * t * (3 - 2 * t)


def noise(x, y, period, seed):
    """Soft noise that repeats after `period` grains upwards."""
    left, below = floor(x), floor(y)
    u, v = smooth(x - left), smooth(y - below)
    a, b, c, d = (grain(left + i, (below + j) % period, seed) for j in (0, 1) for i in (0, 1))
    return (a * (1 - u) + b * u) * (1 - v) + (c * (1 - u) + d * u) * v


# -- the fire ----------------------------------------------------------------------------------------------

def flame_height(x, turn):
    """How high the flames stand there, in pixels: a heap with tongues that sway in time with the loop."""
    middle = (x - (LEFT + RIGHT) / 2) / ((RIGHT - LEFT) / 2)
    sway = 3.2 * sin(0.47 * x + 2 * pi * turn) + 2.4 * sin(0.31 * x + 2.1 - 4 * pi * turn)
    return max(30 * (1 - abs(middle) ** 2.2) + sway - 3.5, 0.1)


def heat(x, y, turn):
    """From 0 to 1; y counts down from the top."""
    aside = abs(x + 0.5 - (LEFT + RIGHT) / 2) / ((RIGHT - LEFT) / 2)
    up = HEARTH - 2 - y
    lean = 1.3 * sin(2 * pi * turn - 0.21 * up) * up / 12
    coarse = noise((x + lean) / 4.6, (up / 7.5) - 6 * turn, 6, 1)
    fine = noise((x + lean) / 2.3, (up / 4.2) - 12 * turn, 12, 2)
    cold = max(up, 0) / flame_height(x + lean, turn)
    hot = 0.95 - 0.5 * aside ** 4 - 0.88 * cold + 0.66 * (coarse - 0.5) + 0.5 * (fine - 0.5)
    return max(0.0, min(hot, 1.0)) ** 1.15


def flame(hot):
    return FLAMES[round(hot * (len(FLAMES) - 1))]


def sparks(turn):
    """Each flies up once or twice in a loop, and fades."""
    for number, (x, start, times) in enumerate(SPARKS):
        age = (turn * times + start) % 1
        if age < 0.8:
            yield round(x + 2.4 * sin(7 * age + number)), round(29 - 25 * age), FLAMES[8 - round(6 * age)]


# -- the fireplace -----------------------------------------------------------------------------------------

def brick(x, y, turn):
    course = y // 3
    along = x + (4 if course % 2 else 0)
    if y % 3 == 2 or along % 8 == 7:
        return MORTAR
    glow = 22 - min(abs(x - LEFT), abs(x - RIGHT)) * 2.2 - abs(y - 26) * 0.55 + 1.6 * sin(2 * pi * turn + 0.4 * course)
    near = 0 if glow < 9 else 1 if glow < 15 else 2
    return BRICKS[near][int(grain(along // 8, course, 9) > 0.5)]


def mantel(x, y):
    return EDGE if y == 2 else WOOD


def wood(x, y, turn):
    """The colour of a log at that pixel, or None."""
    for number, (first, last, upper, lower) in reversed(list(enumerate(LOGS))):
        if first <= x <= last and upper <= y <= lower:
            if x in (first, last) and y in (upper, lower):
                return None
            if x > last - 3:
                return RINGS if y in (upper + 1, lower - 1) and x == last - 1 else EDGE
            glow = noise(x / 3, y / 1.5 + 3 * turn, 3, 5 + number)
            return EMBER if glow > 0.74 else FLAMES[3] if glow > 0.62 else WOOD if y == upper else BARK
    return None


def pixel(x, y, turn):
    if y < 2:
        return SOOT
    if y < 5:
        return mantel(x, y) if 2 <= x < WIDTH - 2 else SOOT
    if y > HEARTH:
        return STONE if y == HEARTH + 1 else MORTAR
    if x < LEFT or x >= RIGHT or y < TOP:
        return brick(x, y, turn) if 3 <= x < WIDTH - 3 else SOOT
    hot = heat(x, y, turn)
    log = wood(x, y, turn)
    return log if log is not None and hot < 0.97 else flame(hot)


def painting(frame):
    turn = frame / FRAMES
    rows = [[pixel(x, y, turn) for x in range(WIDTH)] for y in range(HEIGHT)]
    for x, y, colour in sparks(turn):
        if y >= TOP and rows[y][x] in FLAMES[:4]:
            rows[y][x] = colour
    return rows


def main():
    half_blocks.write([painting(frame) for frame in range(FRAMES)], name="fire", title="A fireplace for cold terminals",
                      hold_ms=80, blank=(SOOT, SOOT))


if __name__ == "__main__":
    main()
