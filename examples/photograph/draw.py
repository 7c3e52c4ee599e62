#!/usr/bin/env python3
# SPDX-License-Identifier: CC0-1.0
# SPDX-FileCopyrightText: the knock-out authors
"""No camera was at hand: this renders what one might have seen by a lake in the evening.

Needs Pillow (Debian: python3-pil).

    ./draw.py lake.jpg
"""
import sys
from math import exp, hypot, sin
from random import Random

from PIL import Image, ImageDraw, ImageFilter

WIDTH, HEIGHT, SHORE = 800, 480, 290
SUN = (540, 150, 40)
EVENING = [(0, 0.35, (38, 40, 96), (120, 62, 128)), (0.35, 0.65, (120, 62, 128), (232, 106, 92)),
           (0.65, 1, (232, 106, 92), (255, 190, 110))]  # from, to; colours there


def ridge(x, height, rough, seed):
    return sum(height / 2 ** i * sin(x * rough * 1.9 ** i + seed * (i + 1)) for i in range(5))


RIDGES = [(190, 46, 0.009, (128, 74, 120)), (228, 26, 0.014, (84, 50, 98)), (264, 12, 0.03, (40, 34, 62))]


def mixed(one, other, share):
    return tuple(round(a + (b - a) * share) for a, b in zip(one, other))


def sky(x, y):
    height = min(y / SHORE, 1)
    below, above, share = next((high, low, (height - start) / (end - start))
                               for start, end, low, high in EVENING if height <= end)
    glow = exp(-hypot(x - SUN[0], 1.3 * (y - SUN[1])) / 110)
    return mixed(mixed(above, below, share), (255, 236, 170), 0.75 * glow)


def far_shore(draw):
    for number, (base, height, rough, ink) in enumerate(RIDGES):
        for x in range(WIDTH):
            top = base - ridge(x, height, rough, number + 2)
            draw.line([x, top, x, SHORE], fill=ink)


def firs(draw, chance):
    for _ in range(60):
        x, size = chance.uniform(0, WIDTH), chance.uniform(10, 34)
        for step in range(4):
            low, wide = SHORE - size * step / 5, size * (0.3 - 0.06 * step)
            draw.polygon([(x - wide, low), (x + wide, low), (x, low - size * 0.42)], fill=(16, 22, 30))


def mirror(picture):
    """The lake: what is above it, darker, and torn by waves that are longer the nearer they are."""
    land, lake = picture.load(), picture.load()
    for y in range(SHORE, HEIGHT):
        down = y - SHORE
        for x in range(WIDTH):
            near = 1 + down / 18
            wave = near * (sin(y * 7.1 / near + x * 0.013) + 0.6 * sin(y * 3.3 / near - x * 0.031))
            above = min(max(round(SHORE - 1 - down * 1.4 + 1.6 * wave), 0), SHORE - 1)
            source = land[min(max(round(x + 0.4 * wave), 0), WIDTH - 1), above]
            lake[x, y] = tuple(round(0.8 * part) for part in source)


def reeds(draw, chance):
    for _ in range(70):
        x, high = chance.uniform(0, 190), chance.uniform(50, 150)
        lean = chance.uniform(-18, 18)
        draw.line([x, HEIGHT, x + lean * 0.4, HEIGHT - high * 0.6, x + lean, HEIGHT - high], fill=(10, 12, 16), width=3)


def main():
    chance = Random(7)
    picture = Image.new("RGB", (WIDTH, HEIGHT))
    picture.putdata([sky(x, y) for y in range(HEIGHT) for x in range(WIDTH)])
    draw = ImageDraw.Draw(picture)
    x, y, radius = SUN
    draw.ellipse([x - radius, y - radius, x + radius, y + radius], fill=(255, 250, 220))
    far_shore(draw)
    firs(draw, chance)
    mirror(picture)
    reeds(draw, chance)
    picture.filter(ImageFilter.GaussianBlur(0.8)).save(sys.argv[1], quality=85)


if __name__ == "__main__":
    main()
