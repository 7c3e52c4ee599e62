// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// A blur told from the other end: where each sample of a line shows in what is seen of the line.
#pragma once

#include "blur.h"

#include <cstddef>
#include <vector>

namespace assetc {

struct line_spread {
	int seen = 0;               // how many samples are seen of the line
	std::vector<int> first;     // of each sample of the line, the first that it shows in
	std::vector<int> count;     // and in how many it does
	std::vector<float> weights; // of each, `room` numbers: zeros, how much it shows in each of them, zeros
	int margin = 0;             // so many zeros before, and as many behind or more
	int room = 0;

	// What a sample shows in the first that it shows in; those before and behind follow around.
	const float *of(int sample) const {
		return weights.data() + static_cast<std::ptrdiff_t>(sample) * room + margin;
	}
};

// What blurred() does to a line of so many samples, 1 or more, where beyond_edges::the_edge; of what it makes, every
// `step`th sample is seen.
line_spread spread_by(int length, const tap_row &taps, int step = 1);

// One blur after another.
line_spread then(const line_spread &first, const line_spread &next);

// Without what hardly shows, less than such a share of what shows most, the rest as much more; and with such a margin.
line_spread trimmed(const line_spread &of, float least, int margin);

} // namespace assetc
