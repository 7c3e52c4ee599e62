#!/usr/bin/python3
# SPDX-FileCopyrightText: the knock-out authors
# SPDX-License-Identifier: GPL-2.0-or-later
"""Write console_font.cpp: the printable ASCII glyphs of a console font, drawn as text.

    ./console_font.py < /usr/share/consolefonts/Lat15-VGA16.psf.gz > console_font.cpp
"""
import gzip
import sys

PER_LINE = 8
HEAD = """\
// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
//
// The shapes are those of the VGA's text mode, in the public domain, as the Linux console has them
// (lib/fonts/font_8x16.c) and Debian's console-setup-linux ships them. Written by console_font.py.
#include "console_font.h"

#include <string_view>

namespace assetc {
namespace {

constexpr int per_line = %d;

// clang-format off
constexpr std::string_view drawing =
%s;
// clang-format on

constexpr std::size_t line_length = per_line * (glyph_width + 1);

constexpr glyph_shape read_shape(std::size_t number)
{
	const std::size_t corner = number / per_line * line_length * glyph_height + number %% per_line * (glyph_width + 1);
	glyph_shape shape;
	for (std::size_t y = 0; y < glyph_height; ++y)
		for (std::size_t x = 0; x < glyph_width; ++x)
			if (drawing[corner + y * line_length + x] == '#')
				shape.rows[y] = static_cast<std::uint8_t>(shape.rows[y] | 0x80 >> x);
	return shape;
}

constexpr std::array<glyph_shape, 95> read_font()
{
	std::array<glyph_shape, 95> font;
	for (std::size_t i = 0; i < font.size(); ++i)
		font[i] = read_shape(i);
	return font;
}

constexpr std::array<glyph_shape, 95> font = read_font();

} // namespace

const glyph_shape &console_glyph(char glyph)
{
	return font[static_cast<std::size_t>(glyph - ' ')];
}

} // namespace assetc
"""


def shapes(psf):
    """Code point -> 16 bytes, of a version 1 console font with a Unicode table."""
    if psf[:2] != b"\x36\x04" or psf[3] != 16:
        raise SystemExit("console_font.py: not a version 1 console font of 8x16")
    count = 512 if psf[2] & 1 else 256
    table = psf[4 + 16 * count:]
    found, glyph, in_sequence = {}, 0, False
    for i in range(0, len(table) - 1, 2):
        point = table[i] | table[i + 1] << 8
        if point == 0xFFFF:
            glyph, in_sequence = glyph + 1, False
        elif point == 0xFFFE:
            in_sequence = True
        elif not in_sequence:
            found.setdefault(point, psf[4 + 16 * glyph:20 + 16 * glyph])
    return found


def drawing(font):
    for first in range(0x20, 0x7F, PER_LINE):
        points = range(first, first + PER_LINE)
        names = " ".join(f"{chr(p):8}" for p in points if p < 0x7F).rstrip()
        yield f"\t// {names}".rstrip("\\")
        for y in range(16):
            rows = (f"{font[p][y] if p < 0x7F else 0:08b}" for p in points)
            yield '\t"' + " ".join(rows).translate({48: ".", 49: "#"}) + ' "'


print(HEAD % (PER_LINE, "\n".join(drawing(shapes(gzip.decompress(sys.stdin.buffer.read()))))), end="")
