// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// The likeness of a text while its cells change one at a time: what a change gains is found in the few samples that it
// reaches, hundreds of times faster than by comparing everything again.
#pragma once

#include "distance_change.h"
#include "repertoire.h"

namespace assetc {

// Another glyph in one cell, and what that changes.
struct text_change {
	std::size_t cell = 0;
	int glyph = 0;
	std::array<distance_change, likeness_distances> distances;
};

class text_likeness {
public:
	// `chosen` are glyphs of the repertoire, cell by cell, of a text as large as the goal. Both are only looked at,
	// and have to stay. refresh() comes first.
	text_likeness(std::vector<int> chosen, int columns, const repertoire &glyphs, const likeness_goal &goal);

	const std::vector<int> &chosen() const { return chosen_; }
	int columns() const { return columns_; }

	// What the likeness gains, to a tenth of it or less, by another glyph in a cell. What it changes is written
	// to `change`, whose memory is used again. Several threads may ask at once.
	double gain(std::size_t cell, int glyph, text_change &change) const;

	// Makes a change. Others that were made since gain() told of it are far enough away, or it is as if they were
	// not: until refresh() the likeness around is wrong.
	void take(const text_change &change);

	// Many changes add up to small errors: works all out anew, and gives what likeness() gives, but for the windows
	// that are left out here.
	double refresh();

private:
	std::vector<int> chosen_;
	int columns_;
	const repertoire &glyphs_;
	const likeness_goal &goal_;
	std::vector<distance_seen> distances_;
};

} // namespace assetc
