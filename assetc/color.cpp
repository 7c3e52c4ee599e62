// SPDX-License-Identifier: GPL-2.0-or-later
#include "color.h"

#include "oklab.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace assetc {

namespace {

// The sixteen colours as the Linux console shows them (the kernel's default_red, default_grn, default_blu).
constexpr std::array<rgb8, 16> console_palette = {{{0, 0, 0},
						   {170, 0, 0},
						   {0, 170, 0},
						   {170, 85, 0},
						   {0, 0, 170},
						   {170, 0, 170},
						   {0, 170, 170},
						   {170, 170, 170},
						   {85, 85, 85},
						   {255, 85, 85},
						   {85, 255, 85},
						   {255, 255, 85},
						   {85, 85, 255},
						   {255, 85, 255},
						   {85, 255, 255},
						   {255, 255, 255}}};

// xterm's 256 colours: the sixteen, a 6x6x6 cube with these levels, and a ramp of 24 greys.
constexpr std::array<std::uint8_t, 6> cube_levels = {0, 95, 135, 175, 215, 255};

rgb8 indexed_rgb(int number) {
	if (number < 16)
		return console_palette[number];
	if (number < 232)
		return {cube_levels[(number - 16) / 36], cube_levels[(number - 16) / 6 % 6],
			cube_levels[(number - 16) % 6]};
	const auto grey = static_cast<std::uint8_t>(8 + 10 * (number - 232));
	return {grey, grey, grey};
}

std::uint8_t nearest_indexed(rgb8 wanted, int first, int last) {
	static const auto palette = [] {
		std::array<oklab, 256> all;
		for (int number = 0; number < 256; ++number)
			all[static_cast<std::size_t>(number)] = to_oklab(indexed_rgb(number));
		return all;
	}();
	const auto target = to_oklab(wanted);
	const auto nearer = [&](const oklab &p, const oklab &q) {
		return squared_distance(p, target) < squared_distance(q, target);
	};
	const auto best = std::min_element(palette.begin() + first, palette.begin() + last + 1, nearer);
	return static_cast<std::uint8_t>(best - palette.begin());
}

std::optional<color> parse_hexadecimal(std::string_view digits) {
	unsigned value = 0;
	const auto end = digits.data() + digits.size();
	const auto parsed = std::from_chars(digits.data(), end, value, 16);
	if (parsed.ptr != end || parsed.ec != std::errc())
		return std::nullopt;
	const auto byte = [](unsigned x) { return static_cast<std::uint8_t>(x & 0xff); };
	if (digits.size() == 6)
		return color::rgb(byte(value >> 16), byte(value >> 8), byte(value));
	if (digits.size() == 3)
		return color::rgb(byte((value >> 8) * 17), byte((value >> 4 & 15) * 17), byte((value & 15) * 17));
	return std::nullopt;
}

std::optional<color> parse_number(std::string_view digits) {
	std::uint8_t number = 0;
	const auto end = digits.data() + digits.size();
	const auto parsed = std::from_chars(digits.data(), end, number);
	if (parsed.ptr != end || parsed.ec != std::errc())
		return std::nullopt;
	return color::indexed(number);
}

std::optional<color> parse_name(std::string_view name) {
	constexpr std::string_view bright = "bright ";
	const bool is_bright = name.starts_with(bright);
	if (is_bright)
		name.remove_prefix(bright.size());
	const auto found = std::find(color_names.begin(), color_names.begin() + 8, name);
	if (found == color_names.begin() + 8)
		return std::nullopt;
	return color::indexed(static_cast<std::uint8_t>((found - color_names.begin()) + (is_bright ? 8 : 0)));
}

} // namespace

std::optional<color> parse_color(std::string_view text) {
	if (text.starts_with('#') && text.size() > 1)
		return parse_hexadecimal(text.substr(1));
	if (text == "default")
		return color{};
	if (text == "grey" || text == "gray")
		return color::indexed(8);
	std::string words(text);
	std::replace_if(
		words.begin(), words.end(), [](char c) { return c == '_' || c == '-'; }, ' ');
	if (const auto named = parse_name(words))
		return named;
	return parse_number(text);
}

std::optional<color_depth> parse_color_depth(std::string_view text) {
	if (text == "none")
		return color_depth::none;
	if (text == "16")
		return color_depth::ansi16;
	if (text == "256")
		return color_depth::ansi256;
	if (text == "rgb")
		return color_depth::rgb;
	return std::nullopt;
}

color reduce(color wanted, color_depth depth) {
	if (depth == color_depth::none)
		return {};
	const bool is_rgb = wanted.is == color::kind::rgb;
	const bool is_large = wanted.is == color::kind::indexed && wanted.number() >= 16;
	if (is_rgb && depth == color_depth::ansi256)
		return color::indexed(nearest_indexed(rgb8{wanted.red, wanted.green, wanted.blue}, 16, 255));
	if (is_rgb && depth == color_depth::ansi16)
		return color::indexed(nearest_indexed(rgb8{wanted.red, wanted.green, wanted.blue}, 0, 15));
	if (is_large && depth == color_depth::ansi16)
		return color::indexed(nearest_indexed(indexed_rgb(wanted.number()), 0, 15));
	return wanted;
}

rgb8 appearance(color of, rgb8 standard) {
	if (of.is == color::kind::standard)
		return standard;
	return of.is == color::kind::rgb ? rgb8{of.red, of.green, of.blue} : indexed_rgb(of.number());
}

} // namespace assetc
