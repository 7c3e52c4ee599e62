// SPDX-License-Identifier: GPL-2.0-or-later
// From pixels to cells.
#pragma once

#include "grid.h"
#include "picture.h"

#include <string>

namespace assetc {

struct draw_settings {
	int columns = 0; // 0: follows from rows and the picture's shape
	int rows = 0;    // 0: follows from columns and the picture's shape; both 0: the largest that fits in 80x23
	color background = color::rgb(0, 0, 0); // under transparent pixels
	std::string glyphs = "ascii";           // as parse_glyphs reads them
	int passes = 2; // over the text, each nearer to the picture; 0: quick, each cell for itself
};

// The size of the grid for a picture of width x height pixels, cells being twice as high as wide; at least 1x1.
struct grid_size {
	int columns = 0;
	int rows = 0;
};
grid_size fit(int width, int height, const draw_settings &settings);

// The picture as text, white on black: the glyphs that together, seen through the eye's blur, look most like it.
// Cells keep the standard ink and paper. Glyphs must be such that parse_glyphs knows them.
grid draw(const picture &source, const draw_settings &settings);

} // namespace assetc
