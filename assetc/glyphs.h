// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// The glyphs that a picture may be drawn with, and their shapes.
#pragma once

#include "eye.h"
#include "font_file.h"

#include <optional>
#include <string>
#include <string_view>

namespace assetc {

// Where more than samples counts: each is two pixels of the console's font wide and high.
inline constexpr int pixels_across = 2 * samples_across;
inline constexpr int pixels_down = 2 * samples_down;

// How much of each sample of its cell a glyph lights, in sixteenths, row by row; and of each pixel.
struct glyph_ink {
	char32_t glyph = U' ';
	std::array<std::uint8_t, cell_size> lit{};
	std::array<std::uint8_t, pixels_across * pixels_down> pixels{};
};

inline constexpr int fully_lit = 16;

// The share of a cell that a glyph lights, 0 to 1.
float coverage(const glyph_ink &ink);

// The names of the sets, for people: "ascii, braille, ...".
std::string glyph_set_names();

// The glyphs that text names: a set, or several with commas between; `ramp:CHARS`, 2 to 256 glyphs from dark to light
// whatever their shape, takes the rest of the text and stands last. Each glyph once. Empty where the text means none.
// With a font, glyphs have its shapes, and those that it lacks are left out.
std::optional<std::vector<glyph_ink>> parse_glyphs(std::string_view text, const font_file *font = nullptr);

} // namespace assetc
