// SPDX-License-Identifier: GPL-2.0-or-later
// What one file shows: a frame of text, or a picture.
#pragma once

#include "animation.h"

#include <string>
#include <string_view>

namespace assetc {

// The most columns and the most rows of a frame.
inline constexpr int most_cells_a_side = 1000;

// What a file holds as one frame: a still picture, or text, one row of art a line. Throws error.
frame_content read_content(const std::string &file);

} // namespace assetc
