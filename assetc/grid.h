// SPDX-License-Identifier: GPL-2.0-or-later
// A grid: the cells of one picture, as a terminal would show them.
#pragma once

#include "color.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace assetc {

// One place on the screen. A glyph that is two columns wide stands in its left cell; the cell to its
// right then has the glyph `wide_tail`.
struct cell {
	char32_t glyph = U' '; // a code point, or cluster_base + i for the i-th of the grid's clusters
	color ink;
	color paper;
	friend constexpr bool operator==(const cell &, const cell &) = default;
};

inline constexpr char32_t wide_tail = 0;
inline constexpr char32_t cluster_base = 0x110000; // the first number that is no code point

// Cells row by row from the top left; cells.size() == columns * rows.
struct grid {
	int columns = 0;
	int rows = 0;
	std::vector<cell> cells;
	std::vector<std::u32string> clusters; // glyphs of several code points (marks, joined emoji)

	cell &at(int column, int row) { return cells[static_cast<std::size_t>(row) * columns + column]; }
	const cell &at(int column, int row) const { return cells[static_cast<std::size_t>(row) * columns + column]; }
};

inline std::span<const cell> row_of(const grid &of, int row) {
	return std::span(of.cells).subspan(static_cast<std::size_t>(row) * of.columns, of.columns);
}

// The columns of a row but for blanks at its end, whose ink is not seen.
inline std::size_t columns_used(std::span<const cell> row) {
	auto used = row.size();
	while (used > 0 && row[used - 1].glyph == U' ' && row[used - 1].paper == color{})
		--used;
	return used;
}

} // namespace assetc
