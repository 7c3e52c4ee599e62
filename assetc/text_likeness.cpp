// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "text_likeness.h"

#include "seen_text.h"

namespace assetc {

text_likeness::text_likeness(std::vector<int> chosen, int columns, const repertoire &glyphs, const likeness_goal &goal)
    : chosen_(std::move(chosen)), columns_(columns), glyphs_(glyphs), goal_(goal) {
	for (std::size_t i = 0; i < likeness_distances; ++i)
		distances_.push_back(make_distance(goal, i));
}

double text_likeness::refresh() {
	const auto seen = seen_from_all(seen_from_close(chosen_, glyphs_, columns_));
	double result = 0;
	for (std::size_t i = 0; i < likeness_distances; ++i) {
		see(distances_[i], seen[i], goal_, i);
		result += distances_[i].value;
	}
	return result;
}

double text_likeness::gain(std::size_t cell, int glyph, text_change &change) const {
	change.cell = cell;
	change.glyph = glyph;
	const int column = static_cast<int>(cell) % columns_, row = static_cast<int>(cell) / columns_;
	auto &on = change.distances;
	change_close(on[0], distances_[0].samples, glyphs_.seen(glyph), glyphs_.seen(chosen_[cell]),
		     column * samples_across - seen_reach, row * samples_down - seen_reach);
	for (std::size_t i = 1; i < likeness_distances; ++i)
		change_far(on[i], on[i - 1], distances_[i]);
	double result = 0;
	for (std::size_t i = 0; i < likeness_distances; ++i)
		result += gain_of(on[i], distances_[i]);
	return result;
}

void text_likeness::take(const text_change &change) {
	chosen_[change.cell] = change.glyph;
	for (std::size_t i = 0; i < likeness_distances; ++i)
		assetc::take(change.distances[i], distances_[i]);
}

} // namespace assetc
