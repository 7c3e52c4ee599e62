// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Glyphs made ready to be searched: what each looks like through the eye's blur, worked out once.
#pragma once

#include "glyph_view.h"

#include <span>

namespace assetc {

// All numbers are whole, so that a vector unit, whatever its width, finds the same glyphs.
inline constexpr int felt_units = 2048; // in one fully lit sample

// What a change of one cell changes around it.
inline constexpr int spread_width = samples_across + 2 * eye_reach;
inline constexpr int spread_height = samples_down + 2 * eye_reach;

// What is felt in a cell: in each of its samples, then of the brightness of cells around, then 0 to make pairs.
using cell_felt = std::array<std::int16_t, cell_size + 2>;
inline constexpr std::size_t wide_felt = cell_size;

// How a cell's brightness, all its `lit` together, is felt in another; in 256 parts of a felt unit.
int wide_spread(int columns, int rows);
inline constexpr int wide_parts = 256;

class repertoire {
public:
	explicit repertoire(const std::vector<glyph_ink> &glyphs);

	int size() const { return static_cast<int>(glyphs_.size()); }
	const glyph_ink &operator[](int number) const { return glyphs_[static_cast<std::size_t>(number)]; }
	float densest() const { return densest_; } // coverage, 0 to 1

	// The share of each sample that a glyph lights, cell_size of them.
	const float *shares(int number) const { return shares_.data() + cell_size * number; }

	// What is seen of it from close by.
	const glyph_view &seen(int number) const { return views_[static_cast<std::size_t>(number)]; }

	// All of a glyph's `lit` together.
	int brightness(int number) const { return brightness_[static_cast<std::size_t>(number)]; }

	// What is felt around a cell where this glyph stands; spread_width * spread_height numbers, row by row.
	std::span<const std::int16_t> spread(int number) const;

	// The glyph whose change from `present` lowers the felt error most, or `present` itself where no other lowers
	// it by more than `threshold`. `felt` is what is felt of all present errors in the cell.
	int best(const cell_felt &felt, int present, int threshold) const;

	// The glyphs other than `present` that seem best, the best first: as many as there is room for, or as raise the
	// felt error by no more than `rise`. Tells how many.
	std::size_t best_few(const cell_felt &felt, int present, std::int32_t rise, std::span<int> into) const;

	// The glyph that is best with nothing around; `felt` is then what is felt of an empty cell's error.
	int best_alone(const cell_felt &felt) const;

private:
	std::vector<glyph_ink> glyphs_;
	std::vector<float> shares_;
	std::vector<glyph_view> views_;
	std::vector<int> brightness_;
	std::vector<std::int16_t> spreads_;
	std::size_t padded_ = 0;                // size, rounded up to whole blocks
	std::vector<std::int16_t> lit_;         // pair of samples by pair, of all glyphs
	std::vector<std::int32_t> half_energy_; // what is felt of a glyph alone, halved
	std::vector<std::int32_t> shared_;      // of each pair of glyphs, what each feels of the other
	float densest_ = 0;
};

} // namespace assetc
