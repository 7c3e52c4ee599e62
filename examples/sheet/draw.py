#!/usr/bin/env python3
# SPDX-License-Identifier: CC0-1.0
# SPDX-FileCopyrightText: the knock-out authors
"""Draw a coin that spins: twelve poses in one row, an SVG on standard output.

    ./draw.py | rsvg-convert -o coin.png
"""
from math import cos, pi, sin

POSES, SIZE = 12, 160


def star(wide, radius, fill):
    points = " ".join(f"{wide * far * sin(pi * i / 5):.1f},{-far * cos(pi * i / 5):.1f}"
                      for i in range(10) for far in [radius if i % 2 == 0 else radius * 0.45])
    return f'<polygon points="{points}" fill="{fill}"/>'


def disc(x, wide, radius, fill):
    return f'<ellipse cx="{x:.1f}" rx="{max(wide * radius, 1):.1f}" ry="{radius}" fill="{fill}"/>'


def coin(pose):
    """Half a turn: the other side looks the same. The rim shows on the side that turns away."""
    turn = pi * pose / POSES
    wide, rim = abs(cos(turn)), 11 * sin(turn) * (1 if cos(turn) > 0 else -1)
    edge = "".join(disc(rim * step / 8, wide, 70, "#585858") for step in range(9))
    shine = "#ffffff" if pose in (1, 11) else "#e0e0e0"
    return edge + disc(0, wide, 70, "#d0d0d0") + disc(0, wide, 58, "#303030") + star(wide, 50, shine)


def sheet():
    print(f'<svg xmlns="http://www.w3.org/2000/svg" width="{POSES * SIZE}" height="{SIZE}">')
    print('<rect width="100%" height="100%"/>')
    for pose in range(POSES):
        print(f'<g transform="translate({(pose + 0.5) * SIZE},{SIZE / 2})">{coin(pose)}</g>')
    print("</svg>")


if __name__ == "__main__":
    sheet()
