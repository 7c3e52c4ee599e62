// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "luminance.h"

#include "block_shape.h"
#include "console_font.h"

#include <algorithm>
#include <array>
#include <bit>

namespace assetc {

namespace {

constexpr float coverage_of_a_letter = 0.25F;
constexpr float coverage_of_a_dot = 0.08F; // of braille

float coverage_of_ascii(char glyph) {
	int pixels = 0;
	for (const auto row : console_glyph(glyph).rows)
		pixels += std::popcount(row);
	return static_cast<float>(pixels) / (glyph_width * glyph_height);
}

float coverage_of_parts(const std::vector<cell_part> &parts) {
	int units = 0;
	for (const auto &part : parts)
		units += part.width * part.height;
	return static_cast<float>(units) / (cell_units_across * cell_units_down);
}

float luminance_of(color shown, rgb8 standard) {
	const auto code = appearance(shown, standard);
	return 0.2126F * to_light(code.red) + 0.7152F * to_light(code.green) + 0.0722F * to_light(code.blue);
}

constexpr rgb8 ink_of_terminal = {255, 255, 255};
constexpr rgb8 paper_of_terminal = {0, 0, 0};

// Neighbours mostly have the same colours.
class light_of_colors {
public:
	float of(const cell &shown) {
		if (shown.ink != ink || shown.paper != paper) {
			ink = shown.ink;
			paper = shown.paper;
			ink_light = luminance_of(ink, ink_of_terminal);
			paper_light = luminance_of(paper, paper_of_terminal);
		}
		const float lit = coverage(shown.glyph);
		return lit * ink_light + (1 - lit) * paper_light;
	}

private:
	color ink;
	color paper;
	float ink_light = luminance_of({}, ink_of_terminal);
	float paper_light = luminance_of({}, paper_of_terminal);
};

} // namespace

float coverage(char32_t glyph) {
	static const auto of_ascii = [] {
		std::array<float, 0x7f> found{};
		for (unsigned char ascii = ' '; ascii <= '~'; ++ascii)
			found[ascii] = coverage_of_ascii(static_cast<char>(ascii));
		return found;
	}();
	if (glyph < of_ascii.size())
		return of_ascii[glyph];
	if (glyph >= 0x2800 && glyph <= 0x28ff)
		return coverage_of_a_dot * static_cast<float>(std::popcount(glyph & 0xff));
	if (glyph >= 0x2591 && glyph <= 0x2593) // shades
		return static_cast<float>(glyph - 0x2590) / 4;
	if (const auto parts = block_parts(glyph); !parts.empty())
		return coverage_of_parts(parts);
	return glyph == 0xa0 || glyph == 0x3000 ? 0 : coverage_of_a_letter;
}

std::vector<float> tile_luminance(const grid &of) {
	const int across = (of.columns + tile_columns - 1) / tile_columns;
	const int down = (of.rows + tile_rows - 1) / tile_rows;
	std::vector<float> sums(static_cast<std::size_t>(across) * down);
	std::vector<float> counts(sums.size());
	light_of_colors light;
	for (int row = 0; row < of.rows; ++row)
		for (int column = 0; column < of.columns; ++column) {
			const auto tile = static_cast<std::size_t>(row / tile_rows * across + column / tile_columns);
			sums[tile] += light.of(of.at(column, row));
			++counts[tile];
		}
	std::transform(sums.begin(), sums.end(), counts.begin(), sums.begin(), std::divides<>());
	return sums;
}

} // namespace assetc
