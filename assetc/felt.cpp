// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "felt.h"

#include "every_simd.h"
#include "repertoire.h"

#include <algorithm>

namespace assetc {
namespace {

static_assert(eye_reach <= samples_down && eye_reach <= 2 * samples_across);

framed_samples framed(int width, int height) {
	const std::ptrdiff_t stride = width + 2 * eye_reach;
	return {stride, std::vector<float>(static_cast<std::size_t>(stride * (height + 2 * eye_reach)))};
}

// Both blurs of a row at once, since they look at the same numbers.
ASSETC_EVERY_SIMD
void blur_across(float *__restrict narrow, float *__restrict wide, const float *__restrict from,
		 const tap_row &by_narrow, const tap_row &by_wide, std::size_t count) {
	const tap_row a = by_narrow, b = by_wide; // which nothing overwrites
	for (std::size_t i = 0; i < count; ++i) {
		const float *const at = from + i;
		float first = a[0] * at[0], second = b[0] * at[0];
		for (std::ptrdiff_t k = 1; k <= eye_reach; ++k) {
			const float both = at[-k] + at[k];
			first += a[static_cast<std::size_t>(k)] * both;
			second += b[static_cast<std::size_t>(k)] * both;
		}
		narrow[i] = first;
		wide[i] = second;
	}
}

// Columns of numbers that are blurred across already.
struct blurred_rows {
	const float *at;
	tap_row taps;
	float weight;
};

ASSETC_EVERY_SIMD
void blur_down(std::int16_t *__restrict to, const blurred_rows &narrow, const blurred_rows &wide, std::ptrdiff_t stride,
	       std::size_t count) {
	const blurred_rows a = narrow, b = wide;
	for (std::size_t i = 0; i < count; ++i) {
		const float *const at = a.at + i, *const bt = b.at + i;
		float first = a.taps[0] * at[0], second = b.taps[0] * bt[0];
		for (std::ptrdiff_t k = 1; k <= eye_reach; ++k) {
			first += a.taps[static_cast<std::size_t>(k)] * (at[-k * stride] + at[k * stride]);
			second += b.taps[static_cast<std::size_t>(k)] * (bt[-k * stride] + bt[k * stride]);
		}
		const float value = (a.weight * first + b.weight * second) * felt_units;
		to[i] = static_cast<std::int16_t>(static_cast<std::int32_t>(value + (value < 0 ? -0.5F : 0.5F)));
	}
}

} // namespace

cell_span around(const cell_span &a, const cell_span &b) {
	if (a.begin == a.end || b.begin == b.end)
		return a.begin == a.end ? b : a;
	return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

void felt_errors::resize(int columns, int rows) {
	if (columns == columns_ && rows == rows_)
		return;
	columns_ = columns;
	rows_ = rows;
	errors_ = narrow_ = wide_ = framed(columns * samples_across, rows * samples_down);
}

cell_span felt_errors::reached(std::span<const cell_span> asked, int row) const {
	cell_span all = asked[static_cast<std::size_t>(row)];
	if (row > 0)
		all = around(all, asked[static_cast<std::size_t>(row - 1)]);
	if (row + 1 < rows_)
		all = around(all, asked[static_cast<std::size_t>(row + 1)]);
	return all;
}

cell_span felt_errors::told(std::span<const cell_span> asked, int row) const {
	const cell_span all = reached(asked, row);
	return all.begin == all.end ? all : cell_span{std::max(all.begin - 2, 0), std::min(all.end + 2, columns_)};
}

void felt_errors::feel(std::span<const cell_span> asked, std::int16_t *to) {
	static const std::array<eye_blur, 2> blurs = eye_blurs();
	const auto each_row = [&](int row, const cell_span &cells, auto work) {
		const auto count = static_cast<std::size_t>((cells.end - cells.begin) * samples_across);
		for (int y = row * samples_down; y < (row + 1) * samples_down && count > 0; ++y)
			work(y, cells.begin * samples_across, count);
	};
	for (int row = 0; row < rows_; ++row)
		each_row(row, reached(asked, row), [&](int y, int x, std::size_t count) {
			blur_across(narrow_.row(y) + x, wide_.row(y) + x, errors_.row(y) + x, blurs[0].taps,
				    blurs[1].taps, count);
		});
	const auto stride = errors_.stride;
	for (int row = 0; row < rows_; ++row)
		each_row(row, asked[static_cast<std::size_t>(row)], [&](int y, int x, std::size_t count) {
			blur_down(to + (y + eye_reach) * stride + eye_reach + x,
				  {narrow_.row(y) + x, blurs[0].taps, blurs[0].weight},
				  {wide_.row(y) + x, blurs[1].taps, blurs[1].weight}, stride, count);
		});
}

} // namespace assetc
