// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// The text that looks most like a picture: direct binary search, one cell after another, against what the eye feels
// of all errors together.
#pragma once

#include "plane.h"
#include "repertoire.h"

namespace assetc {

// What a search begins with in a cell, and may do there.
enum class beginning : std::uint8_t {
	anew,      // with the glyph that is best alone
	as_before, // with the glyph of the picture before, which only what is clearly better replaces
	still      // with the glyph of the picture before, which stays
};

// The text before, and how much of it is worth keeping, cell by cell.
struct text_before {
	std::vector<int> chosen;
	std::vector<beginning> begin;
};

// For each cell, row by row, the number of its glyph in the repertoire. `wanted` is how much of each sample should be
// lit; it has samples_across x samples_down of them for each cell. Zero passes choose each cell for itself; after
// four hardly any cell changes, and none is looked at again in vain. `before` has as many cells, or none: then all
// begin anew.
std::vector<int> search(const plane &wanted, const repertoire &glyphs, int passes, const text_before &before = {});

} // namespace assetc
