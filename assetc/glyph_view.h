// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// What the eye sees of a glyph from close by, where its pixels still tell.
#pragma once

#include "glyphs.h"

namespace assetc {

// A glyph shows in its own samples and so many around.
inline constexpr int seen_reach = 3;
inline constexpr int seen_width = samples_across + 2 * seen_reach;
inline constexpr int seen_height = samples_down + 2 * seen_reach;

// The share of light in each of them, row by row: a Gaussian of two pixels around the middle of each sample.
using glyph_view = std::array<float, seen_width * seen_height>;
glyph_view seen_of(const glyph_ink &ink);

} // namespace assetc
