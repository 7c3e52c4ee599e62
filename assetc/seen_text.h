// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// What the eye sees of a text from close by, where the pixels of its glyphs still tell.
#pragma once

#include "glyphs.h"

namespace assetc {

// A glyph shows in its own samples and so many around.
inline constexpr int seen_reach = 3;
inline constexpr int seen_width = samples_across + 2 * seen_reach;
inline constexpr int seen_height = samples_down + 2 * seen_reach;

// The share of light in each of them, row by row: a Gaussian of two pixels around the middle of each sample.
using glyph_view = std::array<float, seen_width * seen_height>;
glyph_view seen_of(const glyph_ink &ink);

// Beyond the edges stands what a mirror would show: the sample of a line that is seen in the place of another, which
// is at most as far beyond as the line is long.
constexpr int mirrored(int sample, int length) {
	if (sample < 0)
		return -sample - 1;
	return sample < length ? sample : 2 * length - 1 - sample;
}

} // namespace assetc
