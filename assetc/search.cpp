// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "search.h"

#include "every_simd.h"
#include "felt.h"

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

// The weights of a row of cells, and zeros, so that vectors take them whole.
constexpr int wide_width = 16;
static_assert(2 * wide_reach_across + 1 <= wide_width);
using wide_row = std::array<std::int32_t, wide_width>;
using wide_weights = std::array<wide_row, 2 * wide_reach_down + 1>;

// A number for each cell, with room all around for as much as an eye reaches, and on the right for what vectors add.
struct framed_cells {
	std::ptrdiff_t stride;
	std::vector<std::int32_t> at;

	framed_cells(int columns, int rows)
	    : stride(columns + wide_width - 1),
	      at(static_cast<std::size_t>(stride * (rows + 2 * wide_reach_down)) + wide_width) {}

	// The first number that a cell reaches.
	std::int32_t *corner(int column, int row) { return at.data() + row * stride + column; }
	std::int32_t &cell(int column, int row) {
		return corner(column, row)[wide_reach_down * stride + wide_reach_across];
	}
};

// A search, half way. Details are felt in samples, with a margin all around in which nobody looks; brightness in cells.
struct text_search {
	const plane &wanted;
	const repertoire &glyphs;
	int columns = 0;
	int rows = 0;
	std::vector<int> chosen;
	std::vector<cell_span> asked;       // in each row, where cells may change
	std::vector<int> wanted_brightness; // all that a cell should light, in the units of `lit`
	int stride = 0;                     // of details, a row with both margins
	std::vector<std::int16_t> details;
	framed_cells brightness;              // in parts, see wide_spread
	std::vector<std::uint8_t> is_settled; // whether a cell need not be looked at before something around changes
	const wide_weights &wide;
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

// One row of samples more, in which each cell has four.
ASSETC_EVERY_SIMD
void add_samples(float *__restrict sums, const float *__restrict from, int columns) {
	static_assert(samples_across == 4);
	for (int column = 0; column < columns; ++column, from += samples_across)
		sums[column] = sums[column] + from[0] + from[1] + from[2] + from[3];
}

void want_brightness(text_search &in) {
	std::vector<float> sums(static_cast<std::size_t>(in.columns));
	for (int row = 0; row < in.rows; ++row) {
		std::fill(sums.begin(), sums.end(), 0.0F);
		for (int y = 0; y < samples_down; ++y)
			add_samples(sums.data(), corner(in.wanted, 0, row) + y * in.wanted.width, in.columns);
		for (const float sum : sums)
			in.wanted_brightness.push_back(rounded(sum * fully_lit));
	}
}

// What is felt in an empty cell, if all others were perfect.
cell_felt lacking_alone(const text_search &in, int column, int row) {
	static const std::vector<float> weights = weights_within();
	const auto lacking = samples_of(in.wanted, column, row);
	std::array<float, cell_size> felt{};
	feel_alone(felt.data(), lacking.data(), weights.data());
	cell_felt result{};
	std::transform(felt.begin(), felt.end(), result.begin(), rounded);
	const int brightness = in.wanted_brightness[cell_at(in, column, row)];
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

// What the text lights too much in some cells of a row.
void put_errors(float *first, std::ptrdiff_t stride, const text_search &in, int row, const cell_span &cells) {
	for (int y = 0; y < samples_down; ++y) {
		const float *wanted = corner(in.wanted, cells.begin, row) + y * in.wanted.width;
		float *error = first + y * stride + cells.begin * samples_across;
		for (int column = cells.begin; column < cells.end; ++column) {
			const float *const lit =
				in.glyphs.shares(in.chosen[cell_at(in, column, row)]) + y * samples_across;
			for (int x = 0; x < samples_across; ++x)
				*error++ = lit[x] - *wanted++;
		}
	}
}

void feel_details(text_search &in) {
	thread_local detail_feeler feeler; // whose memory would take time to get for each picture
	in.stride = in.wanted.width + 2 * eye_reach;
	in.details.resize(static_cast<std::size_t>(in.stride) * (in.wanted.height + 2 * eye_reach));
	feeler.feel(in.details.data() + eye_reach * in.stride + eye_reach, in.columns, in.asked,
		    [&](float *first, std::ptrdiff_t stride, int row, const cell_span &cells) {
			    put_errors(first, stride, in, row, cells);
		    });
}

ASSETC_EVERY_SIMD
void add_wide(std::int32_t *corner, std::ptrdiff_t stride, const wide_row *weights, std::int32_t brighter) {
	for (int y = 0; y <= 2 * wide_reach_down; ++y)
		for (int x = 0; x < wide_width; ++x)
			corner[y * stride + x] += weights[y][static_cast<std::size_t>(x)] * brighter;
}

// Tells the cells around that one is so much brighter now.
void add_brightness(text_search &in, int column, int row, int brighter) {
	add_wide(in.brightness.corner(column, row), in.brightness.stride, in.wide.data(), brighter);
}

// What a row feels of another.
ASSETC_EVERY_SIMD
void feel_row(std::int32_t *__restrict to, const std::int32_t *__restrict from, const wide_row &weights, int count) {
	const wide_row by = weights; // which nothing overwrites
	for (int x = 0; x < count; ++x) {
		std::int32_t sum = to[x];
		for (int k = 0; k <= 2 * wide_reach_across; ++k)
			sum += by[static_cast<std::size_t>(k)] * from[x + k];
		to[x] = sum;
	}
}

void feel_brightness(text_search &in) {
	framed_cells brighter(in.columns, in.rows);
	for (int row = 0; row < in.rows; ++row)
		for (int column = 0; column < in.columns; ++column) {
			const std::size_t cell = cell_at(in, column, row);
			brighter.cell(column, row) = in.glyphs.brightness(in.chosen[cell]) - in.wanted_brightness[cell];
		}
	for (int row = 0; row < in.rows; ++row) {
		const auto [begin, end] = in.asked[static_cast<std::size_t>(row)];
		for (int y = 0; y <= 2 * wide_reach_down && begin < end; ++y)
			feel_row(&in.brightness.cell(begin, row), brighter.corner(begin, row + y),
				 in.wide[static_cast<std::size_t>(y)], end - begin);
	}
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
	result[wide_felt] = static_cast<std::int16_t>(in.brightness.cell(column, row) / wide_parts);
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

// Tells whether any cell changed. As a part of its only caller it would lack registers.
[[gnu::noinline]] bool improve_all(text_search &in, const text_before &before) {
	bool is_better = false;
	for (int row = 0; row < in.rows; ++row)
		for (int column = in.asked[static_cast<std::size_t>(row)].begin;
		     column < in.asked[static_cast<std::size_t>(row)].end; ++column) {
			const std::size_t cell = cell_at(in, column, row);
			const beginning how = before.begin.empty() ? beginning::anew : before.begin[cell];
			if (how != beginning::still && !in.is_settled[cell])
				is_better |= improve(in, column, row, how == beginning::as_before ? clearly_better : 0);
		}
	return is_better;
}

// Where cells may change.
std::vector<cell_span> asked_cells(const text_search &in, const text_before &before) {
	std::vector<cell_span> asked(static_cast<std::size_t>(in.rows));
	for (int row = 0; row < in.rows; ++row)
		for (int column = 0; column < in.columns; ++column)
			if (before.begin.empty() || before.begin[cell_at(in, column, row)] != beginning::still) {
				auto &cells = asked[static_cast<std::size_t>(row)];
				cells = around(cells, {column, column + 1});
			}
	return asked;
}

wide_weights weigh_brightness() {
	wide_weights result{};
	for (int y = -wide_reach_down; y <= wide_reach_down; ++y)
		for (int x = -wide_reach_across; x <= wide_reach_across; ++x)
			result[static_cast<std::size_t>(y + wide_reach_down)]
			      [static_cast<std::size_t>(x + wide_reach_across)] = wide_spread(x, y);
	return result;
}

text_search begin_search(const plane &wanted, const repertoire &glyphs) {
	static const wide_weights wide = weigh_brightness();
	const int columns = wanted.width / samples_across, rows = wanted.height / samples_down;
	return {wanted, glyphs, columns, rows, {}, {}, {}, 0, {}, {columns, rows}, {}, wide};
}

} // namespace

std::vector<int> search(const plane &wanted, const repertoire &glyphs, int passes, const text_before &before) {
	text_search search = begin_search(wanted, glyphs);
	search.chosen.resize(static_cast<std::size_t>(search.columns) * static_cast<std::size_t>(search.rows));
	search.asked = asked_cells(search, before);
	want_brightness(search);
	begin(search, before);
	if (passes == 0)
		return search.chosen;
	feel_details(search);
	feel_brightness(search);
	search.is_settled.resize(search.chosen.size());
	for (int pass = 0; pass < passes && improve_all(search, before); ++pass)
		;
	return search.chosen;
}

} // namespace assetc
