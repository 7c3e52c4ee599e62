// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "draft.h"

#include "every_simd.h"
#include "search.h"

#include <algorithm>
#include <cstdlib>

namespace assetc {
namespace {

constexpr int enough_passes = 8; // mostly four are

// Of 255: what film grain and dithering change, but nothing that moves.
constexpr int small_change = 4;   // in the mean of a cell
constexpr int change_of_one = 32; // in one of its samples

// In the mean of a cell: here is something else.
constexpr int large_change = 24;

struct difference {
	int sum = 0;
	int most = 0;
};

ASSETC_EVERY_SIMD
difference compare(const std::uint8_t *now, const std::uint8_t *before, std::size_t length, std::size_t stride) {
	int sum = 0;
	int most = 0;
	for (std::size_t y = 0; y < samples_down; ++y)
		for (std::size_t i = y * stride; i < y * stride + length; ++i) {
			const int apart = std::abs(now[i] - before[i]);
			sum += apart;
			most = std::max(most, apart);
		}
	return {sum, most};
}

beginning begin_with(const difference &of, std::size_t samples) {
	const int count = static_cast<int>(samples);
	if (of.most <= change_of_one && of.sum <= small_change * count)
		return beginning::still;
	return of.sum <= large_change * count ? beginning::as_before : beginning::anew;
}

// Of each cell; and what still cells were drawn from is remembered.
std::vector<beginning> beginnings(draft &now, const draft &before) {
	const std::size_t length = static_cast<std::size_t>(samples_across) * now.bytes_a_sample;
	const std::size_t stride = length * static_cast<std::size_t>(now.cells.columns);
	std::vector<beginning> result;
	for (int row = 0; row < now.cells.rows; ++row)
		for (int column = 0; column < now.cells.columns; ++column) {
			const auto start = static_cast<std::size_t>(row) * samples_down * stride +
					   static_cast<std::size_t>(column) * length;
			std::uint8_t *const seen = now.seen.data() + start;
			const std::uint8_t *const seen_before = before.seen.data() + start;
			result.push_back(begin_with(compare(seen, seen_before, length, stride), length * samples_down));
			for (std::size_t y = 0; result.back() == beginning::still && y < samples_down; ++y)
				std::copy_n(seen_before + y * stride, length, seen + y * stride);
		}
	return result;
}

void choose_glyphs(draft &now, const text_before &before) {
	now.chosen = search(now.wanted, *now.glyphs, enough_passes, before);
	now.wanted = {};
	for (const int number : now.chosen)
		now.cells.cells.push_back({(*now.glyphs)[number].glyph, {}, {}});
}

} // namespace

void finish(draft &now, const draft &before) {
	const bool is_next = now.cells.columns == before.cells.columns && now.seen.size() == before.seen.size();
	const std::vector<beginning> begin = is_next ? beginnings(now, before) : std::vector<beginning>();
	if (now.glyphs)
		return choose_glyphs(now, {before.chosen, begin});
	for (std::size_t i = 0; i < begin.size(); ++i)
		if (begin[i] == beginning::still)
			now.cells.cells[i] = before.cells.cells[i];
}

} // namespace assetc
