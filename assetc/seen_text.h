// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// What the eye sees of a text from close by.
#pragma once

#include "repertoire.h"

namespace assetc {

// Beyond the edges stands what a mirror would show: the sample of a line that is seen in the place of another, which
// is at most as far beyond as the line is long.
constexpr int mirrored(int sample, int length) {
	if (sample < 0)
		return -sample - 1;
	return sample < length ? sample : 2 * length - 1 - sample;
}

// The share of light that is seen in each sample of a text of the repertoire. Beyond its edges it is mirrored.
plane seen_from_close(const std::vector<int> &chosen, const repertoire &glyphs, int columns);

} // namespace assetc
