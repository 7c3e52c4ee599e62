// SPDX-License-Identifier: GPL-2.0-or-later
// From pixels to cells.
#pragma once

#include "grid.h"
#include "picture.h"

namespace assetc {

struct draw_settings {
	int columns = 0; // 0: follows from rows and the picture's shape
	int rows = 0;    // 0: follows from columns and the picture's shape; both 0: the largest that fits in 80x23
	color background = color::rgb(0, 0, 0); // under transparent pixels
};

// The size of the grid for a picture of width x height pixels, cells being twice as high as wide; at least 1x1.
struct grid_size {
	int columns = 0;
	int rows = 0;
};
grid_size fit(int width, int height, const draw_settings &settings);

// The picture as text, white on black: for each cell the printable ASCII glyph whose shape, seen through the
// eye's blur, is nearest to what the picture shows there. Cells keep the standard ink and paper.
grid draw(const picture &source, const draw_settings &settings);

} // namespace assetc
