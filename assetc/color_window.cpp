// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "color_window.h"

namespace assetc {
namespace {

constexpr std::size_t taps_count = 2 * color_reach + 1;

// The samples of a row of the cell: all that vector units have.
using row = float __attribute__((vector_size(samples_across * sizeof(float))));

std::array<float, taps_count> make_taps() {
	constexpr double e_to_minus_half = 0.60653065971263342;
	std::array<double, color_reach + 1> weights{};
	double sum = 0;
	for (std::size_t i = 0; i < weights.size(); ++i) {
		weights[i] = 1; // e to the power of -i * i / 2
		for (std::size_t j = 0; j < i * i; ++j)
			weights[i] *= e_to_minus_half;
		sum += (i > 0 ? 2 : 1) * weights[i];
	}
	std::array<float, taps_count> taps{};
	for (std::size_t i = 0; i < weights.size(); ++i)
		taps[color_reach - i] = taps[color_reach + i] = static_cast<float>(weights[i] / sum);
	return taps;
}

} // namespace

const std::array<float, taps_count> &color_taps() {
	static const auto taps = make_taps();
	return taps;
}

window_plane blurred(const cell_plane &light) {
	const auto &taps = color_taps();
	std::array<float, samples_down * window_width> wide{};
	for (std::size_t i = 0; i < cell_size; ++i)
		for (std::size_t k = 0; k < taps_count; ++k)
			wide[i / samples_across * window_width + i % samples_across + k] += taps[k] * light[i];
	window_plane result{};
	for (std::size_t y = 0; y < samples_down; ++y)
		for (std::size_t k = 0; k < taps_count; ++k)
			for (std::size_t x = 0; x < window_width; ++x)
				result[(y + k) * window_width + x] += taps[k] * wide[y * window_width + x];
	return result;
}

cell_plane gathered(const window_plane &felt) {
	const auto &taps = color_taps();
	std::array<row, window_height> narrow{};
	for (std::size_t y = 0; y < window_height; ++y)
		for (std::size_t k = 0; k < taps_count; ++k) {
			row some;
			__builtin_memcpy(&some, felt.data() + y * window_width + k, sizeof(row));
			narrow[y] += taps[k] * some;
		}
	cell_plane result;
	for (std::size_t y = 0; y < samples_down; ++y) {
		row sum{};
		for (std::size_t k = 0; k < taps_count; ++k)
			sum += taps[k] * narrow[y + k];
		__builtin_memcpy(result.data() + y * samples_across, &sum, sizeof(row));
	}
	return result;
}

} // namespace assetc
