#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: the knock-out authors
"""Draws an animation of assets/ again: it must be the one that is there, and its last frame must lead to its first.

    tests/assets/draw_again.py NAME
"""
import sys
from contextlib import redirect_stdout
from importlib.util import module_from_spec, spec_from_file_location
from io import StringIO
from pathlib import Path

ASSETS = Path(__file__).resolve().parents[2] / "assets"


def load(name):
    sys.dont_write_bytecode = True
    spec = spec_from_file_location(name, ASSETS / name / "draw.py")
    program = module_from_spec(spec)
    spec.loader.exec_module(program)
    return program


def check_animation(program, name):
    written = StringIO()
    with redirect_stdout(written):
        program.main()
    assert written.getvalue() == (ASSETS / f"{name}.json").read_text(), f"assets/{name}/draw.py draws something else"
    assert program.painting(program.FRAMES) == program.painting(0), "the loop has a seam"


def check_donut(program):
    """Small is quick. A whole loop on, a ray may end a hair's breadth elsewhere."""
    program.SIZE = 24
    first, after = program.picture(0), program.picture(program.ACROSS * program.DOWN)
    unlike = sum(abs(a - b) > 24 for row, other in zip(first, after) for a, b in zip(row, other))
    assert unlike < 4, f"the loop has a seam: {unlike} pixels differ"


def main():
    name = sys.argv[1]
    program = load(name)
    if name == "donut":
        check_donut(program)
    else:
        check_animation(program, name)


if __name__ == "__main__":
    main()
