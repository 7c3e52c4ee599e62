// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "scroll.h"

#include <algorithm>
#include <cstdlib>
#include <span>
#include <string_view>
#include <type_traits>
#include <unordered_map>

namespace assetc {

namespace {

constexpr int farthest_row_shift = 16;
constexpr int cost_of_line_shift = 14; // in bytes, about
constexpr int cost_of_row_shift = 5;

bool is_blank(const cell &shown) {
	return shown == cell{};
}

bool is_half_of_wide(const cell &shown) {
	return shown.glyph == wide_tail;
}

// About how many bytes it takes to make one row the other: what differs, and moves between.
int distance(std::span<const cell> before, std::span<const cell> after) {
	constexpr int cost_of_move = 4;
	int cost = 0, gap = cost_of_move;
	for (std::size_t i = 0; i < after.size(); ++i)
		if (before[i] == after[i]) {
			++gap;
		} else {
			cost += 1 + std::min(gap, cost_of_move);
			gap = 0;
		}
	return cost;
}

bool can_shift(std::span<const cell> row, int count) {
	if (std::any_of(row.begin(), row.end(), is_half_of_wide))
		return false;
	// What is pushed out to the right may stay in sight on a wide terminal.
	return count > 0 || std::all_of(row.end() + count, row.end(), is_blank);
}

row_shift find_row_shift(const grid &before, const grid &after, int row) {
	const auto from = row_of(before, row), to = row_of(after, row);
	const auto first = std::mismatch(from.begin(), from.end(), to.begin()).first;
	row_shift best{static_cast<int>(first - from.begin()), 0};
	int least = distance(from, to) - cost_of_row_shift;
	const int farthest = std::min(farthest_row_shift, before.columns - best.column - 1);
	grid tried{before.columns, 1, {}, {}};
	for (int count = -farthest; count <= farthest && least > 0; ++count) {
		if (count == 0 || !can_shift(from, count))
			continue;
		tried.cells.assign(from.begin(), from.end());
		shift_row(tried, 0, {best.column, count});
		if (const int cost = distance(tried.cells, to); cost < least) {
			least = cost;
			best.count = count;
		}
	}
	return best;
}

std::string_view bytes_of(std::span<const cell> row) {
	static_assert(std::has_unique_object_representations_v<cell>);
	return {reinterpret_cast<const char *>(row.data()), row.size_bytes()};
}

// The rows of two grids as numbers, so that equal ones are found without looking at their cells again.
class numbered_rows {
public:
	numbered_rows(const grid &from, const grid &to) {
		for (int row = 0; row < to.rows; ++row) {
			before.push_back(number_of(row_of(from, row)));
			after.push_back(number_of(row_of(to, row)));
			gain.push_back(before.back() == after.back() ? 0
								     : distance(row_of(from, row), row_of(to, row)));
		}
	}

	std::vector<std::size_t> before, after;
	std::vector<int> gain; // of a row that is made right

private:
	std::unordered_map<std::string_view, std::size_t> known;

	std::size_t number_of(std::span<const cell> row) {
		return known.try_emplace(bytes_of(row), known.size()).first->second;
	}
};

// What the rows that a shift by `count` makes right are worth, and the first and last of them.
struct match {
	int gain = 0;
	int first = -1;
	int last = -1;
};

match match_lines(const numbered_rows &in, int count) {
	match found;
	const auto rows = static_cast<int>(in.after.size());
	for (int row = std::max(0, -count); row < std::min(rows, rows - count); ++row) {
		const auto here = static_cast<std::size_t>(row);
		if (in.gain[here] == 0 || in.after[here] != in.before[here + static_cast<std::size_t>(count)])
			continue;
		found.gain += in.gain[here];
		found.first = found.first < 0 ? row : found.first;
		found.last = row;
	}
	return found;
}

} // namespace

std::vector<row_shift> find_row_shifts(const grid &before, const grid &after) {
	std::vector<row_shift> shifts;
	for (int row = 0; row < after.rows; ++row)
		shifts.push_back(find_row_shift(before, after, row));
	return shifts;
}

line_shift find_line_shift(const grid &before, const grid &after) {
	const numbered_rows rows(before, after);
	line_shift best;
	int most = cost_of_line_shift;
	for (int count = 1 - after.rows; count < after.rows; ++count) {
		if (count == 0)
			continue;
		const auto found = match_lines(rows, count);
		if (found.gain <= most)
			continue;
		most = found.gain;
		best = {std::min(found.first, found.first + count), std::max(found.last, found.last + count) + 1,
			count};
	}
	return best;
}

void shift_row(grid &of, int row, const row_shift &by) {
	const auto begin = of.cells.begin() + static_cast<std::ptrdiff_t>(row) * of.columns;
	const auto first = begin + by.column, end = begin + of.columns;
	if (by.count > 0)
		std::fill(std::shift_left(first, end, by.count), end, cell{});
	else if (by.count < 0)
		std::fill(first, std::shift_right(first, end, -by.count), cell{});
}

void shift_lines(grid &of, const line_shift &by) {
	const auto first = of.cells.begin() + static_cast<std::ptrdiff_t>(by.top) * of.columns;
	const auto end = of.cells.begin() + static_cast<std::ptrdiff_t>(by.bottom) * of.columns;
	const auto cells = static_cast<std::ptrdiff_t>(std::abs(by.count)) * of.columns;
	if (by.count > 0)
		std::fill(std::shift_left(first, end, cells), end, cell{});
	else
		std::fill(first, std::shift_right(first, end, cells), cell{});
}

std::string shift_sequence(const row_shift &by) {
	return control(by.count > 0 ? 'P' : '@', std::abs(by.count));
}

// Deleting lines pulls up all that is below them, and inserting pushes it down: one after the other, they move only
// what is between. Below the art all is blank.
line_shift_sequence shift_sequence(const line_shift &by, int rows, int columns) {
	const int count = std::abs(by.count);
	const position deletes{by.count > 0 ? by.top : by.bottom - count, 0};
	const position inserts{by.count > 0 ? by.bottom - count : by.top, 0};
	line_shift_sequence told{move_cursor({}, deletes, columns) + control('M', count), deletes};
	if (by.count > 0 && by.bottom == rows)
		return told;
	told.bytes += move_cursor(told.cursor, inserts, columns) + control('L', count);
	told.cursor = inserts;
	return told;
}

} // namespace assetc
