// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Whether what is shown flashes so that it can be dangerous to some people.
#pragma once

#include "grid.h"

#include <array>
#include <cstdint>
#include <vector>

namespace assetc {

// The rule follows the "general flash" of WCAG 2, success criterion 2.3.1. The luminance of a tile (see luminance.h)
// makes a transition when it rises or falls by a tenth of white's, whatever number of frames that takes, and the darker
// of the two is below 0.8. Two transitions, there and back, are a flash. A tile flashes too often while more than
// three flashes, that is eight transitions, lie within one second.
class flash_meter {
public:
	flash_meter(int columns, int rows);

	// Looks at what is shown from a time on, in microseconds; times grow. Returns how many cells are in tiles that
	// flash too often then.
	int show(const grid &cells, std::uint64_t at_us);

private:
	struct tile {
		float darkest = 0;
		float brightest = 0;
		int trend = 0; // 1: brighter, -1: darker
		std::array<std::uint64_t, 8> transitions_us{};
		std::size_t transitions = 0; // in all
	};
	static void watch(tile &one, float luminance, std::uint64_t at_us);
	static bool is_too_often(const tile &one, std::uint64_t now_us);
	int cells_of(std::size_t number) const;

	int columns;
	int rows;
	std::vector<tile> tiles;
};

// More cells than this are a large area: a quarter of the art, but never less than the area that WCAG takes for small,
// 21824 pixels, which are 170 cells of 8x16.
int large_area(int columns, int rows);

} // namespace assetc
