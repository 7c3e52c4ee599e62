// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// What is wrong with a coloured text as a picture, as the eye feels it.
#pragma once

#include "color_choice.h"
#include "color_search.h"

namespace assetc {

// Light in the window around a cell, a channel each.
using window = std::array<std::array<float, window_area>, 3>;

// The light of a cell in its window, blurred.
window blurred(const color_choice &shown, const color_repertoire &glyphs);

// The errors everywhere, blurred: the light of the text less that of the picture. They begin with no text.
class color_errors {
public:
	explicit color_errors(const light_plane &wanted);

	void add(const window &light, int column, int row, float sign);
	window around(int column, int row) const;

	// How visible an error is in the window, relative to one where the luminance is `usual`; where there is no
	// picture, not at all.
	std::array<float, window_area> visibility(int column, int row, float usual) const;

private:
	std::size_t corner(int column, int row) const;

	int width_; // with a margin on both sides
	std::array<std::vector<float>, 3> light_;
	std::vector<float> sensitivity_; // 0 in the margin
};

} // namespace assetc
