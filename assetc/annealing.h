// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// A text that becomes more like its picture from cell to cell.
#pragma once

#include "best_text.h"

#include <vector>

namespace assetc {

// Begins with the best text there is, and goes over it again and again. In each cell the likeness itself decides
// between the few glyphs that may be better: at first a worse one may be taken now and then, since that leads to better
// texts in the end (Kirkpatrick, Gelatt, Vecchi: Optimization by Simulated Annealing, 1983). Cells that are plain
// (plain_cells.h) stay as they are; at least one is not. The same text comes out of any number of threads, 0: as many
// as there are cores.
void anneal(best_text &best, const std::vector<bool> &plain, int most_passes, unsigned threads);

} // namespace assetc
