// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "draft.h"

#include "every_simd.h"
#include "retouch.h"
#include "search.h"

#include <algorithm>

namespace assetc {
namespace {

constexpr int enough_passes = 8; // mostly four are

// Of 255: what film grain and dithering change, but nothing that moves.
constexpr int small_change = 4;   // in the mean of a cell
constexpr int change_of_one = 32; // in one of its samples

// Of 1, between the levels of two pictures: what something does that moves through the picture, but no cut.
constexpr float small_distance = 0.1F;

// In the mean of a cell: here is something else.
constexpr int large_change = 24;

struct difference {
	int sum = 0;
	int most = 0;
};

// Of samples above each other.
struct column_differences {
	std::vector<std::uint16_t> sums;
	std::vector<std::uint8_t> most;
};

// Of a row of cells, whose samples are in rows of `length` bytes.
ASSETC_EVERY_SIMD
void compare_rows(std::uint16_t *__restrict sums, std::uint8_t *__restrict most, const std::uint8_t *now,
		  const std::uint8_t *before, std::size_t length) {
	for (std::size_t y = 0; y < samples_down; ++y)
		for (std::size_t i = 0; i < length; ++i) {
			const std::uint8_t a = now[y * length + i], b = before[y * length + i];
			const auto apart = static_cast<std::uint8_t>(std::max(a, b) - std::min(a, b));
			sums[i] = static_cast<std::uint16_t>(sums[i] + apart);
			most[i] = std::max(most[i], apart);
		}
}

difference of_cell(const column_differences &in, std::size_t first, std::size_t length) {
	difference result;
	for (std::size_t i = first; i < first + length; ++i) {
		result.sum += in.sums[i];
		result.most = std::max<int>(result.most, in.most[i]);
	}
	return result;
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
	result.reserve(static_cast<std::size_t>(now.cells.columns) * static_cast<std::size_t>(now.cells.rows));
	column_differences apart;
	for (int row = 0; row < now.cells.rows; ++row) {
		std::uint8_t *const seen = now.seen.data() + static_cast<std::size_t>(row) * samples_down * stride;
		const std::uint8_t *const seen_before = before.seen.data() + (seen - now.seen.data());
		apart.sums.assign(stride, 0);
		apart.most.assign(stride, 0);
		compare_rows(apart.sums.data(), apart.most.data(), seen, seen_before, stride);
		for (std::size_t start = 0; start < stride; start += length) {
			result.push_back(begin_with(of_cell(apart, start, length), length * samples_down));
			for (std::size_t y = 0; result.back() == beginning::still && y < samples_down; ++y)
				std::copy_n(seen_before + start + y * stride, length, seen + start + y * stride);
		}
	}
	return result;
}

void finish_text(draft &now, const draft &before, bool is_next) {
	const text_before regard = {before.chosen, is_next ? beginnings(now, before) : std::vector<beginning>()};
	now.chosen = now.goal ? retouch(std::move(now.wanted), *now.glyphs, *now.goal, {}, now.settings.jobs)
			      : search(now.wanted, *now.glyphs, enough_passes, regard);
	now.wanted = {};
	now.goal = {};
	now.cells.cells.reserve(now.chosen.size());
	for (const int number : now.chosen)
		now.cells.cells.push_back({(*now.glyphs)[number].glyph, {}, {}});
}

void finish_colors(draft &now, const draft &before) {
	const std::vector<beginning> begin = beginnings(now, before);
	for (std::size_t i = 0; i < begin.size(); ++i)
		if (begin[i] == beginning::still)
			now.cells.cells[i] = before.cells.cells[i];
}

} // namespace

void keep_levels(draft &now, levels_before &before) {
	if (!now.glyphs)
		return;
	const bool is_next = now.cells.columns == before.columns && now.cells.rows == before.rows;
	if (!is_next || distance(now.darker, before.darker) >= small_distance) {
		const auto curve =
			std::make_shared<const tone_curve>(make_tone_curve(now.darker, now.settings, now.recipe));
		before = {now.cells.columns, now.cells.rows, now.darker, curve};
	}
	now.darker = before.darker;
	now.curve = before.curve;
}

void finish(draft &now, const draft &before) {
	const bool is_next = now.cells.columns == before.cells.columns && now.cells.rows == before.cells.rows &&
			     now.bytes_a_sample == before.bytes_a_sample;
	if (now.glyphs)
		finish_text(now, before, is_next);
	else if (is_next)
		finish_colors(now, before);
}

} // namespace assetc
