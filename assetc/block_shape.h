// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Glyphs that are rectangles, and therefore better drawn than set in type: fonts leave seams between them.
#pragma once

#include <vector>

namespace assetc {

// A part of a cell that is 8 units wide and 24 high.
struct cell_part {
	int left = 0;
	int top = 0;
	int width = 0;
	int height = 0;
};

inline constexpr int cell_units_across = 8;
inline constexpr int cell_units_down = 24;

// The parts that a block element (U+2580 to U+259F but for the three shades), a sextant (U+1FB00 to U+1FB3B) or an
// octant (see octant.h) fills; empty for any other glyph.
std::vector<cell_part> block_parts(char32_t glyph);

} // namespace assetc
