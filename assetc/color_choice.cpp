// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "color_choice.h"

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
	result.lacking_paper = combine(1, lacking.whole, -1, result.lacking_ink);
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

struct two_lights {
	light ink;
	light paper;
};

// The ink and the paper of least energy, were everything possible; the same in light and as it looks.
two_lights solve(const form &of, float all) {
	const float determinant = of.ink_ink * of.paper_paper - of.ink_paper * of.ink_paper;
	if (determinant < 1e-5F * all * all) { // the glyph has but one side
		const light both = combine(1 / all, of.lacking_ink, 1 / all, of.lacking_paper);
		return {both, both};
	}
	const float scale = 1 / determinant;
	return {combine(scale * of.paper_paper, of.lacking_ink, -scale * of.ink_paper, of.lacking_paper),
		combine(scale * of.ink_ink, of.lacking_paper, -scale * of.ink_paper, of.lacking_ink)};
}

light exact(light wanted, color &as) {
	const rgb8 code = to_code(wanted);
	as = color::rgb(code.red, code.green, code.blue);
	return to_light(code);
}

color_choice choose_of_all(const cell_feeling &felt, const cell_lack &lacking, std::size_t glyphs) {
	color_choice best;
	float least = beyond;
	for (std::size_t k = 0; k < glyphs; ++k) {
		const form here = form_of(k, felt, lacking);
		const two_lights found = solve(here, felt.all);
		const light ink = clamped(found.ink);
		const light paper = clamped(found.paper);
		const float cost = energy(seen_through(felt.look, here), felt.look(ink), felt.look(paper));
		if (cost >= least)
			continue;
		least = k == 0 ? cost - unseen * unseen * felt.all : cost;
		best = {static_cast<int>(k), ink, paper, {}, {}};
	}
	best.ink = exact(best.ink, best.ink_color);
	best.paper = exact(best.paper, best.paper_color);
	return best;
}

constexpr std::size_t nearest_count = 4;
using nearest_few = std::array<std::size_t, nearest_count>;

nearest_few find_nearest(const std::vector<light> &offered, std::size_t count, light wanted) {
	nearest_few numbers{};
	std::array<float, nearest_count> distances;
	distances.fill(beyond);
	for (std::size_t i = 0; i < count; ++i) {
		const light apart = combine(1, offered[i], -1, wanted);
		float distance = dot(apart, apart);
		std::size_t number = i;
		for (std::size_t j = 0; distance < distances.back() && j < nearest_count; ++j)
			if (distance < distances[j]) {
				std::swap(distance, distances[j]);
				std::swap(number, numbers[j]);
			}
	}
	return numbers;
}

// A glyph, and less energy than which it cannot have.
struct candidate {
	float bound;
	std::size_t glyph;
	form shape;
	two_lights ideal;
};

std::vector<candidate> candidates(const cell_feeling &felt, const cell_lack &lacking, std::size_t glyphs) {
	std::vector<candidate> result;
	for (std::size_t k = 0; k < glyphs; ++k) {
		const form here = seen_through(felt.look, form_of(k, felt, lacking));
		const two_lights ideal = solve(here, felt.all);
		result.push_back({energy(here, ideal.ink, ideal.paper), k, here, ideal});
	}
	std::sort(result.begin(), result.end(), [](const candidate &a, const candidate &b) {
		return a.bound != b.bound ? a.bound < b.bound : a.glyph < b.glyph;
	});
	return result;
}

struct pair_found {
	float energy = beyond;
	std::size_t glyph = 0;
	std::size_t ink = 0;
	std::size_t paper = 0;
};

void try_pairs(const candidate &with, const std::vector<light> &offered, std::size_t papers, pair_found &best) {
	const nearest_few inks = find_nearest(offered, offered.size(), with.ideal.ink);
	for (const std::size_t paper : find_nearest(offered, papers, with.ideal.paper))
		for (const std::size_t ink : inks) {
			const float cost = energy(with.shape, offered[ink], offered[paper]);
			if (cost < best.energy)
				best = {cost, with.glyph, ink, paper};
		}
}

color_choice choose_offered(const cell_feeling &felt, const cell_lack &lacking, std::size_t glyphs,
			    const color_offer &from) {
	std::vector<light> offered(from.lights.size());
	std::transform(from.lights.begin(), from.lights.end(), offered.begin(), felt.look);
	const auto others = candidates(felt, lacking, glyphs);
	const auto plain = std::find_if(others.begin(), others.end(), [](const auto &one) { return one.glyph == 0; });
	pair_found best;
	try_pairs(*plain, offered, from.papers, best);
	best.energy -= unseen * unseen * felt.all;
	for (const candidate &with : others) {
		if (with.bound > best.energy)
			break;
		try_pairs(with, offered, from.papers, best);
	}
	return {static_cast<int>(best.glyph), from.lights[best.ink], from.lights[best.paper], from.colors[best.ink],
		from.colors[best.paper]};
}

} // namespace

color_offer make_color_offer(color_depth depth) {
	color_offer result;
	result.has_all = depth == color_depth::rgb;
	const int first = depth == color_depth::ansi16 ? 0 : 16;
	const int last = depth == color_depth::ansi16 ? 15 : 255;
	for (int i = first; i <= last && !result.has_all; ++i) {
		result.colors.push_back(color::indexed(static_cast<std::uint8_t>(i)));
		result.lights.push_back(to_light(appearance(result.colors.back(), {})));
	}
	result.papers = depth == color_depth::ansi16 ? 8 : result.colors.size();
	return result;
}

float energy(const color_choice &of, const cell_feeling &felt, const cell_lack &lacking) {
	const form here = form_of(static_cast<std::size_t>(of.glyph), felt, lacking);
	return energy(seen_through(felt.look, here), felt.look(of.ink), felt.look(of.paper));
}

color_choice choose_color(const cell_feeling &felt, const cell_lack &lacking, std::size_t glyphs,
			  const color_offer &from) {
	return from.has_all ? choose_of_all(felt, lacking, glyphs) : choose_offered(felt, lacking, glyphs, from);
}

} // namespace assetc
