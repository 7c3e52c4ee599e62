// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "retouch.h"

#include "annealing.h"
#include "blur.h"
#include "plain_cells.h"
#include "search.h"

#include <algorithm>
#include <utility>

namespace assetc {
namespace {

constexpr int search_passes = 4; // after which hardly a cell changes

// How far to go of what would be gained most by, were all else the same, in the first drawing and in the last. Found by
// trial: large steps find other texts, small ones better ones.
constexpr float first_step = 0.4F;
constexpr float last_step = 0.1F;

float step_of(int drawing, int drawings) {
	return first_step + (last_step - first_step) * static_cast<float>(drawing) / static_cast<float>(drawings);
}

plane smooth(const plane &of) {
	return blurred(of, gaussian(1), beyond_edges::the_edge); // a single sample is nothing that a glyph can change
}

void want_more(plane &wanted, const std::vector<bool> &plain, const pull &by, float step) {
	const plane slope = smooth(by.slope), curvature = smooth(by.curvature);
	for (std::size_t i = 0; i < wanted.at.size(); ++i)
		if (curvature.at[i] > 0 && !plain[cell_of(i, wanted.width)])
			wanted.at[i] += std::clamp(step * slope.at[i] / curvature.at[i], -step, step);
}

void draw_again_and_again(best_text &best, plane wanted, const std::vector<bool> &plain, int drawings) {
	for (int drawing = 0; drawing + 1 < drawings; ++drawing) {
		pull by;
		look_at(best, search(wanted, best.glyphs, search_passes), &by);
		want_more(wanted, plain, by, step_of(drawing, drawings));
	}
	look_at(best, search(wanted, best.glyphs, search_passes), nullptr);
}

} // namespace

std::vector<int> retouch(plane wanted, const repertoire &glyphs, const likeness_goal &goal, const retouching &how,
			 unsigned threads) {
	const auto plain = plain_cells(wanted);
	if (std::all_of(plain.begin(), plain.end(), [](bool is) { return is; }))
		return search(wanted, glyphs, search_passes);
	best_text best = {glyphs, goal, wanted.width / samples_across};
	draw_again_and_again(best, std::move(wanted), plain, how.drawings);
	if (how.passes > 0)
		anneal(best, plain, how.passes, threads);
	return std::move(best.chosen);
}

} // namespace assetc
