// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Another glyph in one cell, and what that changes as it is seen from one distance.
#pragma once

#include "distance_seen.h"
#include "glyph_view.h"

namespace assetc {

// In blocks, row by row.
struct way_change {
	std::vector<float> text;    // as it becomes
	std::vector<float> windows; // what their means gain: of the text, squared, and shared
	std::vector<float> similar; // as it becomes
	text_sums sums;
};

struct distance_change {
	box samples;
	box windows;
	std::vector<float> lighter;
	std::array<way_change, 2> ways;         // as light, as codes
	std::vector<float> gains, rows, slopes; // room to work in
};

// What gets lighter around a cell, seen from the first distance: `left` and `top` are of the first sample of its view.
void change_close(distance_change &change, const frame &samples, const glyph_view &then, const glyph_view &now,
		  int left, int top);

// And from another, of which that is the one before.
void change_far(distance_change &change, const distance_change &closer, const distance_seen &in);

// What that gains; and works out all of the change.
double gain_of(distance_change &change, const distance_seen &in);

// Makes it.
void take(const distance_change &change, distance_seen &in);

} // namespace assetc
