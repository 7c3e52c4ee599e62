// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "search.h"

#include "every_simd.h"

#include <algorithm>
#include <cmath>

namespace assetc {
namespace {

// What is felt of the errors everywhere, with a margin all around in which nobody looks.
struct feeling {
	int width = 0; // with both margins
	std::vector<float> at;

	float *corner(int column, int row) {
		return at.data() + static_cast<std::ptrdiff_t>(row) * samples_down * width + column * samples_across;
	}
};

// To the nearest whole number.
float rounded(float value) {
	return static_cast<float>(static_cast<int>(value + (value < 0 ? -0.5F : 0.5F)));
}

feeling of_empty_screen(const plane &wanted) {
	feeling result;
	result.width = wanted.width + 2 * eye_reach;
	result.at.resize(static_cast<std::size_t>(result.width) * (wanted.height + 2 * eye_reach));
	const std::vector<float> lacking = felt(wanted.at, wanted.width, wanted.height);
	for (int y = 0; y < wanted.height; ++y)
		for (int x = 0; x < wanted.width; ++x)
			result.at[static_cast<std::size_t>((y + eye_reach) * result.width + x + eye_reach)] =
				-rounded(lacking[static_cast<std::size_t>(y * wanted.width + x)] * felt_units);
	return result;
}

ASSETC_EVERY_SIMD
void add_spread(float *corner, int width, const std::int16_t *put, const std::int16_t *taken) {
	for (int y = 0; y < spread_height; ++y) {
		for (int x = 0; x < spread_width; ++x)
			corner[x] += static_cast<float>(put[x] - taken[x]);
		corner += width;
		put += spread_width;
		taken += spread_width;
	}
}

std::array<float, cell_size> within(const float *corner, int width) {
	std::array<float, cell_size> result;
	const float *from = corner + eye_reach * width + eye_reach;
	for (int y = 0; y < samples_down; ++y)
		std::copy_n(from + y * width, samples_across, result.begin() + y * samples_across);
	return result;
}

std::array<float, cell_size> lacking_alone(const plane &wanted, int column, int row,
					   const std::vector<float> &weights) {
	std::array<float, cell_size> result{};
	const float *corner = wanted.at.data() + static_cast<std::ptrdiff_t>(row) * samples_down * wanted.width +
			      column * samples_across;
	for (int from = 0; from < cell_size; ++from) {
		const float value = corner[from / samples_across * wanted.width + from % samples_across];
		for (int to = 0; to < cell_size; ++to)
			result[static_cast<std::size_t>(to)] -=
				value * weights[static_cast<std::size_t>(from * cell_size + to)];
	}
	for (float &value : result)
		value = rounded(value);
	return result;
}

// What each sample of a cell feels of each other.
std::vector<float> weights_within() {
	std::vector<float> result;
	for (int from = 0; from < cell_size; ++from)
		for (int to = 0; to < cell_size; ++to)
			result.push_back(static_cast<float>(felt_units *
							    eye_weight(from % samples_across - to % samples_across,
								       from / samples_across - to / samples_across)));
	return result;
}

std::vector<int> each_for_itself(const plane &wanted, const repertoire &glyphs) {
	static const std::vector<float> weights = weights_within();
	std::vector<int> chosen;
	for (int row = 0; row < wanted.height / samples_down; ++row)
		for (int column = 0; column < wanted.width / samples_across; ++column)
			chosen.push_back(glyphs.best_alone(lacking_alone(wanted, column, row, weights)));
	return chosen;
}

} // namespace

std::vector<int> search(const plane &wanted, const repertoire &glyphs, int passes) {
	std::vector<int> chosen = each_for_itself(wanted, glyphs);
	if (passes == 0)
		return chosen;
	const int columns = wanted.width / samples_across;
	const int cells = static_cast<int>(chosen.size());
	const std::vector<std::int16_t> nothing(spread_width * spread_height);
	feeling felt = of_empty_screen(wanted);
	for (int i = 0; i < cells; ++i)
		add_spread(felt.corner(i % columns, i / columns), felt.width,
			   glyphs.spread(chosen[static_cast<std::size_t>(i)]).data(), nothing.data());
	for (int i = 0; i < passes * cells; ++i) {
		int &present = chosen[static_cast<std::size_t>(i % cells)];
		float *corner = felt.corner(i % cells % columns, i % cells / columns);
		const int better = glyphs.best(within(corner, felt.width), present, 0);
		if (better == present)
			continue;
		add_spread(corner, felt.width, glyphs.spread(better).data(), glyphs.spread(present).data());
		present = better;
	}
	return chosen;
}

} // namespace assetc
