// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Glyphs made ready to be searched in colour: what is worked out once of a set of them.
#pragma once

#include "glyphs.h"

#include <cstddef>

namespace assetc {

// A cell is felt, blurred, in a window around it. The blur is that of an eye that sees sharply: one sample, which is
// two pixels of the console's font.
inline constexpr int color_reach = 3; // samples
inline constexpr int window_width = samples_across + 2 * color_reach;
inline constexpr int window_height = samples_down + 2 * color_reach;
inline constexpr int window_area = window_width * window_height;

// The weights of the distances 0 to color_reach; with both sides they add up to 1.
std::array<float, color_reach + 1> color_taps();

struct color_repertoire {
	std::vector<glyph_ink> glyphs;
	std::size_t padded = 0;               // their number, rounded up to whole blocks of vectors
	std::vector<float> lit;               // sample by sample, of all glyphs, 0 to 1
	std::vector<float> lit_squares;       // the same, squared
	std::vector<float> stencils;          // glyph by glyph: its ink, blurred, in the window
	std::array<float, window_area> whole; // the same of a fully lit cell
	std::vector<float> squares;           // window sample by window sample, of all glyphs: stencil * stencil
	std::vector<float> with_whole;        // and stencil * whole
	std::vector<float> blur;              // window sample by window sample: what it feels of each of the cell's
};

color_repertoire make_color_repertoire(std::vector<glyph_ink> glyphs);

// to[k] += factors . table[][k] for all k; a row of the table has `count` numbers, a multiple of 32. Every vector unit
// gives the same bits.
void add_products(float *to, const float *factors, std::size_t factor_count, const float *table, std::size_t count);

} // namespace assetc
