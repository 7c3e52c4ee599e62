// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Glyphs made ready to be searched in colour: what is worked out once of a set of them.
#pragma once

#include "color_window.h"
#include "glyphs.h"

#include <cstddef>

namespace assetc {

// How much a cell's own samples count unblurred, beside the blurred ones: else the dots that colours are mixed of would
// be as coarse as they can.
inline constexpr float grain = 0.2F;

struct color_repertoire {
	std::vector<glyph_ink> glyphs;
	std::size_t padded = 0;        // their number, rounded up to whole blocks of vectors
	std::vector<float> lit;        // sample by sample, of all glyphs, 0 to 1
	std::vector<float> stencils;   // glyph by glyph: its ink, blurred, in the window
	std::vector<float> squares;    // patch by patch, of all glyphs: what its ink is felt there with itself
	std::vector<float> with_whole; // and with a fully lit cell
	window_plane whole{};          // a fully lit cell, blurred
	patches whole_squares{};       // what it is felt with itself
};

color_repertoire make_color_repertoire(std::vector<glyph_ink> glyphs);

// to[k] += factors . table[][k] for all k; a row of the table has `count` numbers, a multiple of 32. Three sums at
// once, each with its own factors. Every vector unit gives the same bits.
void add_products(const std::array<float *, 3> &to, const std::array<const float *, 3> &factors,
		  std::size_t factor_count, const float *table, std::size_t count);

// The same for one.
void add_products(float *to, const float *factors, std::size_t factor_count, const float *table, std::size_t count);

} // namespace assetc
