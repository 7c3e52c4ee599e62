#!/usr/bin/env python3
# SPDX-License-Identifier: CC0-1.0
# SPDX-FileCopyrightText: the knock-out authors
"""Draw the party parrot: ten poses side by side, as one SVG on standard output.

    ./draw.py | rsvg-convert -o ../parrot.png

Every part of the bird is a chain: balls on a curve, melted together. The parts of the head are placed in three
dimensions, turned to where the head looks in that pose and seen from the front, so that eyes and beak stay on
the face. A pose is 50x20 terminal cells of 8x16 pixels. It is meant to become text, white on black, so the
outline is bright, the plumage dim, the face brightest, and nothing that matters is much smaller than a cell.
"""
from colorsys import hls_to_rgb
from math import cos, pi, radians, sin

POSES = 10
WIDTH, HEIGHT = 400, 320
MIDDLE = WIDTH / 2

FACE, BEAK, DARK = "#ffffff", "#6e6e6e", "#000000"
GAP = 8  # thickness of the dark line that parts what touches, a cell's width
RIM = 9  # thickness of the bright outline of the plumage
RIM_LIGHT = 0.55  # its luminance, of 1


# -- the dance ---------------------------------------------------------------------------------------------

def pose(number):
    """Where the head is and how it is turned: round the loop left, down, right, up."""
    beat = 2 * pi * number / POSES
    return {
        "number": number,
        "x": MIDDLE - 56 * cos(beat), "y": 178 + 31 * sin(beat),
        "yaw": radians(-4 - 20 * cos(beat)), "pitch": radians(4 + 14 * sin(beat)), "roll": radians(-9 * cos(beat)),
        "sway": -20 * cos(beat),            # the shoulders go with the head, less far
        "swing": 20 * cos(beat - 0.9),      # the crest comes after it, a moment later
    }


def on_head(parts, p):
    """Where balls (right, down, towards us, radius), in pixels from the middle of the head, are on the canvas."""
    return [(*turned(x, y, z, p), radius) for x, y, z, radius in parts]


def turned(x, y, z, p):
    x, z = rotated(x, z, -p["yaw"])
    y, z = rotated(y, z, -p["pitch"])
    x, y = rotated(x, y, p["roll"])
    return p["x"] + x, p["y"] + y


def rotated(a, b, angle):
    return a * cos(angle) - b * sin(angle), b * cos(angle) + a * sin(angle)


# -- colours -----------------------------------------------------------------------------------------------

def luminance(rgb):
    return sum(share * value ** 2.2 for share, value in zip((0.2126, 0.7152, 0.0722), rgb))


def hue(p, light):
    """The pose's colour of the rainbow, at that luminance: all ten are equally bright and make equally dense text."""
    place, lightness = p["number"] / POSES, 0.0
    while luminance(hls_to_rgb(place, lightness, 1.0)) < light:
        lightness += 0.005
    return "#" + "".join(f"{round(255 * value):02x}" for value in hls_to_rgb(place, lightness, 1.0))


def plumage(p):
    """A gradient that is named after the pose: lightest on the forehead, fading towards the shoulders."""
    stops = "".join(f'<stop offset="{at}" stop-color="{hue(p, light)}"/>'
                    for at, light in ((0, 0.1), (0.35, 0.07), (1, 0.012)))
    return (f'<radialGradient id="plumage{p["number"]}" gradientUnits="userSpaceOnUse" '
            f'cx="{p["x"] - 20:.1f}" cy="{p["y"] - 50:.1f}" r="330">{stops}</radialGradient>')


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
    steps = [along(balls, share / 28) for share in range(29)]
    return f'<g fill="{fill}">' + "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{max(radius + grow, 0.5):.1f}"/>' for x, y, radius in steps) + "</g>"


def stroke(points, width, colour):
    path = " ".join("{:.1f},{:.1f}".format(*along(points, share / 16)) for share in range(17))
    return f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="{width}" stroke-linecap="round"/>'


def disc(x, y, width, height, fill):
    return f'<ellipse cx="{x:.1f}" cy="{y:.1f}" rx="{width:.1f}" ry="{height:.1f}" fill="{fill}"/>'


# -- the bird ----------------------------------------------------------------------------------------------

def crest(p):
    feathers = ""
    for lean, length in ((-62, 34), (62, 34), (0, 54)):
        balls = on_head([(lean * 0.5, -76, -10, 10),
                         (lean * 0.95 + p["swing"] * 0.35, -84 - length * 0.5, -14, 17),
                         (lean * 1.6 + p["swing"], -86 - length, -16, 4)], p)
        feathers += chain(balls, DARK, GAP) + chain(balls, hue(p, RIM_LIGHT))
    return feathers


def body(p):
    balls = [(p["x"], p["y"], 92), (p["x"] * 0.8 + 40, p["y"] + 50, 88),
             (MIDDLE + p["sway"], 290, 112), (MIDDLE + p["sway"] * 0.5, 390, 175)]
    return (chain(balls, DARK, GAP) + chain(balls, hue(p, RIM_LIGHT))
            + chain(balls, f"url(#plumage{p['number']})", -RIM))


def wings(p):
    lines = ""
    for side in (-1, 1):
        shoulder = MIDDLE + p["sway"] + side * 78
        lines += stroke([(shoulder + side * 6, 262), (shoulder - side * 6, 288), (shoulder - side * 2, 330)], 6,
                        hue(p, RIM_LIGHT))
    return lines


def face(p):
    return "".join(chain(on_head([(side * 46, -22, 62, 38), (side * 42, 10, 66, 38), (side * 20, 40, 66, 30)], p), FACE)
                   for side in (-1, 1))


def eye(p, side):
    x, y = turned(side * 55, -22, 66, p)
    seen = max(0.5, cos(p["yaw"] + side * 0.55))  # narrower where the head turns it away
    return disc(x, y, 20 * seen + 3, 23, DARK) + disc(x - 5, y - 7, 8, 8, FACE)


def beak(p):
    balls = on_head([(0, -6, 74, 15), (0, 18, 98, 27), (0, 48, 104, 23), (0, 84, 88, 3)], p)
    return chain(balls, DARK, GAP) + chain(balls, BEAK)


def bird(number):
    p = pose(number)
    return plumage(p) + crest(p) + body(p) + wings(p) + face(p) + eye(p, -1) + eye(p, 1) + beak(p)


def sheet():
    print(f'<svg xmlns="http://www.w3.org/2000/svg" width="{POSES * WIDTH}" height="{HEIGHT}">')
    print(f'<rect width="100%" height="100%" fill="{DARK}"/>')
    for number in range(POSES):
        print(f'<svg x="{number * WIDTH}" width="{WIDTH}" height="{HEIGHT}">{bird(number)}</svg>')
    print("</svg>")


if __name__ == "__main__":
    sheet()
