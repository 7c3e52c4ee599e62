// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// A text that is looked at, and drawn again where it does not look like the picture yet.
#pragma once

#include "likeness.h"
#include "repertoire.h"

namespace assetc {

// What a text of the repertoire lights.
plane lit_by(const std::vector<int> &chosen, const repertoire &glyphs, int columns);

// How often.
struct retouching {
	int drawings = 10; // 1 or more
	int touches = 12;
};

// The glyphs of a text as search() gives them. It begins with what is wanted of each sample; each drawing is looked at,
// and the next wants more light where that makes it more like the goal. Then single cells of the best one are touched
// up in the same way. The text that is most like the goal is kept.
std::vector<int> retouch(plane wanted, const repertoire &glyphs, const likeness_goal &goal, const retouching &how = {});

} // namespace assetc
