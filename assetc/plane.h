// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Numbers in rows.
#pragma once

#include <cstddef>
#include <vector>

namespace assetc {

// One number for each sample, row by row from the top left.
struct plane {
	int width = 0;
	int height = 0;
	std::vector<float> at;
};

// Adds so many numbers, times `scale`, to others.
void add_scaled(float *to, const float *from, float scale, std::size_t count);

} // namespace assetc
