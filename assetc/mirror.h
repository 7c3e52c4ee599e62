// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Mirror images of what is shown.
#pragma once

#include "grid.h"
#include "picture.h"

#include <optional>
#include <string_view>

namespace assetc {

// Horizontally, left becomes right; vertically, the top becomes the bottom; both is half a turn.
enum class mirroring { none, horizontal, vertical, both };

bool turns_left_to_right(mirroring by);
bool turns_upside_down(mirroring by);

// The mirroring that text names: "none", "horizontal", "vertical", "both"; empty if it names none.
std::optional<mirroring> parse_mirroring(std::string_view text);

// The mirror image of a glyph; a glyph that has none stays as it is. See mirror_glyphs.h for what has one; of braille,
// the dots change places.
char32_t mirrored(char32_t glyph, mirroring by);

// Cells change places, and glyphs become their mirror images.
grid mirrored(grid of, mirroring by);

picture mirrored(picture of, mirroring by);

} // namespace assetc
