// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "settling.h"

#include <algorithm>
#include <cstdlib>

namespace assetc {
namespace {

// Of 255: what film grain and dithering change, but nothing that moves.
constexpr int small_change = 4;   // in the mean of a cell
constexpr int change_of_one = 32; // in one of its samples

struct cell_of_samples {
	std::size_t start;  // of its first sample
	std::size_t length; // of one of its rows, in bytes
	std::size_t stride; // from row to row
};

cell_of_samples find_cell(const drawn_picture &in, int column, int row) {
	const std::size_t length = static_cast<std::size_t>(samples_across) * in.bytes_a_sample;
	const std::size_t stride = length * static_cast<std::size_t>(in.cells.columns);
	return {static_cast<std::size_t>(row) * samples_down * stride + static_cast<std::size_t>(column) * length,
		length, stride};
}

bool hardly_differs(const drawn_picture &now, const drawn_picture &before, const cell_of_samples &at) {
	int sum = 0;
	int most = 0;
	for (std::size_t y = 0; y < samples_down; ++y)
		for (std::size_t i = at.start + y * at.stride; i < at.start + y * at.stride + at.length; ++i) {
			const int apart = std::abs(now.seen[i] - before.seen[i]);
			sum += apart;
			most = std::max(most, apart);
		}
	return most <= change_of_one && sum <= small_change * samples_down * static_cast<int>(at.length);
}

} // namespace

void settle(drawn_picture &now, const drawn_picture &before) {
	if (now.cells.columns != before.cells.columns || now.seen.size() != before.seen.size())
		return;
	for (int row = 0; row < now.cells.rows; ++row)
		for (int column = 0; column < now.cells.columns; ++column) {
			const cell_of_samples at = find_cell(now, column, row);
			if (!hardly_differs(now, before, at))
				continue;
			now.cells.at(column, row) = before.cells.at(column, row);
			for (std::size_t y = 0; y < samples_down; ++y)
				std::copy_n(before.seen.begin() + static_cast<std::ptrdiff_t>(at.start + y * at.stride),
					    at.length,
					    now.seen.begin() + static_cast<std::ptrdiff_t>(at.start + y * at.stride));
		}
}

void settling::put(std::size_t number, drawn_picture picture) {
	const std::lock_guard lock(mutex_);
	waiting_.emplace(number, std::move(picture));
	for (auto found = waiting_.find(next_); found != waiting_.end(); found = waiting_.find(++next_)) {
		settle(found->second, before_);
		receive_(next_, found->second.cells);
		before_ = std::move(found->second);
		waiting_.erase(found);
	}
}

} // namespace assetc
