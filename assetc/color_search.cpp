// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "color_search.h"

#include "color_errors.h"

namespace assetc {
namespace {

// How much a cell's own samples count unblurred, beside the blurred ones: else the dots that colours are mixed of would
// be as coarse as they can.
constexpr float grain = 0.2F;

constexpr std::array<float light::*, 3> channels = {&light::red, &light::green, &light::blue};

using cell_samples = std::array<light, cell_size>;

cell_samples samples_of(const light_plane &wanted, int column, int row) {
	cell_samples result;
	for (int i = 0; i < cell_size; ++i)
		result[static_cast<std::size_t>(i)] =
			wanted.at[static_cast<std::size_t>((row * samples_down + i / samples_across) * wanted.width +
							   column * samples_across + i % samples_across)];
	return result;
}

light mean(const cell_samples &of) {
	light sum;
	for (const light &one : of)
		sum = {sum.red + one.red, sum.green + one.green, sum.blue + one.blue};
	return {sum.red / cell_size, sum.green / cell_size, sum.blue / cell_size};
}

// What stays the same of a cell, whatever it shows and whatever is around.
struct place_seen {
	cell_samples wanted;
	std::array<float, window_area> visibility;
	std::array<float, cell_size> grain_visibility;
	cell_feeling felt;
};

void feel(place_seen &here, const color_repertoire &glyphs) {
	cell_feeling &felt = here.felt;
	felt.ink.assign(glyphs.padded, 0);
	felt.whole.assign(glyphs.padded, 0);
	const float *const seen = here.visibility.data();
	const float *const grain_seen = here.grain_visibility.data();
	add_products(felt.ink.data(), seen, window_area, glyphs.squares.data(), glyphs.padded);
	add_products(felt.ink.data(), grain_seen, cell_size, glyphs.lit_squares.data(), glyphs.padded);
	add_products(felt.whole.data(), seen, window_area, glyphs.with_whole.data(), glyphs.padded);
	add_products(felt.whole.data(), grain_seen, cell_size, glyphs.lit.data(), glyphs.padded);
	for (std::size_t i = 0; i < window_area; ++i)
		felt.all += here.visibility[i] * glyphs.whole[i] * glyphs.whole[i];
	for (const float value : here.grain_visibility)
		felt.all += value;
}

place_seen look_at(const light_plane &wanted, const color_errors &errors, const color_repertoire &glyphs, int column,
		   int row) {
	place_seen here;
	here.wanted = samples_of(wanted, column, row);
	const light usual = mean(here.wanted);
	here.felt.look = looks_near(usual);
	here.visibility = errors.visibility(column, row, luminance(usual));
	for (std::size_t i = 0; i < cell_size; ++i)
		here.grain_visibility[i] = grain * here.visibility[(i / samples_across + color_reach) * window_width +
								   i % samples_across + color_reach];
	feel(here, glyphs);
	return here;
}

// What the cell should make good of the errors around, if it shows nothing yet.
void find_lack(cell_lack &lacking, const window &errors, const place_seen &here, const color_repertoire &glyphs) {
	for (std::size_t c = 0; c < 3; ++c) {
		std::array<float, window_area> seen;
		for (std::size_t i = 0; i < window_area; ++i)
			seen[i] = -here.visibility[i] * errors[c][i];
		std::array<float, cell_size> felt;
		for (std::size_t i = 0; i < cell_size; ++i)
			felt[i] = here.grain_visibility[i] * (here.wanted[i].*channels[c]);
		add_products(felt.data(), seen.data(), window_area, glyphs.blur.data(), cell_size);
		lacking.ink[c].assign(glyphs.padded, 0);
		add_products(lacking.ink[c].data(), felt.data(), cell_size, glyphs.lit.data(), glyphs.padded);
		lacking.whole.*channels[c] = 0;
		for (const float value : felt)
			lacking.whole.*channels[c] += value;
	}
}

// The errors around an empty cell if all other cells were perfect.
window errors_alone(const cell_samples &wanted, const color_repertoire &glyphs) {
	window result{};
	for (std::size_t c = 0; c < 3; ++c)
		for (std::size_t w = 0; w < window_area; ++w)
			for (std::size_t i = 0; i < cell_size; ++i)
				result[c][w] -= glyphs.blur[w * cell_size + i] * (wanted[i].*channels[c]);
	return result;
}

struct color_search {
	const light_plane &wanted;
	const color_repertoire &glyphs;
	color_offer offer;
	color_errors errors;
	std::vector<place_seen> places;
	std::vector<color_choice> chosen;
	cell_lack lacking;

	int column(std::size_t cell) const { return static_cast<int>(cell) % (wanted.width / samples_across); }
	int row(std::size_t cell) const { return static_cast<int>(cell) / (wanted.width / samples_across); }
};

void choose_each_alone(color_search &in) {
	for (std::size_t i = 0; i < in.chosen.size(); ++i) {
		in.places.push_back(look_at(in.wanted, in.errors, in.glyphs, in.column(i), in.row(i)));
		find_lack(in.lacking, errors_alone(in.places[i].wanted, in.glyphs), in.places[i], in.glyphs);
		in.chosen[i] = choose_color(in.places[i].felt, in.lacking, in.glyphs.glyphs.size(), in.offer);
	}
}

void show(color_search &in, std::size_t cell, float sign) {
	in.errors.add(blurred(in.chosen[cell], in.glyphs), in.column(cell), in.row(cell), sign);
}

void improve(color_search &in, std::size_t cell, float indulgence) {
	const cell_feeling &felt = in.places[cell].felt;
	show(in, cell, -1);
	find_lack(in.lacking, in.errors.around(in.column(cell), in.row(cell)), in.places[cell], in.glyphs);
	const color_choice better = choose_color(felt, in.lacking, in.glyphs.glyphs.size(), in.offer);
	const float threshold = indulgence * indulgence * felt.all;
	if (energy(better, felt, in.lacking) + threshold < energy(in.chosen[cell], felt, in.lacking))
		in.chosen[cell] = better;
	show(in, cell, 1);
}

} // namespace

std::vector<cell> search_colors(const light_plane &wanted, const color_repertoire &glyphs,
				const color_search_settings &settings) {
	const auto cells = static_cast<std::size_t>(wanted.width / samples_across * (wanted.height / samples_down));
	color_search search = {wanted, glyphs, make_color_offer(settings.colors), color_errors(wanted), {}, {}, {}};
	search.chosen.resize(cells);
	choose_each_alone(search);
	for (std::size_t i = 0; i < cells; ++i)
		show(search, i, 1);
	for (int pass = 0; pass < settings.passes; ++pass)
		for (std::size_t i = 0; i < cells; ++i)
			improve(search, i, settings.indulgence);
	std::vector<cell> result;
	for (const color_choice &one : search.chosen)
		result.push_back(
			{glyphs.glyphs[static_cast<std::size_t>(one.glyph)].glyph, one.ink_color, one.paper_color});
	return result;
}

} // namespace assetc
