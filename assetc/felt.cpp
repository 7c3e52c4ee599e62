// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "felt.h"

#include "every_simd.h"
#include "repertoire.h"

#include <algorithm>

namespace assetc {
namespace {

static_assert(eye_reach <= samples_down && eye_reach <= 2 * samples_across);

// Rows of cells that are in memory at a time: when all are there, the last two become the first.
constexpr std::size_t slots = 8;

const std::array<eye_blur, 2> &blurs() {
	static const std::array<eye_blur, 2> made = eye_blurs();
	return made;
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
struct blurred_columns {
	const float *at;
	tap_row taps;
	float weight;
};

ASSETC_EVERY_SIMD
void blur_down(std::int16_t *__restrict to, const blurred_columns &narrow, const blurred_columns &wide,
	       std::ptrdiff_t stride, std::size_t count) {
	const blurred_columns a = narrow, b = wide;
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

// The cells of a row that are felt from asked ones, there, above and below.
cell_span reached(std::span<const cell_span> asked, std::size_t row) {
	cell_span all = asked[row];
	if (row > 0)
		all = around(all, asked[row - 1]);
	if (row + 1 < asked.size())
		all = around(all, asked[row + 1]);
	return all;
}

// The cells whose errors reach some cells of a row.
cell_span reaching(const cell_span &cells, int columns) {
	return {std::max(cells.begin - 2, 0), std::min(cells.end + 2, columns)};
}

} // namespace

cell_span around(const cell_span &a, const cell_span &b) {
	if (a.begin == a.end || b.begin == b.end)
		return a.begin == a.end ? b : a;
	return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

void detail_feeler::resize(int columns) {
	const std::ptrdiff_t stride = columns * samples_across + 2 * eye_reach;
	if (stride == stride_)
		return;
	stride_ = stride;
	const auto cells = static_cast<std::size_t>(stride) * samples_down;
	errors_.assign(cells, 0.0F); // on both sides there will never be any
	blurred_ = {std::vector<float>(slots * cells), std::vector<float>(slots * cells)};
}

void detail_feeler::blur_row(const cell_span &cells, std::size_t slot) {
	const std::ptrdiff_t x = eye_reach + cells.begin * samples_across;
	const auto count = static_cast<std::size_t>((cells.end - cells.begin) * samples_across);
	const auto first = static_cast<std::ptrdiff_t>(slot) * samples_down;
	for (std::ptrdiff_t y = 0; y < samples_down; ++y)
		blur_across(blurred_.narrow.data() + (first + y) * stride_ + x,
			    blurred_.wide.data() + (first + y) * stride_ + x, errors_.data() + y * stride_ + x,
			    blurs()[0].taps, blurs()[1].taps, count);
}

void detail_feeler::feel_row(std::int16_t *to, const cell_span &cells, std::size_t slot) const {
	const std::ptrdiff_t x = cells.begin * samples_across;
	const auto count = static_cast<std::size_t>((cells.end - cells.begin) * samples_across);
	std::ptrdiff_t from = static_cast<std::ptrdiff_t>(slot) * samples_down * stride_ + eye_reach + x;
	for (int y = 0; y < samples_down && count > 0; ++y, from += stride_, to += stride_)
		blur_down(to + x, {blurred_.narrow.data() + from, blurs()[0].taps, blurs()[0].weight},
			  {blurred_.wide.data() + from, blurs()[1].taps, blurs()[1].weight}, stride_, count);
}

void detail_feeler::clear(std::size_t slot) {
	const auto cells = static_cast<std::size_t>(stride_) * samples_down;
	std::fill_n(blurred_.narrow.data() + slot * cells, cells, 0.0F);
	std::fill_n(blurred_.wide.data() + slot * cells, cells, 0.0F);
}

void detail_feeler::move_up() {
	const auto cells = static_cast<std::size_t>(stride_) * samples_down;
	for (auto *const rows : {&blurred_.narrow, &blurred_.wide})
		std::copy_n(rows->data() + (slots - 2) * cells, 2 * cells, rows->data());
}

void detail_feeler::feel(std::int16_t *to, int columns, std::span<const cell_span> asked, const error_teller &tell) {
	resize(columns);
	clear(0); // above the first row
	std::size_t slot = 1;
	for (std::size_t row = 0; row <= asked.size(); ++row, ++slot) {
		if (slot == slots) {
			move_up();
			slot = 2;
		}
		const cell_span cells = row < asked.size() ? reached(asked, row) : cell_span();
		if (row == asked.size())
			clear(slot); // below the last
		if (cells.begin < cells.end) {
			tell(errors_.data() + eye_reach, stride_, static_cast<int>(row), reaching(cells, columns));
			blur_row(cells, slot);
		}
		if (row > 0)
			feel_row(to + static_cast<std::ptrdiff_t>(row - 1) * samples_down * stride_, asked[row - 1],
				 slot - 1);
	}
}

} // namespace assetc
