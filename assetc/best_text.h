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

// What would make the text more like its goal; if it is more like it than all before, it is the best from now on.
pull look_at(best_text &best, const std::vector<int> &chosen);

} // namespace assetc
