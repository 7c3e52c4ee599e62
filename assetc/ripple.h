// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// What a change of a few samples changes around them. Rows are in blocks of `lanes` numbers, zeros behind the last.
#pragma once

#include "lanes.h"
#include "line_spread.h"

namespace assetc {

// Rows are spread so many at a time: there is room for as many more behind the last.
inline constexpr int rows_together = 4;

// Spreads the samples of rows, the first of which is sample `from` of its line, over `count` of what is seen, from its
// sample `first` on. The spread's margin is no less than `width` and a block.
struct line_part {
	int from;
	int width;
	int first;
	int count;
};
void spread_across(float *to, std::ptrdiff_t to_stride, const float *source, std::ptrdiff_t source_stride, int height,
		   const line_spread &spread, const line_part &part);

// Spreads rows, of `stride` numbers each, over others, which are added to; `part` is of columns.
void spread_down(float *to, const float *source, std::ptrdiff_t stride, const line_spread &spread,
		 const line_part &part);

// What rows of samples gain: themselves, squared, and times the picture; and all that in sums.
struct sample_gains {
	float *more;
	float *more_squared;
	float *more_shared;
};
struct sample_sums {
	lane_sums more{};
	lane_sums more_squared{};
	lane_sums more_shared{};
};
void change_samples(const sample_gains &gains, sample_sums &sums, const float *now, const float *before,
		    const float *picture, int count);

// How similar windows are, once a text is fitted to its picture by so much contrast and an offset; see similarity().
struct window_fit {
	float contrast;
	float offset;
};
// What windows see: of the text, its squares and its products with the picture, the means; and the picture's.
struct window_rows {
	const float *mean;
	const float *square;
	const float *shared;
	const float *picture_mean;
	const float *picture_variance;
};
void find_similar(float *similar, const window_rows &windows, const window_fit &by, std::size_t count);

// The same of a row of windows whose means change, and what they gain over `before`.
void change_similar(float *similar, lane_sums &gained, const window_rows &windows, const sample_gains &gains,
		    const float *before, const window_fit &by, int count);

// What the squared slopes of a row gain. `more` is what the text gains, its neighbours around it as in the text; a
// slope is the difference of two neighbours, times a share.
struct slope_row {
	const float *more;
	std::ptrdiff_t more_stride;
	const float *text;
	std::ptrdiff_t text_stride;
	const float *share_across;
	float share_down;
};
void change_slopes(lane_sums &gained, const slope_row &in, int count);

void add_products(lane_sums &to, const float *a, const float *b, int count);

} // namespace assetc
