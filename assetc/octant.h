// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Octants: the glyphs of a cell in two columns and four rows of parts, some of which Unicode has among other blocks.
#pragma once

#include <array>
#include <optional>

namespace assetc {

// The glyph of each octant (Unicode 16, "Symbols for Legacy Computing Supplement"), by the mask of its lit parts: bit 0
// is the part at the top left, bit 1 the one to its right, bit 7 the one at the bottom right.
extern const std::array<char32_t, 256> octant_glyphs;

// The mask of a glyph from that table; empty for any other.
std::optional<unsigned> octant_mask(char32_t glyph);

} // namespace assetc
