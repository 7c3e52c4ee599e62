// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// A picture on its way to cells.
#pragma once

#include "draw_settings.h"
#include "grid.h"
#include "likeness.h"
#include "repertoire.h"
#include "tone.h"

#include <memory>

namespace assetc {

struct draft {
	grid cells; // of its size; with colours, they are chosen before it is finished
	std::vector<std::uint8_t>
		seen; // what it is drawn from: code values of all samples, row by row, once it is known
	std::size_t bytes_a_sample = 1;
	draw_settings settings;
	// With colours:
	light_plane light;
	// Without:
	std::shared_ptr<const repertoire> glyphs;
	level_plane brightness;
	level_shares darker;                       // see tone.h
	std::size_t recipe = 0;                    // of tones
	std::shared_ptr<const tone_curve> curve;   // its own, if it is null
	plane wanted;                              // see search()
	std::shared_ptr<const likeness_goal> goal; // if it is to be retouched
	std::vector<int> chosen;                   // the glyph of each cell, once the draft is finished
};

// The levels of the picture that was toned last, and its size.
struct levels_before {
	int columns = 0;
	int rows = 0;
	level_shares darker;
	std::shared_ptr<const tone_curve> curve;
};

// Where the levels hardly differ from those before, takes them instead, so that all is toned alike: else all would
// become darker when something bright comes into the picture.
void keep_levels(draft &now, levels_before &before);

// Chooses the cells, with regard to the picture before (which is finished; or empty): the same thing drawn anew comes
// out a little different, and would flicker. So where a picture hardly differs from the one before, cells become those
// of the one before, and remember what they were drawn from, so that a slow change does not go unseen. What moves
// begins with the glyphs before. Pictures of another size have no regard to each other.
void finish(draft &now, const draft &before);

} // namespace assetc
