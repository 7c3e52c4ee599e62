// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// The choice of a glyph, an ink and a paper for one cell, with everything around it given.
#pragma once

#include "color_offer.h"
#include "color_repertoire.h"
#include "grid.h"
#include "looks.h"

namespace assetc {

// How much glyphs are felt in a cell: the coefficients of a cell's energy, which is the square of all errors that it is
// part of, as they look.
struct cell_feeling {
	looks look;
	std::vector<float> ink;   // of each glyph, its ink with itself
	std::vector<float> whole; // of each glyph, its ink with the whole cell
	float all = 0;            // the whole cell with itself
};

// What is lacking in a cell: what each glyph's ink, and the whole cell, would make good, a channel each.
struct cell_lack {
	std::array<std::vector<float>, 3> ink;
	std::array<float, 3> whole{};
};

struct color_choice {
	int glyph = 0;
	light ink;
	light paper;
	color ink_color;
	color paper_color;
};

// How much the cell adds to all errors, apart from what no choice can change.
float energy(const color_choice &of, const cell_feeling &felt, const cell_lack &lacking);

// The choice of least energy; among nearly equal ones a glyph that stands earlier. The glyph 0 is best a space.
color_choice choose_color(const cell_feeling &felt, const cell_lack &lacking, std::size_t glyphs,
			  const color_offer &from);

} // namespace assetc
