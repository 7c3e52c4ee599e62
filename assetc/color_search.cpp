// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "color_search.h"

#include "color_errors.h"

#include <algorithm>

namespace assetc {
namespace {

constexpr std::array<float light::*, 3> channels = {&light::red, &light::green, &light::blue};

cell_window samples_of(const light_plane &wanted, int column, int row) {
	cell_window result;
	for (std::size_t i = 0; i < cell_size; ++i) {
		const auto across = static_cast<int>(i % samples_across), down = static_cast<int>(i / samples_across);
		const light &one = wanted.at[static_cast<std::size_t>((row * samples_down + down) * wanted.width +
								      column * samples_across + across)];
		for (std::size_t c = 0; c < 3; ++c)
			result[c][i] = one.*channels[c];
	}
	return result;
}

light mean(const cell_window &of) {
	light sum;
	for (std::size_t c = 0; c < 3; ++c) {
		for (const float value : of[c])
			sum.*channels[c] += value;
		sum.*channels[c] /= cell_size;
	}
	return sum;
}

// What stays the same of a cell, whatever it shows and whatever is around.
struct place_seen {
	cell_window wanted;
	window_plane visibility;
	cell_feeling felt;
};

void feel(cell_feeling &felt, const patches &visibility, const color_repertoire &glyphs) {
	felt.ink.assign(glyphs.padded, 0);
	felt.whole.assign(glyphs.padded, 0);
	add_products(felt.ink.data(), visibility.data(), patch_count, glyphs.squares.data(), glyphs.padded);
	add_products(felt.whole.data(), visibility.data(), patch_count, glyphs.with_whole.data(), glyphs.padded);
	for (std::size_t i = 0; i < patch_count; ++i)
		felt.all += visibility[i] * glyphs.whole_squares[i];
}

place_seen look_at(const light_plane &wanted, const color_errors &errors, const color_repertoire &glyphs, int column,
		   int row) {
	place_seen here;
	here.wanted = samples_of(wanted, column, row);
	const light usual = mean(here.wanted);
	here.felt.look = looks_near(usual);
	const patches visibility = errors.visibility(column, row, luminance(usual));
	for (std::size_t i = 0; i < window_area; ++i)
		here.visibility[i] = visibility[patch_of(i)];
	feel(here.felt, visibility, glyphs);
	return here;
}

// What a cell's samples should make good in one channel of the errors around, if it shows nothing yet.
cell_plane find_lack(const window_plane &errors, const window_plane &visibility, const cell_plane &wanted) {
	window_plane seen;
	for (std::size_t i = 0; i < window_area; ++i)
		seen[i] = -visibility[i] * errors[i];
	cell_plane lack = gathered(seen);
	for (std::size_t i = 0; i < cell_size; ++i)
		lack[i] += grain * visibility[in_window(i)] * wanted[i];
	return lack;
}

void find_lack(cell_lack &lacking, const window &errors, const place_seen &here, const color_repertoire &glyphs) {
	cell_window lack;
	for (std::size_t c = 0; c < 3; ++c) {
		lack[c] = find_lack(errors[c], here.visibility, here.wanted[c]);
		lacking.ink[c].assign(glyphs.padded, 0);
		lacking.whole[c] = 0;
		for (const float value : lack[c])
			lacking.whole[c] += value;
	}
	add_products({lacking.ink[0].data(), lacking.ink[1].data(), lacking.ink[2].data()},
		     {lack[0].data(), lack[1].data(), lack[2].data()}, cell_size, glyphs.lit.data(), glyphs.padded);
}

// The errors around an empty cell if all other cells were perfect.
window errors_alone(const cell_window &wanted) {
	window result;
	for (std::size_t c = 0; c < 3; ++c) {
		result[c] = blurred(wanted[c]);
		for (float &value : result[c])
			value = -value;
	}
	return result;
}

void subtract(window &from, const window &light) {
	for (std::size_t c = 0; c < 3; ++c)
		for (std::size_t i = 0; i < window_area; ++i)
			from[c][i] -= light[c][i];
}

struct color_search {
	const light_plane &wanted;
	const color_repertoire &glyphs;
	color_offer offer;
	color_errors errors;
	int columns;
	int rows;
	std::vector<place_seen> places;
	std::vector<color_choice> chosen;
	std::vector<char> is_stirred; // something around changed since the cell was chosen
	cell_lack lacking;

	int column(std::size_t cell) const { return static_cast<int>(cell) % columns; }
	int row(std::size_t cell) const { return static_cast<int>(cell) / columns; }
};

void choose_each_alone(color_search &in) {
	in.places.reserve(in.chosen.size());
	for (std::size_t i = 0; i < in.chosen.size(); ++i) {
		in.places.push_back(look_at(in.wanted, in.errors, in.glyphs, in.column(i), in.row(i)));
		find_lack(in.lacking, errors_alone(in.places[i].wanted), in.places[i], in.glyphs);
		in.chosen[i] = choose_color(in.places[i].felt, in.lacking, in.glyphs.glyphs.size(), in.offer);
	}
	for (std::size_t i = 0; i < in.chosen.size(); ++i)
		in.errors.add(shown_by(in.chosen[i], in.glyphs), in.column(i), in.row(i));
}

// All cells whose windows meet that of this one.
void stir_around(color_search &in, std::size_t cell) {
	constexpr int across = (window_width - 1) / samples_across, down = (window_height - 1) / samples_down;
	const int column = in.column(cell), row = in.row(cell);
	for (int y = std::max(0, row - down); y <= std::min(in.rows - 1, row + down); ++y)
		for (int x = std::max(0, column - across); x <= std::min(in.columns - 1, column + across); ++x)
			in.is_stirred[static_cast<std::size_t>(y * in.columns + x)] = true;
}

void improve(color_search &in, std::size_t cell, float indulgence) {
	const cell_feeling &felt = in.places[cell].felt;
	const window shown = shown_by(in.chosen[cell], in.glyphs);
	window errors = in.errors.around(in.column(cell), in.row(cell));
	subtract(errors, shown);
	find_lack(in.lacking, errors, in.places[cell], in.glyphs);
	const color_choice better = choose_color(felt, in.lacking, in.glyphs.glyphs.size(), in.offer);
	const float threshold = indulgence * indulgence * felt.all;
	if (energy(better, felt, in.lacking) + threshold < energy(in.chosen[cell], felt, in.lacking)) {
		in.chosen[cell] = better;
		window change = shown_by(better, in.glyphs);
		subtract(change, shown);
		in.errors.add(change, in.column(cell), in.row(cell));
		stir_around(in, cell);
	}
	in.is_stirred[cell] = false;
}

} // namespace

std::vector<cell> search_colors(const light_plane &wanted, const color_repertoire &glyphs,
				const color_search_settings &settings) {
	const int columns = wanted.width / samples_across, rows = wanted.height / samples_down;
	const auto cells = static_cast<std::size_t>(columns * rows);
	color_search search = {
		wanted, glyphs, make_color_offer(settings.colors), color_errors(wanted),           columns,
		rows,   {},     std::vector<color_choice>(cells),  std::vector<char>(cells, true), {}};
	choose_each_alone(search);
	for (int pass = 0; pass < settings.passes; ++pass)
		for (std::size_t i = 0; i < cells; ++i)
			if (search.is_stirred[i])
				improve(search, i, settings.indulgence);
	std::vector<cell> result;
	for (const color_choice &one : search.chosen)
		result.push_back(
			{glyphs.glyphs[static_cast<std::size_t>(one.glyph)].glyph, one.ink_color, one.paper_color});
	return result;
}

} // namespace assetc
