// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// What the eye feels of details, in the cells of which it is asked: the others cost nothing.
#pragma once

#include "eye.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace assetc {

// The cells of a row that something is asked of; those between two of them are asked, too.
struct cell_span {
	int begin = 0;
	int end = 0;
};

// What is around both.
cell_span around(const cell_span &a, const cell_span &b);

// Puts the errors of a row of cells, those of some of them, where its samples are: rows that lie so far apart.
using error_teller = std::function<void(float *first, std::ptrdiff_t stride, int row, const cell_span &cells)>;

// Works out what is felt. Some rows are in memory at a time, and can be used again.
class detail_feeler {
public:
	// What is felt in the cells that are asked for, of each row; in felt units. `to` is the first of all samples,
	// with room on all sides for as much as an eye reaches.
	void feel(std::int16_t *to, int columns, std::span<const cell_span> asked, const error_teller &tell);

private:
	// Rows of cells, one of which stands above and one below those that are felt.
	struct blurred_rows {
		std::vector<float> narrow;
		std::vector<float> wide;
	};
	void resize(int columns);
	void blur_row(const cell_span &cells, std::size_t slot);
	void feel_row(std::int16_t *to, const cell_span &cells, std::size_t slot) const;
	void clear(std::size_t slot);
	void move_up();

	std::ptrdiff_t stride_ = 0;
	std::vector<float> errors_; // of one row of cells
	blurred_rows blurred_;      // of a few of them, across
};

} // namespace assetc
