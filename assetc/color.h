// SPDX-License-Identifier: GPL-2.0-or-later
// Colours as an animation names them and as a terminal shows them.
#pragma once

#include "oklab.h"

#include <array>
#include <bit>
#include <cstdint>
#include <optional>
#include <string_view>

namespace assetc {

// What a cell is painted with: the terminal's own colour, one of its 256 numbered colours, or an exact one.
struct color {
	enum class kind : std::uint8_t { standard, indexed, rgb };
	kind is = kind::standard;
	std::uint8_t red = 0; // of an indexed colour: its number
	std::uint8_t green = 0;
	std::uint8_t blue = 0;

	static constexpr color indexed(std::uint8_t number) { return {kind::indexed, number, 0, 0}; }
	static constexpr color rgb(std::uint8_t r, std::uint8_t g, std::uint8_t b) { return {kind::rgb, r, g, b}; }
	constexpr std::uint8_t number() const { return red; }
	friend constexpr bool operator==(color a, color b) {
		// As one number: millions of cells are compared.
		return std::bit_cast<std::uint32_t>(a) == std::bit_cast<std::uint32_t>(b);
	}
};

// How many colours the output may use.
enum class color_depth : std::uint8_t { none, ansi16, ansi256, rgb };

// "none", "16", "256" or "rgb"; empty for anything else.
std::optional<color_depth> parse_color_depth(std::string_view text);

// The names of the first eight colours, in the terminal's order; "bright red" and so on are the other eight.
inline constexpr std::array<std::string_view, 8> color_names = {"black", "red",     "green", "yellow",
								"blue",  "magenta", "cyan",  "white"};

// The colour that text in an asset means: "#rgb" or "#rrggbb", a number "0" to "255", one of color_names, also
// with "bright " before it, "grey" (bright black), or "default". Empty where it means none.
std::optional<color> parse_color(std::string_view text);

// The nearest colour that a terminal with so many colours can show; by distance in OKLab.
color reduce(color wanted, color_depth depth);

// What a colour looks like; `standard` is what the terminal's own colour does.
rgb8 appearance(color of, rgb8 standard);

} // namespace assetc
