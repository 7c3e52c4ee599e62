// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "mirror.h"

#include "mirror_glyphs.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <unordered_map>

namespace assetc {

namespace {

// The dots of braille, as bits from the lowest: down the left column, down the right one, and the lowest row.
using dots = std::array<unsigned, 8>;
constexpr dots dots_left_to_right = {3, 4, 5, 0, 1, 2, 7, 6};
constexpr dots dots_upside_down = {6, 2, 1, 7, 5, 4, 0, 3};
constexpr char32_t first_braille = 0x2800;
constexpr char32_t last_braille = 0x28ff;

char32_t move_dots(char32_t glyph, const dots &to) {
	char32_t moved = first_braille;
	for (unsigned dot = 0; dot < to.size(); ++dot)
		if (glyph >> dot & 1)
			moved |= char32_t{1} << to[dot];
	return moved;
}

std::unordered_map<char32_t, char32_t> images(axis of) {
	std::unordered_map<char32_t, char32_t> found;
	const auto pairs = mirror_glyphs(of);
	for (std::size_t i = 0; i < pairs.size(); i += 2) {
		found.emplace(pairs[i], pairs[i + 1]);
		found.emplace(pairs[i + 1], pairs[i]);
	}
	return found;
}

char32_t image(char32_t glyph, axis of) {
	static const std::array known = {images(axis::left_right), images(axis::up_down)};
	if (glyph >= first_braille && glyph <= last_braille)
		return move_dots(glyph, of == axis::left_right ? dots_left_to_right : dots_upside_down);
	const auto &pairs = known[static_cast<std::size_t>(of)];
	const auto found = pairs.find(glyph);
	return found == pairs.end() ? glyph : found->second;
}

// Reverses the order of cells; a wide glyph stays left of its tail.
void turn_row(cell *row, int columns) {
	std::reverse(row, row + columns);
	for (int column = 0; column + 1 < columns; ++column)
		if (row[column].glyph == wide_tail)
			std::swap(row[column], row[column + 1]), ++column;
}

template <typename Item> void exchange_rows(std::vector<Item> &items, std::size_t items_a_row) {
	const auto rows = static_cast<std::ptrdiff_t>(items.size() / items_a_row);
	const auto across = static_cast<std::ptrdiff_t>(items_a_row);
	for (std::ptrdiff_t row = 0; row < rows / 2; ++row)
		std::swap_ranges(items.begin() + row * across, items.begin() + (row + 1) * across,
				 items.end() - (row + 1) * across);
}

void turn_pixels(picture &of) {
	for (int y = 0; y < of.height; ++y) {
		auto *const row = of.rgba.data() + std::size_t{4} * y * of.width;
		for (int left = 0, right = of.width - 1; left < right; ++left, --right)
			std::swap_ranges(row + 4 * left, row + 4 * left + 4, row + 4 * right);
	}
}

} // namespace

bool turns_left_to_right(mirroring by) {
	return by == mirroring::horizontal || by == mirroring::both;
}

bool turns_upside_down(mirroring by) {
	return by == mirroring::vertical || by == mirroring::both;
}

std::optional<mirroring> parse_mirroring(std::string_view text) {
	constexpr std::array<std::string_view, 4> names = {"none", "horizontal", "vertical", "both"};
	const auto found = std::find(names.begin(), names.end(), text);
	if (found == names.end())
		return std::nullopt;
	return static_cast<mirroring>(found - names.begin());
}

char32_t mirrored(char32_t glyph, mirroring by) {
	if (turns_left_to_right(by))
		glyph = image(glyph, axis::left_right);
	if (turns_upside_down(by))
		glyph = image(glyph, axis::up_down);
	return glyph;
}

grid mirrored(grid of, mirroring by) {
	if (by == mirroring::none || of.cells.empty())
		return of;
	if (turns_left_to_right(by))
		for (int row = 0; row < of.rows; ++row)
			turn_row(&of.at(0, row), of.columns);
	if (turns_upside_down(by))
		exchange_rows(of.cells, static_cast<std::size_t>(of.columns));
	for (auto &shown : of.cells)
		if (shown.glyph != U' ')
			shown.glyph = mirrored(shown.glyph, by);
	return of;
}

picture mirrored(picture of, mirroring by) {
	if (turns_left_to_right(by))
		turn_pixels(of);
	if (turns_upside_down(by) && of.width > 0)
		exchange_rows(of.rgba, std::size_t{4} * of.width);
	return of;
}

} // namespace assetc
