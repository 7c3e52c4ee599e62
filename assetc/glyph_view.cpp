// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "glyph_view.h"

#include "steady_math.h"

#include <vector>

namespace assetc {
namespace {

constexpr double pixels_of_blur = 2;

double weight(double pixels) {
	return steady_exponential(-pixels * pixels / (2 * pixels_of_blur * pixels_of_blur));
}

// How much each pixel of a line counts in the middle of a sample, which is between two pixels.
std::vector<double> weights_around(int sample, int pixels) {
	double whole = 0; // of an endless line
	for (int pixel = 0; pixel < 16; ++pixel)
		whole += 2 * weight(pixel + 0.5);
	std::vector<double> result;
	for (int pixel = 0; pixel < pixels; ++pixel)
		result.push_back(weight(pixel - 2 * sample - 0.5) / whole);
	return result;
}

std::vector<std::vector<double>> all_weights(int samples) {
	std::vector<std::vector<double>> result;
	for (int sample = -seen_reach; sample < samples + seen_reach; ++sample)
		result.push_back(weights_around(sample, 2 * samples));
	return result;
}

} // namespace

glyph_view seen_of(const glyph_ink &ink) {
	static const auto across = all_weights(samples_across), down = all_weights(samples_down);
	std::array<std::array<double, seen_width>, pixels_down> rows{};
	for (std::size_t i = 0; i < ink.pixels.size(); ++i)
		for (std::size_t x = 0; ink.pixels[i] != 0 && x < seen_width; ++x)
			rows[i / pixels_across][x] += ink.pixels[i] * across[x][i % pixels_across];
	glyph_view result;
	for (std::size_t i = 0; i < result.size(); ++i) {
		double sum = 0;
		for (std::size_t row = 0; row < pixels_down; ++row)
			sum += rows[row][i % seen_width] * down[i / seen_width][row];
		result[i] = static_cast<float>(sum / fully_lit);
	}
	return result;
}

} // namespace assetc
