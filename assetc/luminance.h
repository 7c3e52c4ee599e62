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

// A screen is looked at in tiles, since the eye does not see single letters flash.
inline constexpr int tile_columns = 4;
inline constexpr int tile_rows = 2;

// The mean relative luminance of each tile, 0 black to 1 white, as WCAG 2 defines it, row by row from the top left;
// tiles at the right and the lower edge can be smaller. The terminal's own colours are taken for white on black.
std::vector<float> tile_luminance(const grid &of);

} // namespace assetc
