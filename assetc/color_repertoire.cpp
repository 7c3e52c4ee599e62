// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "color_repertoire.h"

#include "every_simd.h"
#include "steady_math.h"

#include <cstdlib>

namespace assetc {
namespace {

constexpr std::size_t lanes = 8;
constexpr std::size_t block = 4 * lanes; // as many sums as fit in registers
using vector = float __attribute__((vector_size(lanes * sizeof(float))));

float tap(const std::array<float, color_reach + 1> &taps, int distance) {
	return std::abs(distance) <= color_reach ? taps[static_cast<std::size_t>(std::abs(distance))] : 0;
}

// What each of a window's samples feels of each of the cell's.
std::vector<float> blur_table() {
	const auto taps = color_taps();
	std::vector<float> result;
	for (int w = 0; w < window_area; ++w)
		for (int i = 0; i < cell_size; ++i)
			result.push_back(tap(taps, w % window_width - color_reach - i % samples_across) *
					 tap(taps, w / window_width - color_reach - i / samples_across));
	return result;
}

void add_lit(color_repertoire &to, std::size_t glyph) {
	for (std::size_t i = 0; i < cell_size; ++i) {
		const float lit = static_cast<float>(to.glyphs[glyph].lit[i]) / fully_lit;
		to.lit[i * to.padded + glyph] = lit;
		to.lit_squares[i * to.padded + glyph] = lit * lit;
	}
}

void add_stencil(color_repertoire &to, std::size_t glyph) {
	for (std::size_t w = 0; w < window_area; ++w) {
		float sum = 0;
		for (std::size_t i = 0; i < cell_size; ++i)
			sum += to.blur[w * cell_size + i] * to.lit[i * to.padded + glyph];
		to.stencils.push_back(sum);
		to.squares[w * to.padded + glyph] = sum * sum;
		to.with_whole[w * to.padded + glyph] = sum * to.whole[w];
	}
}

} // namespace

std::array<float, color_reach + 1> color_taps() {
	constexpr double e_to_minus_half = 0.60653065971263342;
	std::array<double, color_reach + 1> weights{};
	double sum = 0;
	for (std::size_t i = 0; i < weights.size(); ++i) {
		weights[i] = 1; // e to the power of -i * i / 2
		for (std::size_t j = 0; j < i * i; ++j)
			weights[i] *= e_to_minus_half;
		sum += (i > 0 ? 2 : 1) * weights[i];
	}
	std::array<float, color_reach + 1> taps{};
	for (std::size_t i = 0; i < taps.size(); ++i)
		taps[i] = static_cast<float>(weights[i] / sum);
	return taps;
}

ASSETC_EVERY_SIMD
void add_products(float *to, const float *factors, std::size_t factor_count, const float *table, std::size_t count) {
	for (std::size_t k = 0; k < count; k += block) {
		vector sum[4];
		for (std::size_t j = 0; j < 4; ++j)
			__builtin_memcpy(&sum[j], to + k + j * lanes, sizeof(vector));
		const float *row = table + k;
		for (std::size_t i = 0; i < factor_count; ++i, row += count)
			for (std::size_t j = 0; j < 4; ++j) {
				vector some;
				__builtin_memcpy(&some, row + j * lanes, sizeof(vector));
				sum[j] += factors[i] * some;
			}
		for (std::size_t j = 0; j < 4; ++j)
			__builtin_memcpy(to + k + j * lanes, &sum[j], sizeof(vector));
	}
}

color_repertoire make_color_repertoire(std::vector<glyph_ink> glyphs) {
	color_repertoire made;
	made.glyphs = std::move(glyphs);
	made.padded = (made.glyphs.size() + block - 1) / block * block;
	made.blur = blur_table();
	made.lit.resize(cell_size * made.padded);
	made.lit_squares.resize(cell_size * made.padded);
	made.squares.resize(window_area * made.padded);
	made.with_whole.resize(window_area * made.padded);
	for (std::size_t w = 0; w < window_area; ++w) {
		made.whole[w] = 0;
		for (std::size_t i = 0; i < cell_size; ++i)
			made.whole[w] += made.blur[w * cell_size + i];
	}
	for (std::size_t k = 0; k < made.glyphs.size(); ++k) {
		add_lit(made, k);
		add_stencil(made, k);
	}
	return made;
}

} // namespace assetc
