// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// The fewest bytes that make one screen another.
#pragma once

#include "grid.h"
#include "scroll.h"
#include "terminal.h"

#include <optional>
#include <string>
#include <vector>

namespace assetc {

// Both grids are of one size, their blanks have the standard ink, and their clusters the same numbers.
struct screen_change {
	const grid &before;
	const grid &after;
	const std::vector<row_shift> &shifts; // one for each row, which must be made; `before` has them already
	std::optional<position> cursor;       // empty: it can be anywhere
	terminal on = terminal::linux_console;
};

// The bytes begin with the standard pen and end with it, the cursor below the art. Empty if nothing changes.
std::string shortest_path(const screen_change &asked);

// The move to the line below the art, or near it where the terminal may have no such line.
std::string leave_art(std::optional<position> from, int rows, int columns);

} // namespace assetc
