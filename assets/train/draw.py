#!/usr/bin/env python3
# SPDX-License-Identifier: CC0-1.0
# SPDX-FileCopyrightText: the knock-out authors
"""Send a steam train through the evening: writes the whole animation, JSON on standard output.

    ./draw.py > ../train.json

Painted in pixels that are half a character high: ▀ has the upper one as its ink, the lower one as its paper. We
travel beside the train, so it stays where it is and the land goes by, the nearer the faster. Everything has gone by,
turned or puffed a whole number of times when the loop ends.
"""
import sys
from math import cos, hypot, pi, sin
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import half_blocks  # noqa: E402

FRAMES = 48
WIDTH, HEIGHT = 72, 36  # pixels; a character is one wide and two high
RAIL = 30               # its row
NEAR, FAR = 2, 1        # pixels that the foreground and the hills move in a frame
CHIMNEY = (63, 13)
PUFF_EVERY = 6          # frames

# The colours of a terminal with 256 of them.
COLOURS = {
    "B": 16, "K": 236, "r": 160, "R": 88, "y": 220, "g": 244, "w": 229, "s": 250, "c": 234, "C": 239,
    "n": 24, "N": 23, "d": 94, "p": 95,
}
SKY = [(3, 17), (6, 54), (9, 90), (12, 132), (15, 173), (17, 215), (36, 222)]  # to that row
SUN, MOUNTAIN, SNOW, HILL, TREE, HOUSE, ROOF, LAMP = 226, 60, 146, 22, 28, 180, 124, 226
GRASS, BUSH, BALLAST, TIE, POLE = 28, 34, 240, 94, 52
SMOKE = [231, 255, 253, 251, 248, 245, 241]

LOCOMOTIVE = ["..........................BBBB...",
              "...........................BB....",
              "BBBBBBBBBBB....yy..........BB....",
              ".BwwBBBwwB....yyyy...yy....BB....",
              ".BwwBBBwwB.rrrrrrrrrrrrrrrrrrrr..",
              ".BwwBBBwwB.rrrryrrrrryrrrrryrrrB.",
              ".rrrrrrrrrrrrrryrrrrryrrrrryrrrBw",
              ".rryyyyyrrrrrrryrrrrryrrrrryrrrBw",
              ".rryrrryrrRRRRRyRRRRRyRRRRRyRRRB.",
              ".rryyyyyrrBBBBBBBBBBBBBBBBBBBBBB.",
              ".RRRRRRRRRBBBBBBBBBBBBBBBBBBBrrrr",
              "KKKKKKKKKKKKKKKKKKKKKKKKKKKKKKrrr",
              "...............................rr",
              "................................r"]
TENDER = [".....CcC.cc......",
          "..cCccccCcccCc...",
          "rrrrrrrrrrrrrrrr.",
          "rrrrrrrrrrrrrrrr.",
          "rryyyyyyyyyyyyrr.",
          "rrrrrrrrrrrrrrrr.",
          "RRRRRRRRRRRRRRRR.",
          "KKKKKKKKKKKKKKKKK"]
COACH = [".ssssssssssssssssssssssssss.",
         "ssssssssssssssssssssssssssss",
         "nnnnnnnnnnnnnnnnnnnnnnnnnnnn",
         "nwwwwnwwwwnwwwwnwwwwnwwwwnnn",
         "nwwwwnwddwnwwwwnwwpwnwwwwnnn",
         "nwwwwnwddwnwwwwnwpppnwwwwnnn",
         "nnnnnnnnnnnnnnnnnnnnnnnnnnnn",
         "yyyyyyyyyyyyyyyyyyyyyyyyyyyy",
         "nnnnnnnnnnnnnnnnnnnnnnnnnnnn",
         "NNNNNNNNNNNNNNNNNNNNNNNNNNNN",
         "KKKKKKKKKKKKKKKKKKKKKKKKKKKK"]
BIG_WHEELS = [40, 48, 56]  # x of the middle


# -- painting ----------------------------------------------------------------------------------------------

def put(rows, x, y, colour):
    if 0 <= x < WIDTH and 0 <= y < HEIGHT:
        rows[y][x] = colour


def put_sprite(rows, sprite, x, bottom):
    for up, row in enumerate(reversed(sprite)):
        for across, colour in enumerate(row):
            if colour != ".":
                put(rows, x + across, bottom - up, COLOURS[colour])


