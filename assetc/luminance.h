// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// How bright a screen full of text is.
#pragma once

#include "grid.h"

#include <vector>

namespace assetc {

// The share of its cell that a glyph lights, 0 to 1: ASCII as in the console's font, blocks and braille by their shape,
// anything else as much as a letter on average.
float coverage(char32_t glyph);

// The relative luminance of a cell as a whole, 0 black to 1 white, as WCAG 2 defines it; the terminal's own colours
// are taken for white on black.
float luminance(const cell &shown);

// A screen is looked at in tiles, since the eye does not see single letters flash.
inline constexpr int tile_columns = 4;
inline constexpr int tile_rows = 2;

// The mean luminance of each tile, row by row from the top left; tiles at the right and the lower edge can be smaller.
std::vector<float> tile_luminance(const grid &of);

} // namespace assetc
