// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "block_shape.h"

#include "octant.h"

#include <array>

namespace assetc {

namespace {

// A cell cut into two columns and several rows; bit 0 is the part at the top left, bit 1 the one to its right.
std::vector<cell_part> mosaic(unsigned lit, int rows) {
	std::vector<cell_part> parts;
	const int width = cell_units_across / 2, height = cell_units_down / rows;
	for (int row = 0; row < rows; ++row) {
		const unsigned pair = lit >> (2 * row) & 3;
		if (pair != 0)
			parts.push_back({pair == 2 ? width : 0, row * height, pair == 3 ? 2 * width : width, height});
	}
	return parts;
}

// U+2596 to U+259F.
std::vector<cell_part> quadrants(char32_t glyph) {
	constexpr std::array<unsigned, 10> lit = {4, 8, 1, 13, 9, 7, 11, 2, 6, 14};
	return mosaic(lit[glyph - 0x2596], 2);
}

// The sextants leave out what older blocks show: nothing, the left half, the right half, all.
std::vector<cell_part> sextants(char32_t glyph) {
	unsigned lit = glyph - 0x1fb00 + 1;
	lit += lit >= 0b010101;
	lit += lit >= 0b101010;
	return mosaic(lit, 3);
}

} // namespace

std::vector<cell_part> block_parts(char32_t glyph) {
	constexpr int across = cell_units_across, down = cell_units_down;
	const auto eighths = [&](char32_t first) { return static_cast<int>(glyph - first) + 1; };
	if (glyph == 0x2580)
		return {{0, 0, across, down / 2}};
	if (glyph >= 0x2581 && glyph <= 0x2588)
		return {{0, down - eighths(0x2581) * down / 8, across, eighths(0x2581) * down / 8}};
	if (glyph >= 0x2589 && glyph <= 0x258f)
		return {{0, 0, across - eighths(0x2589), down}};
	if (glyph == 0x2590)
		return {{across / 2, 0, across / 2, down}};
	if (glyph == 0x2594)
		return {{0, 0, across, down / 8}};
	if (glyph == 0x2595)
		return {{across - 1, 0, 1, down}};
	if (glyph >= 0x2596 && glyph <= 0x259f)
		return quadrants(glyph);
	if (glyph >= 0x1fb00 && glyph <= 0x1fb3b)
		return sextants(glyph);
	if (glyph >= 0x1cd00)
		if (const auto lit = octant_mask(glyph))
			return mosaic(*lit, 4);
	return {};
}

} // namespace assetc