def put_disc(rows, x, y, radius, colour, holes=0):
    """Of each eight pixels, `holes` stay as they are."""
    for v in range(int(y - radius - 1), int(y + radius + 2)):
        for u in range(int(x - radius - 1), int(x + radius + 2)):
            if hypot(u - x, v - y) <= radius and (u * 5 + v * 3 + v // 4) % 8 >= holes:
                put(rows, u, v, colour)


# -- the land ----------------------------------------------------------------------------------------------

def mountain_top(x):
    return 17 - max(7 - abs(x - 14) * 0.55, 5 - abs(x - 30) * 0.5, 8 - abs(x - 47) * 0.6, 4 - abs(x - 66) * 0.4, 1)


def hill_top(x):
    """Repeats with what passes by in a loop."""
    turn = 2 * pi * x / (FAR * FRAMES)
    return round(20 + 1.6 * sin(turn) + 0.9 * sin(3 * turn + 1) + 0.5 * sin(5 * turn))


def sky(rows):
    for x, y in [(4, 1), (13, 3), (24, 0), (37, 2), (52, 1), (66, 4), (30, 5), (8, 6)]:
        put(rows, x, y, 189)
    put_disc(rows, 28, 14, 4.6, SUN)


def mountains(rows):
    for x in range(WIDTH):
        top = round(mountain_top(x))
        for y in range(top, HEIGHT):
            put(rows, x, y, SNOW if y - top < (11 - top) / 1.5 + (x % 3 == 0) and top < 12 else MOUNTAIN)


def hills(rows, frame):
    for x in range(WIDTH):
        way = (x + FAR * frame) % (FAR * FRAMES)
        top = hill_top(way)
        for y in range(top, HEIGHT):
            put(rows, x, y, HILL)
    for place, plant in PLANTS:
        for lap in range(-1, 3):
            x = place - FAR * frame + lap * FAR * FRAMES
            plant(rows, x, hill_top(place))


def fir(rows, x, ground):
    for up in range(5):
        for across in range(-(2 - up // 2), 3 - up // 2):
            put(rows, x + across, ground - up, TREE)


def house(rows, x, ground):
    for across in range(-2, 3):
        for up in range(3):
            put(rows, x + across, ground - up, LAMP if (across, up) in ((-1, 1), (1, 1)) else HOUSE)
        for up in range(3, 5 - abs(across) // 2):
            put(rows, x + across, ground - up, ROOF)


PLANTS = [(2, fir), (6, fir), (11, house), (19, fir), (23, fir), (25, fir), (33, fir), (38, house), (44, fir)]


def track(rows, frame):
    for x in range(WIDTH):
        way = x + NEAR * frame
        put(rows, x, RAIL, 250)
        put(rows, x, RAIL + 1, TIE if way % 6 < 3 else BALLAST)
        for y in range(RAIL + 2, HEIGHT):
            put(rows, x, y, BUSH if (way % 96 * 7 + y * y * 5) % 17 < 3 else GRASS)


def foreground(rows, frame):
    for place in range(10, 400, NEAR * FRAMES // 2):
        x = place - NEAR * frame
        for y in range(9, HEIGHT):
            put(rows, x, y, POLE)
        for across in range(-2, 3):
            put(rows, x + across, 11, POLE)
    for place, radius in [(30, 2.5), (34, 1.8), (71, 2.2), (126, 2.5), (130, 1.8), (167, 2.2)]:
        put_disc(rows, place - NEAR * frame, HEIGHT - 1, radius, BUSH)


# -- the train ---------------------------------------------------------------------------------------------

def big_wheel(rows, x, turn):
    y = RAIL - 4
    for v in range(-3, 4):
        for u in range(-3, 4):
            far = hypot(u, v)
            if far <= 3.3:
                spoke = abs(sin(2 * turn) * (u * u - v * v) / 2 - cos(2 * turn) * u * v) < 0.75
                put(rows, x + u, y + v, COLOURS["r"] if far > 2.5 or spoke else COLOURS["B"])


def small_wheel(rows, x, turn):
    put_disc(rows, x, RAIL - 2, 1.5, COLOURS["g"])
    put(rows, x + round(cos(turn)), RAIL - 2 + round(sin(turn)), COLOURS["B"])


def wheels(rows, frame):
    turn = 2 * pi * 5 * frame / FRAMES
    for x in BIG_WHEELS:
        big_wheel(rows, x, turn)
    rod = round(1.6 * cos(turn)), round(1.6 * sin(turn))
    for x in range(BIG_WHEELS[0], BIG_WHEELS[-1] + 1):
        put(rows, x + rod[0], RAIL - 4 + rod[1], COLOURS["s"])
    for x in (63, 67, 20, 25, 31, 35, 2, 6, 10):
        small_wheel(rows, x, 2 * turn)


def smoke(rows, frame):
    """The oldest puff first, so that the younger ones are in front."""
    for age in range(frame % PUFF_EVERY + 7 * PUFF_EVERY, -1, -PUFF_EVERY):
        x = CHIMNEY[0] + 1 - 1.3 * age
        y = CHIMNEY[1] - 2.0 - 1.0 * age ** 0.55 + 0.7 * sin(age * 0.3)
        holes = max(age - 18, 0) // 4
        put_disc(rows, x, y, 1.4 + 0.55 * age ** 0.45, SMOKE[min(age // 6, len(SMOKE) - 1)], holes)


def train(rows, frame):
    put_sprite(rows, COACH, -12, RAIL - 3)
    put_sprite(rows, TENDER, 19, RAIL - 3)
    put_sprite(rows, LOCOMOTIVE, 36, RAIL - 3 + 2)
    wheels(rows, frame)


def painting(frame):
    rows = [[next(colour for below, colour in SKY if y < below)] * WIDTH for y in range(HEIGHT)]
    sky(rows)
    mountains(rows)
    hills(rows, frame)
    track(rows, frame)
    smoke(rows, frame)
    train(rows, frame)
    foreground(rows, frame)
    return rows


def main():
    half_blocks.write([painting(frame) for frame in range(FRAMES)], name="train", title="The evening train",
                      hold_ms=80)


if __name__ == "__main__":
    main()
