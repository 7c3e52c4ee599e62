// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "eye.h"

#include "every_simd.h"
#include "steady_math.h"

#include <algorithm>
#include <cmath>

namespace assetc {
namespace {

// In samples. Errors count squared, so that each blur is felt twice: hence twice its variance.
struct blur {
	double variance;
	double weight;
};
constexpr std::array<blur, 2> blurs = {{{2, 0.7}, {8, 1}}};
constexpr blur wide = {128, -1};

double profile(const blur &of, int distance) {
	return steady_exponential(-distance * distance / (2 * of.variance)) /
	       std::sqrt(2 * 3.14159265358979 * of.variance);
}

using tap_row = std::array<float, eye_reach + 1>;

tap_row taps(const blur &of) {
	tap_row result;
	for (int i = 0; i <= eye_reach; ++i)
		result[static_cast<std::size_t>(i)] = static_cast<float>(profile(of, i));
	return result;
}

// to[i] += the sum over all taps of from[i - k * step] + from[i + k * step].
ASSETC_EVERY_SIMD
void add_blurred(float *__restrict to, const float *__restrict from, std::ptrdiff_t step, const tap_row &taps,
		 std::size_t count) {
	const tap_row by = taps; // which nothing overwrites
	for (std::size_t i = 0; i < count; ++i) {
		const float *const at = from + i;
		float sum = by[0] * at[0];
		for (std::ptrdiff_t k = 1; k <= eye_reach; ++k)
			sum += by[static_cast<std::size_t>(k)] * (at[-k * step] + at[k * step]);
		to[i] += sum;
	}
}

} // namespace

double eye_weight(int across, int down) {
	double sum = 0;
	for (const blur &one : blurs)
		sum += one.weight * profile(one, across) * profile(one, down);
	return sum;
}

double wide_weight(int columns, int rows) {
	return wide.weight * profile(wide, columns * samples_across) * profile(wide, rows * samples_down);
}

std::vector<float> felt(const std::vector<float> &errors, int width, int height) {
	// With a margin all around, so that no end needs care.
	const std::ptrdiff_t stride = width + 2 * eye_reach;
	const auto tall = static_cast<std::size_t>(stride * (height + 2 * eye_reach));
	const std::ptrdiff_t corner = eye_reach * stride + eye_reach;
	std::vector<float> source(tall + 2 * eye_reach), sum(errors.size());
	const auto columns = static_cast<std::size_t>(width);
	for (int y = 0; y < height; ++y)
		std::copy_n(errors.begin() + static_cast<std::ptrdiff_t>(y) * width, width,
			    source.begin() + corner + y * stride);
	for (const blur &one : blurs) {
		const tap_row across = taps(one);
		tap_row down = across;
		for (float &tap : down)
			tap *= static_cast<float>(one.weight);
		std::vector<float> half(tall);
		for (int y = 0; y < height; ++y)
			add_blurred(half.data() + corner + y * stride, source.data() + corner + y * stride, 1, across,
				    columns);
		for (int y = 0; y < height; ++y)
			add_blurred(sum.data() + static_cast<std::ptrdiff_t>(y) * width,
				    half.data() + corner + y * stride, stride, down, columns);
	}
	return sum;
}

} // namespace assetc
