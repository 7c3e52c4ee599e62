#!/usr/bin/env python3
# SPDX-License-Identifier: CC0-1.0
# SPDX-FileCopyrightText: the knock-out authors
"""Draw the party parrot: ten poses side by side, as one SVG on standard output.

    ./draw.py | rsvg-convert -o ../parrot.png

Every part of the bird is a chain: balls on a curve, melted together. The parts of the head are placed in three
dimensions, turned to where the head looks in that pose and seen from the front, so that eye, beak and crest stay
where they belong. A pose is 50x20 terminal cells of 8x16 pixels, and is meant to become text of a single colour.
So it is cut like a woodcut: the bird is bright all over, the background black, a black line more than a cell wide
parts what must be told apart, and only the lower half of the beak has a tone in between.
"""
from colorsys import hls_to_rgb
from math import cos, pi, radians, sin

POSES = 10
WIDTH, HEIGHT = 400, 320

BRIGHT, BETWEEN = 0.5, 0.16  # luminance, of 1
DARK, WHITE = "#000000", "#ffffff"
GOLD = 0.12  # the beak's place in the rainbow
GAP = 12     # thickness of the dark lines


# -- the dance ---------------------------------------------------------------------------------------------

def pose(number):
    """Where the head is and how it is turned: round a tilted loop, from the left by the bottom to the right."""
    beat = 2 * pi * number / POSES
    late = beat - 0.7  # when the shoulders are there
    return {
        "number": number,
        "x": 203 - 45 * cos(beat), "y": 181 + 33 * sin(beat) + 8 * cos(beat),
        "yaw": radians(-62 - 13 * cos(beat)), "pitch": radians(8 * sin(beat)), "roll": radians(-11 * cos(beat - 0.3)),
        "wide": 1 + 0.06 * sin(beat), "high": 1 - 0.07 * sin(beat),  # squashed below, stretched above
        "shoulder_x": 232 - 26 * cos(late), "shoulder_y": 302 + 14 * sin(late),
        "swing": 14 * cos(beat - 0.9),
        "open": 0.5 - 0.5 * sin(beat - 0.3),  # the beak: wide on the way up
    }


def on_head(parts, p):
    """Where balls (right, down, towards us, radius), in pixels from the middle of the head, are on the canvas."""
    return [(*turned(x, y, z, p), radius) for x, y, z, radius in parts]


def turned(x, y, z, p):
    x, z = rotated(x, z, -p["yaw"])
    y, z = rotated(y, z, -p["pitch"])
    x, y = rotated(x, y, p["roll"])
    return p["x"] + x * p["wide"], p["y"] + y * p["high"]


def rotated(a, b, angle):
    return a * cos(angle) - b * sin(angle), b * cos(angle) + a * sin(angle)


# -- colours -----------------------------------------------------------------------------------------------

def luminance(rgb):
    return sum(share * value ** 2.2 for share, value in zip((0.2126, 0.7152, 0.0722), rgb))


def hue(place, light):
    """A colour of the rainbow, at that luminance: those that are equally bright make equally dense text."""
    lightness = 0.0
    while luminance(hls_to_rgb(place, lightness, 1.0)) < light:
        lightness += 0.005
    return "#" + "".join(f"{round(255 * value):02x}" for value in hls_to_rgb(place, lightness, 1.0))


def plumage(p):
    return hue(p["number"] / POSES, BRIGHT)


# -- shapes ------------------------------------------------------------------------------------------------

def along(points, share):
    """A point of the smooth curve through all the points (Catmull-Rom), at a share of the way from 0 to 1."""
    place = share * (len(points) - 1)
    start = min(int(place), len(points) - 2)
    t = place - start
    near = [points[min(max(start + step, 0), len(points) - 1)] for step in (-1, 0, 1, 2)]
    return [(2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t ** 2 + (3 * b - a - 3 * c + d) * t ** 3) / 2
            for a, b, c, d in zip(*near)]


def chain(balls, fill, grow=0):
    """Balls (x, y, radius) melted together, each grown by so many pixels."""
    steps = [along(balls, share / 40) for share in range(41)]
    return f'<g fill="{fill}">' + "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{max(radius + grow, 0.5):.1f}"/>' for x, y, radius in steps) + "</g>"


def cut_out(balls, fill):
    """A chain with a dark line around it."""
    return chain(balls, DARK, GAP) + chain(balls, fill)


def stroke(points, width, colour):
    path = " ".join("{:.1f},{:.1f}".format(*along(points, share / 16)) for share in range(17))
    return f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="{width}" stroke-linecap="round"/>'


def disc(x, y, radius, fill):
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius}" fill="{fill}"/>'


# -- the bird ----------------------------------------------------------------------------------------------

def crest(p):
    """Three feathers, the hindmost first; their tips come after the head, a moment later."""
    feathers = (((12, -45, -50), (26, -80, -100), (32, -80, -138)),
                ((3, -56, -30), (8, -110, -80), (11, -122, -124)),
                ((-6, -62, -5), (-14, -120, -30), (-20, -138, -72)))
    lag = p["swing"]
    return "".join(cut_out(on_head([(x1, y1, z1, 13), (x2, y2, z2 - 0.4 * lag, 21), (x3, y3, z3 - lag, 6)], p),
                           plumage(p))
                   for (x1, y1, z1), (x2, y2, z2), (x3, y3, z3) in feathers)


def body(p):
    x, y = p["shoulder_x"], p["shoulder_y"]
    neck = (0.45 * p["x"] + 0.55 * x, 0.45 * p["y"] + 0.55 * (y - 20))
    return cut_out([(p["x"] + 14, p["y"] + 16, 78), (*neck, 90), (x, y, 118), (x + 6, y + 130, 160)], plumage(p))


def wing(p):
    x, y = p["shoulder_x"], p["shoulder_y"]
    return stroke([(x + 67, y - 60), (x + 44, y - 28), (x + 42, y + 60)], GAP, DARK)


def head(p):
    return chain(on_head([(0, 0, -4, 96), (0, 8, 24, 88)], p), plumage(p))


def eye(p):
    x, y = turned(79, -29, 5, p)
    return disc(x, y, 39, DARK) + disc(x, y, 28, WHITE) + disc(x - 3, y, 15, DARK)


def beak(p):
    gape = p["open"]
    lower = [(0, 52 + 4 * gape, 78, 24), (0, 70 + 12 * gape, 86 - 4 * gape, 19), (0, 80 + 18 * gape, 94 - 10 * gape, 9)]
    upper = [(0, -22, 86, 33), (0, -8, 110, 41), (0, 24, 128, 36), (0, 62, 136, 21), (0, 92, 132, 9), (0, 110, 122, 2)]
    return cut_out(on_head(lower, p), hue(GOLD, BETWEEN)) + cut_out(on_head(upper, p), hue(GOLD, BRIGHT))


def bird(number):
    p = pose(number)
    return crest(p) + body(p) + wing(p) + head(p) + eye(p) + beak(p)


def sheet():
    print(f'<svg xmlns="http://www.w3.org/2000/svg" width="{POSES * WIDTH}" height="{HEIGHT}">')
    print(f'<rect width="100%" height="100%" fill="{DARK}"/>')
    for number in range(POSES):
        print(f'<svg x="{number * WIDTH}" width="{WIDTH}" height="{HEIGHT}">{bird(number)}</svg>')
    print("</svg>")


if __name__ == "__main__":
    sheet()
