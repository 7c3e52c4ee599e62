// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "eye.h"

#include "every_simd.h"
#include "steady_math.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <span>

namespace assetc {
namespace {

// In samples. Errors count squared, so that each blur is felt twice: hence twice its variance.
struct blur {
	double variance;
	double weight;
};
constexpr std::array<blur, 3> blurs = {{{2, 1}, {8, 1}, {128, -1}}};

double profile(const blur &of, int distance) {
	return steady_exponential(-distance * distance / (2 * of.variance)) /
	       std::sqrt(2 * 3.14159265358979 * of.variance);
}

// Beyond four deviations nothing is left.
int reach(const blur &of) {
	return std::min(eye_reach, static_cast<int>(4 * std::sqrt(of.variance)));
}

std::vector<float> taps(const blur &of) {
	std::vector<float> result;
	for (int i = 0; i <= reach(of); ++i)
		result.push_back(static_cast<float>(profile(of, i)));
	return result;
}

ASSETC_EVERY_SIMD
void add_scaled(float *to, const float *from, float scale, std::size_t count) {
	for (std::size_t i = 0; i < count; ++i)
		to[i] += scale * from[i];
}

void add_scaled(std::span<float> to, std::span<const float> from, float scale) {
	add_scaled(to.data(), from.data(), scale, to.size());
}

void blur_row(std::span<float> to, std::span<const float> from, std::span<const float> taps) {
	add_scaled(to, from, taps[0]);
	for (std::size_t i = 1; i < std::min(taps.size(), to.size()); ++i) {
		add_scaled(to.subspan(i), from.first(from.size() - i), taps[i]);
		add_scaled(to.first(to.size() - i), from.subspan(i), taps[i]);
	}
}

std::vector<float> blurred(const std::vector<float> &errors, int width, int height, std::span<const float> taps) {
	std::vector<float> across(errors.size());
	std::vector<float> result(errors.size());
	const auto row = [&](auto &of, int y) {
		return std::span(of).subspan(static_cast<std::size_t>(y) * width, width);
	};
	for (int y = 0; y < height; ++y)
		blur_row(row(across, y), row(errors, y), taps);
	const int size = static_cast<int>(taps.size());
	for (int y = 0; y < height; ++y)
		for (int from = std::max(0, y - size + 1); from < std::min(height, y + size); ++from)
			add_scaled(row(result, y), row(across, from), taps[std::abs(y - from)]);
	return result;
}

} // namespace

double eye_weight(int across, int down) {
	double sum = 0;
	for (const blur &one : blurs)
		if (std::max(std::abs(across), std::abs(down)) <= reach(one))
			sum += one.weight * profile(one, across) * profile(one, down);
	return sum;
}

std::vector<float> felt(const std::vector<float> &errors, int width, int height) {
	std::vector<float> sum(errors.size());
	for (const blur &one : blurs)
		add_scaled(sum, blurred(errors, width, height, taps(one)), static_cast<float>(one.weight));
	return sum;
}

} // namespace assetc
