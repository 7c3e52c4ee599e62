// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "search.h"

#include "every_simd.h"

#include <algorithm>
#include <cmath>

namespace assetc {
namespace {

// What a glyph of the picture before must be worse by to be replaced: with it half as many cells change in a film of
// slow waves as if each picture began anew, and the text looks as much like the picture.
constexpr int clearly_better = 200;

// To the nearest whole number.
std::int16_t rounded(float value) {
	return static_cast<std::int16_t>(value + (value < 0 ? -0.5F : 0.5F));
}

// A search, half way. Details are felt in samples, with a margin all around in which nobody looks; brightness in cells.
struct text_search {
	const plane &wanted;
	const repertoire &glyphs;
	int columns = 0;
	int rows = 0;
	std::vector<int> chosen;
	int stride = 0; // of details, a row with both margins
	std::vector<std::int16_t> details;
	std::vector<std::int32_t> brightness; // in parts, see wide_spread
	std::vector<std::uint8_t> is_settled; // whether a cell need not be looked at before something around changes
	std::array<std::array<std::int32_t, 2 * wide_reach_across + 1>, 2 * wide_reach_down + 1> wide;
};

std::size_t cell_at(const text_search &in, int column, int row) {
	return static_cast<std::size_t>(row) * static_cast<std::size_t>(in.columns) + static_cast<std::size_t>(column);
}

// The first of the samples of a cell.
const float *corner(const plane &of, int column, int row) {
	return of.at.data() + static_cast<std::ptrdiff_t>(row) * samples_down * of.width + column * samples_across;
}

ASSETC_EVERY_SIMD
void feel_alone(float *felt, const float *lacking, const float *weights) {
	for (int from = 0; from < cell_size; ++from)
		for (int to = 0; to < cell_size; ++to)
			felt[to] -= lacking[from] * weights[from * cell_size + to];
}

// What each sample of a cell feels of each other.
std::vector<float> weights_within() {
	std::vector<float> result;
	for (int from = 0; from < cell_size; ++from)
		for (int to = 0; to < cell_size; ++to)
			result.push_back(static_cast<float>(felt_units *
							    eye_weight(from % samples_across - to % samples_across,
								       from / samples_across - to / samples_across)));
	return result;
}

std::array<float, cell_size> samples_of(const plane &wanted, int column, int row) {
	std::array<float, cell_size> result;
	const float *const from = corner(wanted, column, row);
	for (int y = 0; y < samples_down; ++y)
		std::copy_n(from + y * wanted.width, samples_across, result.begin() + y * samples_across);
	return result;
}

// All that a cell should light, in the units of `lit`.
int wanted_brightness(const plane &wanted, int column, int row) {
	float sum = 0;
	for (const float value : samples_of(wanted, column, row))
		sum += value;
	return rounded(sum * fully_lit);
}

// What is felt in an empty cell, if all others were perfect.
cell_felt lacking_alone(const text_search &in, int column, int row) {
	static const std::vector<float> weights = weights_within();
	const auto lacking = samples_of(in.wanted, column, row);
	std::array<float, cell_size> felt{};
	feel_alone(felt.data(), lacking.data(), weights.data());
	cell_felt result{};
	std::transform(felt.begin(), felt.end(), result.begin(), rounded);
	const int brightness = wanted_brightness(in.wanted, column, row);
	result[wide_felt] =
		static_cast<std::int16_t>(-brightness * in.wide[wide_reach_down][wide_reach_across] / wide_parts);
	return result;
}

void begin(text_search &in, const text_before &before) {
	for (int row = 0; row < in.rows; ++row)
		for (int column = 0; column < in.columns; ++column) {
			const std::size_t cell = cell_at(in, column, row);
			if (before.begin.empty() || before.begin[cell] == beginning::anew)
				in.chosen[cell] = in.glyphs.best_alone(lacking_alone(in, column, row));
			else
				in.chosen[cell] = before.chosen[cell];
		}
}

// What the text lights too much.
plane errors_of(const text_search &in) {
	plane errors = {in.wanted.width, in.wanted.height, std::vector<float>(in.wanted.at.size())};
	for (int row = 0; row < in.rows; ++row)
		for (int column = 0; column < in.columns; ++column) {
			const float *lit = in.glyphs.shares(in.chosen[cell_at(in, column, row)]);
			const float *wanted = corner(in.wanted, column, row);
			float *error = errors.at.data() + (wanted - in.wanted.at.data());
			for (int y = 0; y < samples_down; ++y) {
				for (int x = 0; x < samples_across; ++x)
					error[x] = lit[x] - wanted[x];
				lit += samples_across;
				wanted += in.wanted.width;
				error += in.wanted.width;
			}
		}
	return errors;
}

ASSETC_EVERY_SIMD
void round_row(std::int16_t *to, const float *from, int count) {
	for (int x = 0; x < count; ++x) {
		const float value = from[x] * felt_units;
		to[x] = static_cast<std::int16_t>(static_cast<std::int32_t>(value + (value < 0 ? -0.5F : 0.5F)));
	}
}

void feel_details(text_search &in) {
	in.stride = in.wanted.width + 2 * eye_reach;
	in.details.resize(static_cast<std::size_t>(in.stride) * (in.wanted.height + 2 * eye_reach));
	const plane all = felt(errors_of(in));
	for (int y = 0; y < in.wanted.height; ++y)
		round_row(in.details.data() + static_cast<std::ptrdiff_t>(y + eye_reach) * in.stride + eye_reach,
			  all.at.data() + static_cast<std::ptrdiff_t>(y) * in.wanted.width, in.wanted.width);
}

// Tells the cells around that one is so much brighter now.
void add_brightness(text_search &in, int column, int row, int brighter) {
	const int left = std::max(0, column - wide_reach_across);
	const int right = std::min(in.columns - 1, column + wide_reach_across);
	for (int y = std::max(0, row - wide_reach_down); y <= std::min(in.rows - 1, row + wide_reach_down); ++y) {
		const auto *const weights = in.wide[static_cast<std::size_t>(y - row + wide_reach_down)].data() +
					    wide_reach_across - column;
		std::int32_t *const felt = in.brightness.data() + cell_at(in, 0, y);
		for (int x = left; x <= right; ++x)
			felt[x] += weights[x] * brighter;
	}
}

void feel_brightness(text_search &in) {
	in.brightness.assign(in.chosen.size(), 0);
	for (int row = 0; row < in.rows; ++row)
		for (int column = 0; column < in.columns; ++column)
			add_brightness(in, column, row,
				       in.glyphs.brightness(in.chosen[cell_at(in, column, row)]) -
					       wanted_brightness(in.wanted, column, row));
}

std::int16_t *margin_corner(text_search &in, int column, int row) {
	return in.details.data() + static_cast<std::ptrdiff_t>(row) * samples_down * in.stride +
	       column * samples_across;
}

cell_felt felt_in(text_search &in, int column, int row) {
	cell_felt result{};
	const std::int16_t *from = margin_corner(in, column, row) + eye_reach * in.stride + eye_reach;
	for (int y = 0; y < samples_down; ++y)
		std::copy_n(from + y * in.stride, samples_across, result.begin() + y * samples_across);
	result[wide_felt] = static_cast<std::int16_t>(in.brightness[cell_at(in, column, row)] / wide_parts);
	return result;
}

ASSETC_EVERY_SIMD
void add_spread(std::int16_t *corner, int stride, const std::int16_t *put, const std::int16_t *taken) {
	for (int y = 0; y < spread_height; ++y) {
		for (int x = 0; x < spread_width; ++x)
			corner[x] = static_cast<std::int16_t>(corner[x] + put[x] - taken[x]);
		corner += stride;
		put += spread_width;
		taken += spread_width;
	}
}

// The cells that feel a change of this one have to be looked at again.
void unsettle_around(text_search &in, int column, int row) {
	constexpr int across = (eye_reach + samples_across - 1) / samples_across;
	constexpr int down = (eye_reach + samples_down - 1) / samples_down;
	for (int y = std::max(0, row - down); y <= std::min(in.rows - 1, row + down); ++y)
		for (int x = std::max(0, column - across); x <= std::min(in.columns - 1, column + across); ++x)
			in.is_settled[cell_at(in, x, y)] = false;
}

// Tells whether the cell changed.
bool improve(text_search &in, int column, int row, int threshold) {
	const std::size_t cell = cell_at(in, column, row);
	in.is_settled[cell] = true;
	const int present = in.chosen[cell];
	const int better = in.glyphs.best(felt_in(in, column, row), present, threshold);
	if (better == present)
		return false;
	add_spread(margin_corner(in, column, row), in.stride, in.glyphs.spread(better).data(),
		   in.glyphs.spread(present).data());
	add_brightness(in, column, row, in.glyphs.brightness(better) - in.glyphs.brightness(present));
	unsettle_around(in, column, row);
	in.is_settled[cell] = true;
	in.chosen[cell] = better;
	return true;
}

// Tells whether any cell changed.
bool improve_all(text_search &in, const text_before &before) {
	bool is_better = false;
	for (int row = 0; row < in.rows; ++row)
		for (int column = 0; column < in.columns; ++column) {
			const std::size_t cell = cell_at(in, column, row);
			const beginning how = before.begin.empty() ? beginning::anew : before.begin[cell];
			if (how != beginning::still && !in.is_settled[cell])
				is_better |= improve(in, column, row, how == beginning::as_before ? clearly_better : 0);
		}
	return is_better;
}

} // namespace

std::vector<int> search(const plane &wanted, const repertoire &glyphs, int passes, const text_before &before) {
	text_search search = {
		wanted, glyphs, wanted.width / samples_across, wanted.height / samples_down, {}, 0, {}, {}, {}, {}};
	const auto cells = static_cast<std::size_t>(search.columns) * static_cast<std::size_t>(search.rows);
	search.chosen.resize(cells);
	for (int y = -wide_reach_down; y <= wide_reach_down; ++y)
		for (int x = -wide_reach_across; x <= wide_reach_across; ++x)
			search.wide[static_cast<std::size_t>(y + wide_reach_down)]
				   [static_cast<std::size_t>(x + wide_reach_across)] = wide_spread(x, y);
	begin(search, before);
	if (passes == 0)
		return search.chosen;
	feel_details(search);
	feel_brightness(search);
	search.is_settled.resize(cells);
	for (int pass = 0; pass < passes && improve_all(search, before); ++pass)
		;
	return search.chosen;
}

} // namespace assetc
