// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// The best of the texts that were looked at.
#pragma once

#include "likeness.h"
#include "repertoire.h"

#include <vector>

namespace assetc {

struct best_text {
	const repertoire &glyphs;
	const likeness_goal &goal;
	int columns;
	std::vector<int> chosen{}; // a glyph for each cell; empty until a text was looked at
	double likeness = 0;
};

// A text that is more like its goal than all before is the best from now on. `by`, if there is one, becomes what would
// make it more like it.
void look_at(best_text &best, const std::vector<int> &chosen, pull *by);

} // namespace assetc
