// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "retouch.h"

#include "blur.h"
#include "search.h"

#include <algorithm>

namespace assetc {
namespace {

constexpr int passes = 4; // after which hardly a cell changes

// How far to go of what would be gained most by, were all else the same, in the first round and in the last. Found by
// trial: large steps find other texts, small ones better ones.
constexpr float first_step = 0.4F;
constexpr float last_step = 0.1F;

float step_of(int round, int rounds) {
	return first_step + (last_step - first_step) * static_cast<float>(round) / static_cast<float>(rounds);
}

plane smooth(const plane &of) {
	return blurred(of, gaussian(1), beyond_edges::the_edge); // a single sample is nothing that a glyph can change
}

void want_more(plane &wanted, const pull &by, float step) {
	const plane slope = smooth(by.slope), curvature = smooth(by.curvature);
	for (std::size_t i = 0; i < wanted.at.size(); ++i)
		if (curvature.at[i] > 0)
			wanted.at[i] += std::clamp(step * slope.at[i] / curvature.at[i], -step, step);
}

// What is felt of all that would make the text more like its goal. What the eye's weights stand for is lowered by
// curvature in this proportion; found by trial.
plane felt(const pull &by) {
	constexpr float eye_to_curvature = 0.2F;
	plane result = by.slope;
	for (std::size_t i = 0; i < result.at.size(); ++i)
		result.at[i] = by.curvature.at[i] > 0 ? -by.slope.at[i] / (eye_to_curvature * by.curvature.at[i]) : 0;
	return result;
}

struct best_text {
	std::vector<int> chosen;
	double likeness = 0;
};

void keep_better(best_text &best, const std::vector<int> &chosen, double likeness) {
	if (best.chosen.empty() || likeness > best.likeness)
		best = {chosen, likeness};
}

} // namespace

plane lit_by(const std::vector<int> &chosen, const repertoire &glyphs, int columns) {
	const int rows = static_cast<int>(chosen.size()) / columns;
	plane result = {columns * samples_across, rows * samples_down, {}};
	result.at.reserve(chosen.size() * cell_size);
	for (int y = 0; y < result.height; ++y)
		for (int column = 0; column < columns; ++column) {
			const float *const lit =
				glyphs.shares(chosen[static_cast<std::size_t>(y / samples_down * columns + column)]) +
				y % samples_down * samples_across;
			result.at.insert(result.at.end(), lit, lit + samples_across);
		}
	return result;
}

std::vector<int> retouch(plane wanted, const repertoire &glyphs, const likeness_goal &goal, const retouching &how) {
	best_text best;
	const int columns = wanted.width / samples_across;
	const auto look = [&](const std::vector<int> &chosen) {
		pull by;
		keep_better(best, chosen, likeness(lit_by(chosen, glyphs, columns), goal, &by));
		return by;
	};
	for (int round = 0; round < how.drawings; ++round)
		want_more(wanted, look(search(wanted, glyphs, passes)), step_of(round, how.drawings));
	std::vector<int> chosen = best.chosen;
	for (int round = 0; round < how.touches; ++round) {
		const plane wrong = felt(look(chosen));
		chosen = touch_up(std::move(chosen), wrong, glyphs);
	}
	look(chosen);
	return best.chosen;
}

} // namespace assetc
