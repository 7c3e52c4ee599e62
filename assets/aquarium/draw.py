#!/usr/bin/env python3
# SPDX-License-Identifier: CC0-1.0
# SPDX-FileCopyrightText: the knock-out authors
"""Fill an aquarium: writes the whole animation, JSON on standard output.

    ./draw.py > ../aquarium.json

Painted in pixels that are half a character high: ▀ has the upper one as its ink, the lower one as its paper.
All that swims goes round a ring that is wider than the glass, one round in a loop. What is slower has sisters at
equal distances in the same lane, and takes the next one's place in the end; so the last frame leads into the first.
"""
import sys
from math import cos, pi, sin
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import half_blocks  # noqa: E402

FRAMES = 64
WIDTH, HEIGHT = 54, 36  # pixels; a character is one wide and two high
RING = 64
SAND = 33               # its first row

# The colours of a terminal with 256 of them.
COLOURS = {
    "o": 208, "w": 231, "k": 16, "y": 226, "b": 33, "n": 18, "s": 67, "l": 153, "g": 60, "m": 213, "r": 203, "d": 160,
    "G": 34, "L": 70, "t": 123, "S": 180, "D": 137, "C": 174, "P": 205, "T": 94, "E": 136, "Y": 220, "K": 240,
    "H": 246, "R": 196, "h": 250,
}
WATER = [(8, 26), (16, 25), (24, 24), (30, 18), (36, 17)]  # below the surface, to that row

# Sprites look to the right; a dot is transparent.
CLOWN = ["....ooooo...",
         "o..owooowo..",
         "oo.owwoowkoo",
         ".oooowwoowoo",
         "oo.owwoowooo",
         "o..owooowo..",
         "....ooooo..."]
TANG = ["....bbbbbb...",
        "y.bbbnnnbbb..",
        "yybnnbbbnbbb.",
        ".yynbbbbbnkbb",
        "yybbnnbbnbbb.",
        "y.bbbnnnbbb..",
        "....bbbbb...."]
ANGEL = ["...yy.....",
         "...yyy....",
         "....yyy...",
         "....ykyk..",
         "y..yykyky.",
         "yy.yykykky",
         ".yyyykykyy",
         "yy.yykykyy",
         "y..yykyky.",
         "....ykyk..",
         "....yyy...",
         "...yyy....",
         "...yy....."]
SHARK = ["............ss............",
         "...........sss............",
         "s.........ssss............",
         "ss.....ssssssssssssss.....",
         ".ss.sssssssssssssssssss...",
         ".sssssssssssssgsgsssskwss.",
         ".ssssssssssssgsgssssssssss",
         "sss.llsssssssssssssskkkks.",
         "ss....lllllllllllllllll...",
         "s.........ssl.lllll.......",
         "..........ss..............",
         ".........ss..............."]
FRY = ["m.mm.",
       ".mmkm",
       "m.mm."]
CRAB = [["rr.......rr",
         "r..w...w..r",
         ".rrkrrrkrr.",
         "..rrrrrrr..",
         ".r..r.r..r."],
        ["r.r.....r.r",
         "rr.w...w.rr",
         ".rrkrrrkrr.",
         "..rrrrrrr..",
         "..r.r.r.r.."]]
CHEST = [["..EEEEEEEE..",
          ".ETTTTTTTTE.",
          ".ETTTYYTTTE.",
          ".EEEEYYEEEE.",
          ".ETTTTTTTTE."],
         ["..EEEEEEEE..",
          ".EEEEEEEEEE.",
          ".kYkYkkYkYk.",
          ".EEEEYYEEEE.",
          ".ETTTTTTTTE."]]
CORAL = ["P....P..P.",
         "P.P..P.PP.",
         ".PP.PP.P.P",
         "..PPP..PP.",
         "...PP.PP..",
         "....PPP...",
         "....PP...."]
CASTLE = ["......R........",
          "......RR.......",
          "......K........",
          "....H.H.H......",
          "....HHHHH......",
          "....HKHKH......",
          "....HHHHH......",
          "H.H.HHHHH.H.H.H",
          "HHHHHHKHHHHHHHH",
          "HHKHHHKHHHHHKHH",
          "HHHHHHHHHHHHHHH",
          "HHHHHHKKKHHHHHH",
          "HHHHHKKKKKHHHHH",
          "HHHHHKKKKKHHHHH"]


def mirrored(sprite):
    return [row[::-1] for row in sprite]


