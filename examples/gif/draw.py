#!/usr/bin/env python3
# SPDX-License-Identifier: CC0-1.0
# SPDX-FileCopyrightText: the knock-out authors
"""Draw a ball that bounces, as an animated GIF (needs Pillow; Debian: python3-pil).

    ./draw.py ball.gif
"""
import sys
from math import cos, pi, sin

from PIL import Image, ImageDraw

FRAMES, WIDTH, HEIGHT, FLOOR = 20, 240, 220, 190


def ellipse(draw, x, y, wide, high, fill):
    draw.ellipse([x - wide, y - high, x + wide, y + high], fill=fill)


def patch(draw, x, y, wide, high, turn):
    """A spot on the ball that goes round with it, while it is on our side."""
    across, towards = sin(turn), cos(turn)
    if towards > 0:
        ellipse(draw, x + 0.72 * wide * across, y, 0.22 * wide * towards + 1, 0.3 * high, "#d03030")


def frame(number):
    picture = Image.new("RGB", (2 * WIDTH, 2 * HEIGHT))
    draw = ImageDraw.Draw(picture)
    age = number / FRAMES
    up = 130 * 4 * age * (1 - age)
    squash = max(0, 1 - up / 22)
    wide, high = 38 * (1 + 0.3 * squash), 38 * (1 - 0.35 * squash)
    y = FLOOR - up - high
    draw.rectangle([0, 2 * FLOOR + 6, 2 * WIDTH, 2 * FLOOR + 10], fill="#606060")
    ellipse(draw, WIDTH, 2 * FLOOR + 24, 96 - 0.4 * up, 12 - 0.05 * up, "#505050")
    ellipse(draw, WIDTH, 2 * y, 2 * wide, 2 * high, "#e8e8e8")
    for third in range(4):
        patch(draw, WIDTH, 2 * y, 2 * wide, 2 * high, 2 * pi * (age + third / 4))
    return picture.resize((WIDTH, HEIGHT), Image.LANCZOS).quantize(16)


def main():
    first, *rest = [frame(number) for number in range(FRAMES)]
    first.save(sys.argv[1], save_all=True, append_images=rest, duration=50, loop=0)


if __name__ == "__main__":
    main()
