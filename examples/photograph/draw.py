#!/usr/bin/env python3
# SPDX-License-Identifier: CC0-1.0
# SPDX-FileCopyrightText: the knock-out authors
"""No camera was at hand: this renders what one might have seen by a lake at night (needs Pillow; Debian: python3-pil).

    ./draw.py lake.jpg
"""
import sys
from math import exp, hypot, sin
from random import Random

from PIL import Image, ImageDraw, ImageFilter

WIDTH, HEIGHT, SHORE = 800, 480, 290
MOON = (560, 92, 44)


def ridge(x, height, rough, seed):
    return sum(height / 2 ** i * sin(x * rough * 1.9 ** i + seed * (i + 1)) for i in range(5))


def sky(x, y):
    glow = exp(-hypot(x - MOON[0], y - MOON[1]) / 150)
    light = 14 + 34 * y / SHORE + 150 * glow
    return round(light * 0.75), round(light * 0.85), round(light)


def far_shore(picture, draw):
    for layer, (base, height, rough, shade) in enumerate([(175, 46, 0.009, 62), (222, 26, 0.014, 36), (262, 12, 0.03, 16)]):
        for x in range(WIDTH):
            top = base - ridge(x, height, rough, layer + 2)
            draw.line([x, top, x, SHORE], fill=(shade - 6, shade, shade + 8))
            if layer == 0 and top < 165:
                draw.line([x, top, x, top + (165 - top) * 0.5], fill=(150, 158, 175))


def firs(draw, chance):
    for _ in range(60):
        x, size = chance.uniform(0, WIDTH), chance.uniform(10, 34)
        for step in range(4):
            low, wide = SHORE - size * step / 5, size * (0.3 - 0.06 * step)
            draw.polygon([(x - wide, low), (x + wide, low), (x, low - size * 0.42)], fill=(7, 10, 12))


def mirror(picture):
    """The lake: what is above it, darker, and torn by waves that are longer the nearer they are."""
    land, lake = picture.load(), picture.load()
    for y in range(SHORE, HEIGHT):
        down = y - SHORE
        for x in range(WIDTH):
            near = 1 + down / 18
            wave = near * (sin(y * 7.1 / near + x * 0.013) + 0.6 * sin(y * 3.3 / near - x * 0.031))
            source = land[min(max(round(x + 0.4 * wave), 0), WIDTH - 1), min(max(round(SHORE - 1 - down * 1.4 + 1.6 * wave), 0), SHORE - 1)]
            lake[x, y] = tuple(round(0.72 * part) for part in source)


def reeds(draw, chance):
    for _ in range(70):
        x, high = chance.uniform(0, 190), chance.uniform(50, 150)
        lean = chance.uniform(-18, 18)
        draw.line([x, HEIGHT, x + lean * 0.4, HEIGHT - high * 0.6, x + lean, HEIGHT - high], fill=(4, 5, 6), width=3)


def main():
    chance = Random(7)
    picture = Image.new("RGB", (WIDTH, HEIGHT))
    picture.putdata([sky(x, y) for y in range(HEIGHT) for x in range(WIDTH)])
    draw = ImageDraw.Draw(picture)
    for _ in range(90):
        x, y = chance.uniform(0, WIDTH), chance.uniform(0, 160)
        draw.ellipse([x, y, x + 2, y + 2], fill=(200, 205, 215))
    x, y, radius = MOON
    draw.ellipse([x - radius, y - radius, x + radius, y + radius], fill=(250, 248, 235))
    far_shore(picture, draw)
    firs(draw, chance)
    mirror(picture)
    reeds(draw, chance)
    picture.filter(ImageFilter.GaussianBlur(0.8)).save(sys.argv[1], quality=85)


if __name__ == "__main__":
    main()
