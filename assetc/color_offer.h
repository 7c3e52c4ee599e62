// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// The colours that can be had, and which of them are nearest to one that is wanted.
#pragma once

#include "color.h"
#include "looks.h"

#include <array>
#include <cstddef>
#include <vector>

namespace assetc {

struct color_offer {
	bool has_all = false; // then there is no list
	std::vector<color> colors;
	std::vector<light> lights;
	std::size_t papers = 0; // only so many of them, the first, can be papers
};

// Of 16 colours, only the first eight are papers: the Linux console has no others. Of 256, those above 16 are taken, as
// the first are not the same on all terminals. depth is not none.
color_offer make_color_offer(color_depth depth);

// All colours of an offer as they look in one place.
using colors_seen = std::vector<light>;
colors_seen see(const color_offer &offer, const looks &look);

// The numbers of four colours, or fewer, that are near to a light, the nearest first. Of 16 colours they are the
// nearest; of 256 the nearest of the corners that are around it in the cube, and of the greys that are as bright.
struct near_colors {
	std::size_t count = 0;
	std::array<std::size_t, 4> numbers{};
};
near_colors find_near(const color_offer &offer, const colors_seen &seen, std::size_t count, light wanted,
		      const looks &look);

} // namespace assetc
