// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "eye.h"

#include "steady_math.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

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

// Of both blurs, at all distances up to one.
std::vector<std::array<double, blurs.size()>> profiles_within(int reach) {
	std::vector<std::array<double, blurs.size()>> result(static_cast<std::size_t>(reach) + 1);
	for (int distance = 0; distance <= reach; ++distance)
		for (std::size_t i = 0; i < blurs.size(); ++i)
			result[static_cast<std::size_t>(distance)][i] = profile(blurs[i], distance);
	return result;
}

tap_row taps(const blur &of) {
	tap_row result;
	for (int i = 0; i <= eye_reach; ++i)
		result[static_cast<std::size_t>(i)] = static_cast<float>(profile(of, i));
	return result;
}

} // namespace

double eye_weight(int across, int down) {
	static const std::vector<std::array<double, blurs.size()>> profiles = profiles_within(2 * eye_reach);
	const auto &first = profiles[static_cast<std::size_t>(std::abs(across))];
	const auto &second = profiles[static_cast<std::size_t>(std::abs(down))];
	double sum = 0;
	for (std::size_t i = 0; i < blurs.size(); ++i)
		sum += blurs[i].weight * first[i] * second[i];
	return sum;
}

double wide_weight(int columns, int rows) {
	return wide.weight * profile(wide, columns * samples_across) * profile(wide, rows * samples_down);
}

std::array<eye_blur, 2> eye_blurs() {
	std::array<eye_blur, 2> result;
	std::transform(blurs.begin(), blurs.end(), result.begin(), [](const blur &one) {
		return eye_blur{taps(one), static_cast<float>(one.weight)};
	});
	return result;
}

plane felt(const plane &errors) {
	plane sum = {errors.width, errors.height, std::vector<float>(errors.at.size())};
	for (const auto &[taps, weight] : eye_blurs()) {
		const plane some = blurred(errors, taps, beyond_edges::nothing);
		add_scaled(sum.at.data(), some.at.data(), weight, sum.at.size());
	}
	return sum;
}

} // namespace assetc
