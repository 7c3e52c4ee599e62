// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// A grid as a drawing: the inside of an SVG picture.
#pragma once

#include "grid.h"
#include "reel.h"

#include <string>
#include <string_view>

namespace assetc {

// Units of the drawing: a cell is as wide as most fonts make a letter of ten units, and twice as high.
inline constexpr int cell_width = 6;
inline constexpr int cell_height = 12;
inline constexpr int margin = 10; // around the art

// How large the drawing of any frame is, with its margin.
int drawing_width(const reel &of);
int drawing_height(const reel &of);

// What every drawing stands on, as attributes of its root: how text is set, and the standard ink.
extern const std::string_view drawing_style;

// The art with its top left corner at (left, top): papers, blocks and text, as SVG elements.
std::string draw_cells(const grid &shown, int left, int top);

// The background, black with round corners.
std::string draw_screen(const reel &of);

// Text made fit for XML and HTML.
std::string markup_escaped(std::string_view text);
std::string attribute_escaped(std::string_view text);

} // namespace assetc
