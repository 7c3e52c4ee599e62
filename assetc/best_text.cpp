// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "best_text.h"

#include "seen_text.h"

namespace assetc {

void look_at(best_text &best, const std::vector<int> &chosen, pull *by) {
	const double found = likeness(seen_from_close(chosen, best.glyphs, best.columns), best.goal, by);
	if (best.chosen.empty() || found > best.likeness) {
		best.chosen = chosen;
		best.likeness = found;
	}
}

} // namespace assetc
