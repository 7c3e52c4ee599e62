// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "blur.h"

#include "every_simd.h"
#include "steady_math.h"

#include <algorithm>
#include <cstddef>

namespace assetc {
namespace {

// to[i] = the sum over all taps of from[i - k * step] + from[i + k * step].
ASSETC_EVERY_SIMD
void add_taps(float *__restrict to, const float *__restrict from, std::ptrdiff_t step, const tap_row &taps,
	      std::size_t count) {
	const tap_row by = taps; // which nothing overwrites
	for (std::size_t i = 0; i < count; ++i) {
		const float *const at = from + i;
		float sum = by[0] * at[0];
		for (std::ptrdiff_t k = 1; k <= blur_reach; ++k)
			sum += by[static_cast<std::size_t>(k)] * (at[-k * step] + at[k * step]);
		to[i] = sum;
	}
}

// Rows with room on all sides for what is beyond the edges.
struct framed_plane {
	std::ptrdiff_t stride = 0;
	std::vector<float> at;

	// What was in it before stays, where beyond the edges is no nothing.
	void resize(int width, int height, beyond_edges are) {
		stride = width + 2 * blur_reach;
		const auto size = static_cast<std::size_t>(stride) * static_cast<std::size_t>(height + 2 * blur_reach);
		if (are == beyond_edges::nothing)
			at.assign(size, 0);
		else
			at.resize(size);
	}
	float *row(int y) { return at.data() + (y + blur_reach) * stride + blur_reach; }
};

void continue_row(float *row, int width) {
	std::fill_n(row - blur_reach, blur_reach, row[0]);
	std::fill_n(row + width, blur_reach, row[width - 1]);
}

void continue_columns(framed_plane &rows, int width, int height) {
	for (int y = 1; y <= blur_reach; ++y) {
		std::copy_n(rows.row(0), width, rows.row(-y));
		std::copy_n(rows.row(height - 1), width, rows.row(height - 1 + y));
	}
}

} // namespace

tap_row gaussian(double variance) {
	std::array<double, blur_reach + 1> weights;
	double sum = 0;
	for (int i = 0; i <= blur_reach; ++i) {
		weights[static_cast<std::size_t>(i)] = steady_exponential(-i * i / (2 * variance));
		sum += (i == 0 ? 1 : 2) * weights[static_cast<std::size_t>(i)];
	}
	tap_row taps;
	std::transform(weights.begin(), weights.end(), taps.begin(),
		       [&](double weight) { return static_cast<float>(weight / sum); });
	return taps;
}

plane blurred(const plane &of, const tap_row &taps, beyond_edges are) {
	const auto width = static_cast<std::size_t>(of.width);
	thread_local framed_plane source, half; // whose memory would take longer to get than to fill
	source.resize(of.width, of.height, are);
	half.resize(of.width, of.height, are);
	for (int y = 0; y < of.height; ++y) {
		std::copy_n(of.at.data() + static_cast<std::size_t>(y) * width, width, source.row(y));
		if (are == beyond_edges::the_edge)
			continue_row(source.row(y), of.width);
		add_taps(half.row(y), source.row(y), 1, taps, width);
	}
	if (are == beyond_edges::the_edge)
		continue_columns(half, of.width, of.height);
	plane result = {of.width, of.height, std::vector<float>(of.at.size())};
	for (int y = 0; y < of.height; ++y)
		add_taps(result.at.data() + static_cast<std::size_t>(y) * width, half.row(y), half.stride, taps, width);
	return result;
}

} // namespace assetc
