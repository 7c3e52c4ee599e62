// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// What a terminal can shift by itself: lines up and down, and the rest of a row left and right.
#pragma once

#include "grid.h"
#include "terminal.h"

#include <string>
#include <vector>

namespace assetc {

// The cells of a row from `column` on go to the left by `count`, or to the right by -count; blanks take the room.
struct row_shift {
	int column = 0;
	int count = 0; // 0: none
};

// The lines from top to bottom (not included) go up by `count`, or down by -count; blanks take the room.
struct line_shift {
	int top = 0;
	int bottom = 0;
	int count = 0;
};

// For each row the shift that makes it most like the other's, where that seems to save bytes.
std::vector<row_shift> find_row_shifts(const grid &before, const grid &after);

// The shift of lines that makes most rows alike; its count is 0 where none seems to save bytes.
line_shift find_line_shift(const grid &before, const grid &after);

void shift_row(grid &of, int row, const row_shift &by);
void shift_lines(grid &of, const line_shift &by);

// The sequence for a shift at the cursor, which stands at its column, in a pen with the standard paper.
std::string shift_sequence(const row_shift &by);

// The sequences for a shift of lines on a screen whose cursor is anywhere, in the standard pen; and where they leave
// the cursor.
struct line_shift_sequence {
	std::string bytes;
	position cursor;
};
line_shift_sequence shift_sequence(const line_shift &by, int rows, int columns);

} // namespace assetc
