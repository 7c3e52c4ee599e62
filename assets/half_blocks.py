# SPDX-License-Identifier: CC0-1.0
# SPDX-FileCopyrightText: the knock-out authors
"""From paintings in pixels to an animation of half blocks: what the draw.py of aquarium, fire and train share.

A painting is a list of rows of colours, an even number of them. Two pixels, one above the other, are a cell.
"""

import json


def cells(painting):
    return [list(zip(*painting[y:y + 2])) for y in range(0, len(painting), 2)]


def letters():
    return [chr(code) for code in range(33, 127) if chr(code) not in '"\\'] + [chr(code) for code in range(0xc0, 0x250)]


def letters_of(grids, blank):
    """A letter for each pair of colours, the shortest ones for the most frequent."""
    seen = {}
    for cell in (cell for grid in grids for row in grid for cell in row):
        seen[cell] = seen.get(cell, 0) + 1
    seen.pop(blank, None)
    return dict(zip(sorted(seen, key=lambda cell: -seen[cell]), letters()))


def frame_of(grid, keys):
    paint = ["".join(keys[cell] for cell in row).rstrip() for row in grid]
    art = ["".join(" " if upper == lower else "▀" for upper, lower in row[:len(painted)])
           for row, painted in zip(grid, paint)]
    return {"art": art, "paint": paint}


def write(paintings, *, name, title, hold_ms, blank=None):
    """Writes the JSON on standard output. blank: a pair of colours that is left as it is, unpainted."""
    grids = [cells(painting) for painting in paintings]
    keys = letters_of(grids, blank)
    palette = {key: f"{upper} on {lower}" for (upper, lower), key in keys.items()}
    keys[blank] = " "
    head = {"$schema": "../docs/animation.schema.json", "name": name,
            "title": title, "author": "the knock-out authors", "license": "CC0-1.0",
            "hold_ms": hold_ms, "palette": palette}
    print(json.dumps(head, ensure_ascii=False, indent=1)[:-2] + ',\n "frames": [')
    print(",\n".join(json.dumps(frame_of(grid, keys), ensure_ascii=False, indent=0) for grid in grids))
    print("]}")