# -- painting ----------------------------------------------------------------------------------------------

def put(glass, x, y, colour):
    if 0 <= x < WIDTH and 0 <= y < HEIGHT:
        glass[y][x] = COLOURS[colour]


def put_sprite(glass, sprite, x, y):
    for down, row in enumerate(sprite):
        for across, colour in enumerate(row):
            if colour != ".":
                put(glass, x + across, y + down, colour)


def water(frame):
    rows = [[next(colour for below, colour in WATER if y < below)] * WIDTH for y in range(HEIGHT)]
    for x in range(WIDTH):
        height = sin(2 * pi * (x / 21 + frame / 32)) + 0.6 * sin(2 * pi * (x / 13 - frame / 16))
        rows[0][x] = COLOURS["k"] if height < -0.5 else COLOURS["t"] if height < 0.7 else COLOURS["w"]
        rows[1][x] = COLOURS["t"] if height < -0.5 else rows[1][x]
    return rows


# -- what lives there --------------------------------------------------------------------------------------

def shoal(sprite, y, start=0, sisters=1, left=False, nod=0.0):
    """Fish in one lane; the more sisters, the slower. Each nods twice on its way."""
    sprite = mirrored(sprite) if left else sprite
    wide = max(map(len, sprite))

    def at(glass, frame):
        for sister in range(sisters):
            way = (frame / sisters + start + sister * RING / sisters) % RING
            bob = round(nod * sin(4 * pi * way / RING + start))
            for x in (int(way), int(way) - RING):
                put_sprite(glass, sprite, WIDTH - wide - x if left else x, y + bob)
    return at


def weed(x, height, ink, phase):
    def at(glass, frame):
        for up in range(height):
            sway = sin(2 * pi * frame / 32 - up * 0.28 + phase)
            lean = round(0.3 * up ** 0.7 * sway)
            put(glass, x + lean, SAND - up, ink)
            if up % 4 in (1, 2) and up < height - 2:
                put(glass, x + lean + (1 if up % 8 < 4 else -1), SAND - up, ink)
    return at


def bubbles(x, bottom, start, every):
    """Rise a pixel in a frame, and sway."""
    def at(glass, frame):
        for age in range((frame + start) % every, bottom - 2, every):
            put(glass, x + round(1.2 * sin(age / 4 + start)), bottom - age, "t")
            if age > bottom // 2:
                put(glass, x + 1 + round(1.2 * sin(age / 4 + start)), bottom - age, "l")
    return at


def sand(glass, _):
    for y in range(SAND, HEIGHT):
        for x in range(WIDTH):
            dune = y >= SAND + 1 - round(0.8 * sin(x / 7) + 0.4)
            if dune:
                put(glass, x, y, "D" if (x * x * 31 + y * 57 + x * 17) % 11 == 0 else "S")


def still(sprite, x, y):
    return lambda glass, frame: put_sprite(glass, sprite, x, y)


def crab(glass, frame):
    put_sprite(glass, CRAB[frame // 4 % 2], 8 + round(8 - 8 * cos(2 * pi * frame / FRAMES)), SAND - 3)


def chest(glass, frame):
    put_sprite(glass, CHEST[frame % 32 < 8], 29, SAND - 4)


SCENE = [
    still(CASTLE, 38, SAND - 13), weed(4, 20, "G", 0), weed(35, 12, "L", 1), still(CORAL, 6, SAND - 6),
    sand, shoal(FRY, 4, 40), shoal(FRY, 7, 33), shoal(FRY, 10, 38), shoal(FRY, 6, 26), shoal(FRY, 2, 47),
    shoal(SHARK, 8, start=38, left=True, nod=1.2),
    chest, bubbles(34, 26, 0, 32), bubbles(8, 27, 9, 32), bubbles(51, 23, 20, 16),
    shoal(ANGEL, 3, start=13, sisters=2, left=True, nod=1),
    shoal(CLOWN, 16, start=10, sisters=2, nod=1.6),
    shoal(TANG, 23, start=3, sisters=2, left=True, nod=1.2),
    crab, weed(1, 13, "L", 2), weed(52, 22, "G", 3), weed(28, 8, "G", 4),
]


def painting(frame):
    rows = water(frame)
    for part in SCENE:
        part(rows, frame)
    return rows


def main():
    half_blocks.write([painting(frame) for frame in range(FRAMES)], name="aquarium", title="An aquarium that needs no feeding",
                      hold_ms=100)


if __name__ == "__main__":
    main()
