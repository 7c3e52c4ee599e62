// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "color_repertoire.h"

#include "every_simd.h"

namespace assetc {
namespace {

constexpr std::size_t lanes = 8;
constexpr std::size_t block = 4 * lanes; // as many sums as fit in registers
using vector = float __attribute__((vector_size(lanes * sizeof(float))));

void add_stencil(color_repertoire &to, std::size_t glyph) {
	cell_plane lit;
	for (std::size_t i = 0; i < cell_size; ++i) {
		lit[i] = static_cast<float>(to.glyphs[glyph].lit[i]) / fully_lit;
		to.lit[i * to.padded + glyph] = lit[i];
		const std::size_t patch = patch_of(in_window(i));
		to.squares[patch * to.padded + glyph] += grain * lit[i] * lit[i];
		to.with_whole[patch * to.padded + glyph] += grain * lit[i];
	}
	const window_plane stencil = blurred(lit);
	for (std::size_t w = 0; w < window_area; ++w) {
		to.squares[patch_of(w) * to.padded + glyph] += stencil[w] * stencil[w];
		to.with_whole[patch_of(w) * to.padded + glyph] += stencil[w] * to.whole[w];
	}
	to.stencils.insert(to.stencils.end(), stencil.begin(), stencil.end());
}

void add_whole(color_repertoire &to) {
	cell_plane lit;
	lit.fill(1);
	to.whole = blurred(lit);
	for (std::size_t w = 0; w < window_area; ++w)
		to.whole_squares[patch_of(w)] += to.whole[w] * to.whole[w];
	for (std::size_t i = 0; i < cell_size; ++i)
		to.whole_squares[patch_of(in_window(i))] += grain;
}

} // namespace

ASSETC_EVERY_SIMD
void add_products(const std::array<float *, 3> &to, const std::array<const float *, 3> &factors,
		  std::size_t factor_count, const float *table, std::size_t count) {
	const float *const first = factors[0], *const second = factors[1], *const third = factors[2];
	for (std::size_t k = 0; k < count; k += 2 * lanes) {
		vector sum[3][2];
		for (std::size_t c = 0; c < 3; ++c)
			for (std::size_t j = 0; j < 2; ++j)
				__builtin_memcpy(&sum[c][j], to[c] + k + j * lanes, sizeof(vector));
		const float *row = table + k;
		for (std::size_t i = 0; i < factor_count; ++i, row += count)
			for (std::size_t j = 0; j < 2; ++j) {
				vector some;
				__builtin_memcpy(&some, row + j * lanes, sizeof(vector));
				sum[0][j] += first[i] * some;
				sum[1][j] += second[i] * some;
				sum[2][j] += third[i] * some;
			}
		for (std::size_t c = 0; c < 3; ++c)
			for (std::size_t j = 0; j < 2; ++j)
				__builtin_memcpy(to[c] + k + j * lanes, &sum[c][j], sizeof(vector));
	}
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
	made.lit.resize(cell_size * made.padded);
	made.squares.resize(patch_count * made.padded);
	made.with_whole.resize(patch_count * made.padded);
	add_whole(made);
	for (std::size_t k = 0; k < made.glyphs.size(); ++k)
		add_stencil(made, k);
	return made;
}

} // namespace assetc
