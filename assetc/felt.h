// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// What the eye feels of details, in the cells of which it is asked: the others cost nothing.
#pragma once

#include "eye.h"

#include <cstddef>
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

// Samples, with room on all sides for as much as an eye reaches.
struct framed_samples {
	std::ptrdiff_t stride = 0;
	std::vector<float> at;

	float *row(int y) { return at.data() + (y + eye_reach) * stride + eye_reach; }
};

// Errors, in samples, and what is made of them.
class felt_errors {
public:
	// For so many cells. What was there before is forgotten only where the size changes.
	void resize(int columns, int rows);

	// Of a row of samples. To be told wherever `told` says.
	float *errors(int y) { return errors_.row(y); }

	// The cells of a row whose errors must be known, if so much is asked of all rows.
	cell_span told(std::span<const cell_span> asked, int row) const;

	// What is felt in the cells that are asked for, in felt units. `to` are the numbers of all samples, framed as
	// the errors are.
	void feel(std::span<const cell_span> asked, std::int16_t *to);

private:
	// The cells of a row that are felt from asked ones above and below.
	cell_span reached(std::span<const cell_span> asked, int row) const;

	int columns_ = 0;
	int rows_ = 0;
	framed_samples errors_;
	framed_samples narrow_; // blurred across, by either blur
	framed_samples wide_;
};

} // namespace assetc
