// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// The shapes of the Linux console's own glyphs.
#pragma once

#include <array>
#include <cstdint>

namespace assetc {

inline constexpr int glyph_width = 8;
inline constexpr int glyph_height = 16;

// What a glyph lights of its cell: one byte a line from the top, the leftmost pixel in the highest bit.
struct glyph_shape {
	std::array<std::uint8_t, glyph_height> rows{};
	friend constexpr bool operator==(const glyph_shape &, const glyph_shape &) = default;
};

// The shape of a printable ASCII character, ' ' to '~'.
const glyph_shape &console_glyph(char glyph);

} // namespace assetc
