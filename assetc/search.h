// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// The text that looks most like a picture: direct binary search, one cell after another, against what the eye feels
// of all errors together.
#pragma once

#include "repertoire.h"
#include "resample.h"

namespace assetc {

// For each cell, row by row, the number of its glyph in the repertoire. `wanted` is how much of each sample should be
// lit; it has samples_across x samples_down of them for each cell. Zero passes choose each cell for itself; two are
// nearly as good as many.
std::vector<int> search(const plane &wanted, const repertoire &glyphs, int passes);

} // namespace assetc
