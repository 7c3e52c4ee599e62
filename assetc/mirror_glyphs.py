#!/usr/bin/python3
# SPDX-FileCopyrightText: the knock-out authors
# SPDX-License-Identifier: GPL-2.0-or-later
"""Write mirror_glyphs.cpp: the glyphs that Unicode's names say are mirror images of each other.

    ./mirror_glyphs.py > mirror_glyphs.cpp
"""
import re
import unicodedata

# Latin letters and signs are no mirror images by their names: these are by their looks, in the console's fonts.
BY_LOOKS = {"left_right": "()[]{}<>/\\bdpq", "up_down": "/\\bpdq'.`,_\u00afnumwMW^v!\u00a1"}

# Punctuation, arrows, brackets of mathematics, boxes, blocks, triangles, East Asian brackets, legacy computing.
RANGES = [(0xAB, 0xBC), (0x2018, 0x2020), (0x2039, 0x203B), (0x2190, 0x21FF), (0x2308, 0x230C),
          (0x231C, 0x2320), (0x2500, 0x2600), (0x29E8, 0x29EA), (0x2B12, 0x2B1A), (0x27E6, 0x27F0),
          (0x3008, 0x301C), (0xFF08, 0xFF0A), (0x1FB00, 0x1FBF0)]

SWAPPED = {"left_right": ["LEFT RIGHT", "LEFTWARDS RIGHTWARDS", "WEST EAST", "GREATER-THAN LESS-THAN"],
           "up_down": ["UP DOWN", "UPPER LOWER", "UPWARDS DOWNWARDS", "NORTH SOUTH", "TOP BOTTOM"]}
DIGITS = {"left_right": str.maketrans("123456", "214365"), "up_down": str.maketrans("123456", "563412")}

HEAD = """\
// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
//
// Pairs of glyphs that are mirror images of each other, as Unicode %s names them. Written by mirror_glyphs.py.
#include "mirror_glyphs.h"

namespace assetc {
namespace {

// clang-format off
%s
// clang-format on

} // namespace

std::u32string_view mirror_glyphs(axis of) {
	return of == axis::left_right ? left_right : up_down;
}

} // namespace assetc
"""


def parts_in_order(name):
    """A quadrant's parts are told from the top left on, whatever the mirror made of them."""
    kind, *parts = re.split(r" (?=UPPER|LOWER)| AND (?=UPPER|LOWER)", name)
    if kind != "QUADRANT" or len(parts) < 2:
        return name
    return "QUADRANT " + " AND ".join(sorted(parts, key=["UPPER LEFT", "UPPER RIGHT", "LOWER LEFT", "LOWER RIGHT"].index))


def mirrored(name, axis):
    words = {}
    for one, other in map(str.split, SWAPPED[axis]):
        words |= {one: other, other: one}
    name = re.sub(r"[A-Z]+(-THAN)?", lambda word: words.get(word[0], word[0]), name)
    if name.startswith("BLOCK SEXTANT-"):
        name = "BLOCK SEXTANT-" + "".join(sorted(name[14:].translate(DIGITS[axis])))
    return parts_in_order(name)


def lookup(name):
    """Diagonals are told from left to right, whatever the mirror made of them."""
    for same in (name, re.sub(r"DIAGONAL (.*) TO (.*)", r"DIAGONAL \2 TO \1", name)):
        try:
            return unicodedata.lookup(same)
        except KeyError:
            pass
    return ""


def is_wide(glyph):
    return unicodedata.east_asian_width(glyph) in "WF"


def octants():
    """Glyphs by the eighths of a cell that they light: the lowest bit is the one at the top left, the next one right of
    it. Unicode 16 has them in this order from U+1CD00 on, but for those that are elsewhere."""
    elsewhere = {0: 0x20, 1: 0x1CEA8, 2: 0x1CEAB, 3: 0x1FB82, 5: 0x2598, 10: 0x259D, 15: 0x2580, 20: 0x1FBE6, 40: 0x1FBE7,
                 63: 0x1FB85, 64: 0x1CEA3, 80: 0x2596, 85: 0x258C, 90: 0x259E, 95: 0x259B, 128: 0x1CEA0, 160: 0x2597,
                 165: 0x259A, 170: 0x2590, 175: 0x259C, 192: 0x2582, 240: 0x2584, 245: 0x2599, 250: 0x259F, 252: 0x2586,
                 255: 0x2588}
    others = iter(range(0x1CD00, 0x1CDE6))
    return [chr(elsewhere[lit] if lit in elsewhere else next(others)) for lit in range(256)]


def mirrored_octant(lit, axis):
    rows = [lit >> 2 * row & 3 for row in range(4)]
    if axis == "left_right":
        rows = [row >> 1 | (row & 1) << 1 for row in rows]
    else:
        rows.reverse()
    return sum(row << 2 * number for number, row in enumerate(rows))


def pairs(axis):
    """One string: each glyph followed by its image."""
    found = BY_LOOKS[axis]
    for first, end in RANGES:
        for glyph in map(chr, range(first, end)):
            name = unicodedata.name(glyph, "")
            image = lookup(mirrored(name, axis)) if name else ""
            if image > glyph and is_wide(image) == is_wide(glyph):
                found += glyph + image
    glyphs = octants()
    for lit, glyph in enumerate(glyphs):
        image = glyphs[mirrored_octant(lit, axis)]
        if image != glyph and image not in found and glyph not in found:
            found += glyph + image
    return found


def literal(axis, per_line=64):
    text = pairs(axis)
    lines = (text[i:i + per_line].replace("\\", "\\\\") for i in range(0, len(text), per_line))
    return f"constexpr std::u32string_view {axis} =\n" + "\n".join(f'\tU"{line}"' for line in lines) + ";"


print(HEAD % (unicodedata.unidata_version, literal("left_right") + "\n\n" + literal("up_down")), end="")
