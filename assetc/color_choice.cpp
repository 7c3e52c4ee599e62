// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "color_choice.h"

#include "every_simd.h"

#include <algorithm>

namespace assetc {
namespace {

constexpr float beyond = 1e30F;

// Errors that look smaller than this are no reason to prefer another glyph.
constexpr float unseen = 0.1F;

float dot(light a, light b) {
	return a.red * b.red + a.green * b.green + a.blue * b.blue;
}

light combine(float p, light a, float q, light b) {
	return {p * a.red + q * b.red, p * a.green + q * b.green, p * a.blue + q * b.blue};
}

light clamped(light of) {
	return {std::clamp(of.red, 0.0F, 1.0F), std::clamp(of.green, 0.0F, 1.0F), std::clamp(of.blue, 0.0F, 1.0F)};
}

// One glyph's energy as a function of its ink and its paper.
struct form {
	float ink_ink = 0;
	float ink_paper = 0;
	float paper_paper = 0;
	light lacking_ink;
	light lacking_paper;
};

form form_of(std::size_t glyph, const cell_feeling &felt, const cell_lack &lacking) {
	form result;
	result.ink_ink = felt.ink[glyph];
	result.ink_paper = felt.whole[glyph] - felt.ink[glyph];
	result.paper_paper = felt.all - felt.whole[glyph] - result.ink_paper;
	result.lacking_ink = {lacking.ink[0][glyph], lacking.ink[1][glyph], lacking.ink[2][glyph]};
	const light whole = {lacking.whole[0], lacking.whole[1], lacking.whole[2]};
	result.lacking_paper = combine(1, whole, -1, result.lacking_ink);
	return result;
}

form seen_through(const looks &look, form of) {
	of.lacking_ink = look(of.lacking_ink);
	of.lacking_paper = look(of.lacking_paper);
	return of;
}

// Everything as it looks.
float energy(const form &of, light ink, light paper) {
	return of.ink_ink * dot(ink, ink) + 2 * of.ink_paper * dot(ink, paper) + of.paper_paper * dot(paper, paper) -
	       2 * (dot(ink, of.lacking_ink) + dot(paper, of.lacking_paper));
}

// A glyph whose sides can hardly be told apart, by the determinant of its form, relative to the whole cell's.
constexpr float one_sided = 1e-5F;

struct two_lights {
	light ink;
	light paper;
};

// The ink and the paper of least energy, were everything possible; the same in light and as it looks.
two_lights solve(const form &of, float all) {
	const float determinant = of.ink_ink * of.paper_paper - of.ink_paper * of.ink_paper;
	if (determinant < one_sided * all * all) {
		const light both = combine(1 / all, of.lacking_ink, 1 / all, of.lacking_paper);
		return {both, both};
	}
	const float scale = 1 / determinant;
	return {combine(scale * of.paper_paper, of.lacking_ink, -scale * of.ink_paper, of.lacking_paper),
		combine(scale * of.ink_ink, of.lacking_paper, -scale * of.ink_paper, of.lacking_ink)};
}

// So many glyphs are looked at together; they are stored channel by channel.
constexpr std::size_t batch_size = 32;
using batch = std::array<float, batch_size>;
using batch_of_lights = std::array<batch, 3>;

// What takes the lacking ink to the ideal ink, the lacking paper to the ideal paper, and either to the other.
struct batch_of_solutions {
	batch ink;
	batch paper;
	batch across;
};

// As solve does it.
[[gnu::always_inline]] inline void solve(batch_of_solutions &to, const float *ink, const float *whole, float all) {
	const float least = one_sided * all * all;
	for (std::size_t k = 0; k < batch_size; ++k) {
		const float ink_paper = whole[k] - ink[k];
		const float paper_paper = all - whole[k] - ink_paper;
		const float determinant = ink[k] * paper_paper - ink_paper * ink_paper;
		const bool has_sides = determinant >= least;
		const float scale = 1 / (has_sides ? determinant : all);
		to.ink[k] = has_sides ? scale * paper_paper : scale;
		to.paper[k] = has_sides ? scale * ink[k] : scale;
		to.across[k] = has_sides ? -scale * ink_paper : scale;
	}
}

// The ideal lights of one channel, brought between two limits; and what energy has of them: its product with the ink
// and the paper, added up, is the energy.
struct batch_of_pairs {
	batch_of_lights ink;
	batch_of_lights paper;
	batch_of_lights of_ink;
	batch_of_lights of_paper;
};

[[gnu::always_inline]] inline float bring(float value, float least, float most) {
	value = value < least ? least : value;
	return value > most ? most : value;
}

[[gnu::always_inline]] inline void pair_up(batch_of_pairs &to, std::size_t channel, const batch_of_solutions &by,
					   const cell_feeling &felt, const cell_lack &lacking, std::size_t first,
					   float least, float most) {
	const float *const ink_felt = felt.ink.data() + first, *const whole_felt = felt.whole.data() + first;
	const float *const lacking_ink = lacking.ink[channel].data() + first;
	for (std::size_t k = 0; k < batch_size; ++k) {
		const float lacking_paper = lacking.whole[channel] - lacking_ink[k];
		const float ink = bring(by.ink[k] * lacking_ink[k] + by.across[k] * lacking_paper, least, most);
		const float paper = bring(by.paper[k] * lacking_paper + by.across[k] * lacking_ink[k], least, most);
		const float both = whole_felt[k] - ink_felt[k];
		to.ink[channel][k] = ink;
		to.paper[channel][k] = paper;
		to.of_ink[channel][k] = ink_felt[k] * ink + 2 * both * paper - 2 * lacking_ink[k];
		to.of_paper[channel][k] = (felt.all - whole_felt[k] - both) * paper - 2 * lacking_paper;
	}
}

// energies[k] becomes that of the glyph k with its ideal colours, each channel of them brought between two limits.
ASSETC_EVERY_SIMD
void find_energies(float *energies, std::size_t count, const cell_feeling &felt, const cell_lack &lacking, float least,
		   float most) {
	const std::array<light, 3> axes = {felt.look({1, 0, 0}), felt.look({0, 1, 0}), felt.look({0, 0, 1})};
	batch_of_solutions by;
	batch_of_pairs pairs;
	for (std::size_t first = 0; first < count; first += batch_size) {
		solve(by, felt.ink.data() + first, felt.whole.data() + first, felt.all);
		for (std::size_t c = 0; c < 3; ++c)
			pair_up(pairs, c, by, felt, lacking, first, least, most);
		batch sum{};
		for (std::size_t c = 0; c < 3; ++c)
			for (std::size_t d = 0; d < 3; ++d) {
				const float share = dot(axes[c], axes[d]);
				for (std::size_t k = 0; k < batch_size; ++k)
					sum[k] += share * (pairs.ink[c][k] * pairs.of_ink[d][k] +
							   pairs.paper[c][k] * pairs.of_paper[d][k]);
			}
		std::copy(sum.begin(), sum.end(), energies + first);
	}
}

ASSETC_EVERY_SIMD
float least_of(const float *energies, std::size_t count) {
	batch least;
	std::copy_n(energies, batch_size, least.begin());
	for (std::size_t first = batch_size; first < count; first += batch_size)
		for (std::size_t k = 0; k < batch_size; ++k)
			least[k] = energies[first + k] < least[k] ? energies[first + k] : least[k];
	return *std::min_element(least.begin(), least.end());
}

// Of glyphs the one of least energy, the first of several. Whole batches; those that are none have none.
std::size_t find_least(const std::vector<float> &energies) {
	const float least = least_of(energies.data(), energies.size());
	return static_cast<std::size_t>(std::find(energies.begin(), energies.end(), least) - energies.begin());
}

// The energies of all glyphs, for this thread until it asks again.
std::vector<float> &energies_of_all(const cell_feeling &felt, const cell_lack &lacking, std::size_t glyphs, float least,
				    float most) {
	thread_local std::vector<float> energies;
	energies.resize(felt.ink.size());
	find_energies(energies.data(), energies.size(), felt, lacking, least, most);
	std::fill(energies.begin() + static_cast<std::ptrdiff_t>(glyphs), energies.end(), beyond);
	return energies;
}

light exact(light wanted, color &as) {
	const rgb8 code = to_code(wanted);
	as = color::rgb(code.red, code.green, code.blue);
	return to_light(code);
}

color_choice choose_of_all(const cell_feeling &felt, const cell_lack &lacking, std::size_t glyphs) {
	auto &energies = energies_of_all(felt, lacking, glyphs, 0, 1);
	energies[0] -= unseen * unseen * felt.all;
	const std::size_t glyph = find_least(energies);
	const two_lights found = solve(form_of(glyph, felt, lacking), felt.all);
	color_choice best;
	best.glyph = static_cast<int>(glyph);
	best.ink = exact(clamped(found.ink), best.ink_color);
	best.paper = exact(clamped(found.paper), best.paper_color);
	return best;
}

struct pair_found {
	float energy = beyond;
	std::size_t glyph = 0;
	std::size_t ink = 0;
	std::size_t paper = 0;
};

// The glyph with all pairs of colours that are near its ideal ones.
void try_pairs(pair_found &best, std::size_t glyph, const cell_feeling &felt, const cell_lack &lacking,
	       const colors_seen &offered, const color_offer &from) {
	const form here = form_of(glyph, felt, lacking), with = seen_through(felt.look, here);
	const two_lights ideal = solve(here, felt.all);
	const near_colors inks = find_near(from, offered, from.lights.size(), ideal.ink, felt.look);
	const near_colors papers = find_near(from, offered, from.papers, ideal.paper, felt.look);
	for (std::size_t i = 0; i < inks.count * papers.count; ++i) {
		const std::size_t ink = inks.numbers[i % inks.count], paper = papers.numbers[i / inks.count];
		const float cost = energy(with, offered[ink], offered[paper]);
		if (cost < best.energy)
			best = {cost, glyph, ink, paper};
	}
}

// With its ideal colours a glyph has the least energy that it can have: when that of all others is more than what was
// found, the search is over.
color_choice choose_offered(const cell_feeling &felt, const cell_lack &lacking, std::size_t glyphs,
			    const color_offer &from) {
	const colors_seen offered = see(from, felt.look);
	auto &bounds = energies_of_all(felt, lacking, glyphs, -beyond, beyond);
	pair_found best;
	try_pairs(best, 0, felt, lacking, offered, from);
	best.energy -= unseen * unseen * felt.all;
	bounds[0] = beyond;
	for (std::size_t next = find_least(bounds); bounds[next] <= best.energy; next = find_least(bounds)) {
		try_pairs(best, next, felt, lacking, offered, from);
		bounds[next] = beyond;
	}
	return {static_cast<int>(best.glyph), from.lights[best.ink], from.lights[best.paper], from.colors[best.ink],
		from.colors[best.paper]};
}

} // namespace

float energy(const color_choice &of, const cell_feeling &felt, const cell_lack &lacking) {
	const form here = form_of(static_cast<std::size_t>(of.glyph), felt, lacking);
	return energy(seen_through(felt.look, here), felt.look(of.ink), felt.look(of.paper));
}

color_choice choose_color(const cell_feeling &felt, const cell_lack &lacking, std::size_t glyphs,
			  const color_offer &from) {
	return from.has_all ? choose_of_all(felt, lacking, glyphs) : choose_offered(felt, lacking, glyphs, from);
}

} // namespace assetc
