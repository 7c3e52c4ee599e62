// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// From pixels to cells.
#pragma once

#include "draft.h"
#include "draw_settings.h"
#include "grid.h"
#include "picture.h"

namespace assetc {

// The size of the grid for a picture, of which a part may be asked for; at least 1x1. It can be larger than a frame
// may be.
struct grid_size {
	int columns = 0;
	int rows = 0;
};
grid_size fit(picture_size whole, const draw_settings &settings);

// What is to be drawn of a picture: its light or its brightness at the size of the samples. Throws error where the font
// has none of the glyphs, or the crop goes beyond the picture.
draft make_draft(const picture &whole, const draw_settings &settings);

// The same without colours, where its brightness is known.
draft make_draft(level_plane brightness, const draw_settings &settings);

// All of the drawing that can be done without the picture before. Once it is finished, its cells are the picture as
// text: the glyphs that together, seen through the eye's blur, look most like it, white on black where there are no
// colours (cells keep the standard ink and paper then), else with their own ink and paper.
void work_out(draft &of);

} // namespace assetc
