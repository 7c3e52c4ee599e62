// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Rows of samples with room on all sides, so that blocks of them need not end where a row does.
#pragma once

#include "lanes.h"
#include "plane.h"

#include <cstddef>
#include <vector>

namespace assetc {

struct frame {
	int width = 0;
	int height = 0;
	std::ptrdiff_t stride = 0;

	frame() = default;
	frame(int of_width, int of_height) : width(of_width), height(of_height), stride(of_width + 2 * lanes) {}
	std::size_t size() const { return static_cast<std::size_t>(stride) * static_cast<std::size_t>(height + 3); }
	std::ptrdiff_t at(int x, int y) const { return (y + 1) * stride + lanes + x; }
	double count() const { return static_cast<double>(width) * height; }
};

// Some samples of a frame.
struct box {
	int x = 0;
	int y = 0;
	int width = 0;
	int height = 0;
};

// Of a plane, every `step`th sample of every `step`th row.
std::vector<float> framed(const plane &of, const frame &in, int step = 1);

// Repeats the samples at the edges once beyond.
void continue_edges(std::vector<float> &samples, const frame &in);

template <typename Take> void each_sample(const frame &of, Take take) {
	for (int y = 0; y < of.height; ++y)
		for (int x = 0; x < of.width; ++x)
			take(x, y);
}

} // namespace assetc
