// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// What is wrong with a coloured text as a picture, as the eye feels it.
#pragma once

#include "color_choice.h"
#include "resample.h"

namespace assetc {

// What a cell adds to the light of its window, blurred.
window shown_by(const color_choice &cell, const color_repertoire &glyphs);

// The errors everywhere, blurred: the light of the text less that of the picture. They begin with no text.
class color_errors {
public:
	explicit color_errors(const light_plane &wanted);

	// Adds light to the window of a cell.
	void add(const window &light, int column, int row);
	window around(int column, int row) const;

	// How visible an error is in the window, relative to one where the luminance is `usual`; where there is no
	// picture, not at all.
	patches visibility(int column, int row, float usual) const;

private:
	std::size_t corner(int column, int row) const;
	void find_sensitivity(int height);

	int width_; // with a margin on both sides
	std::array<std::vector<float>, 3> light_;
	std::vector<float> squared_sensitivity_; // of patches
};

} // namespace assetc
