// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// The search for the glyphs, inks and papers that together look most like a picture.
#pragma once

#include "color_choice.h"
#include "resample.h"

namespace assetc {

struct color_search_settings {
	color_depth colors = color_depth::rgb; // not none
	int passes = 2;                        // over all cells, each nearer to the picture; 0: each for itself
	float indulgence = 0;                  // an error that looks so small is not made up for by the cells around
};

// The cells, row by row, of a picture whose sides are whole cells.
std::vector<cell> search_colors(const light_plane &wanted, const color_repertoire &glyphs,
				const color_search_settings &settings);

} // namespace assetc
