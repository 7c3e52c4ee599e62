// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// A text that is looked at, and drawn again where it does not look like the picture yet.
#pragma once

#include "likeness.h"
#include "repertoire.h"

namespace assetc {

// How often.
struct retouching {
	int drawings = 8; // 1 or more
	int passes = 30;  // from cell to cell, of a text that is not large
};

// The glyphs of a text as search() gives them. It begins with what is wanted of each sample; each drawing is looked at,
// and the next wants more light where that makes it more like the goal. The best one is annealed (annealing.h). Where
// the picture is plain (plain_cells.h) the glyphs stay as search() has them, mostly all the same: others could come
// closer to its tone, but what moves the eye there is not the picture. The same text comes out of any number of
// threads, 0: as many as there are cores.
std::vector<int> retouch(plane wanted, const repertoire &glyphs, const likeness_goal &goal, const retouching &how = {},
			 unsigned threads = 1);

} // namespace assetc
