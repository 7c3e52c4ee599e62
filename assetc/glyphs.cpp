// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "glyphs.h"

#include "console_font.h"
#include "octant.h"
#include "text.h"

#include <algorithm>

namespace assetc {
namespace {

using glyphs = std::vector<glyph_ink>;

// The shape of what `is_lit(x, y)` says of each pixel.
template <typename Lit> glyph_ink shape(char32_t glyph, Lit is_lit) {
	static_assert(glyph_width == pixels_across && glyph_height == pixels_down);
	glyph_ink result = {glyph, {}, {}};
	for (int y = 0; y < glyph_height; ++y)
		for (int x = 0; x < glyph_width; ++x)
			if (is_lit(x, y)) {
				result.lit[static_cast<std::size_t>(y / 2 * samples_across + x / 2)] += fully_lit / 4;
				result.pixels[static_cast<std::size_t>(y * pixels_across + x)] = fully_lit;
			}
	return result;
}

glyph_ink block(char32_t glyph, int left, int top, int right, int bottom) {
	return shape(glyph, [=](int x, int y) { return x >= left && x < right && y >= top && y < bottom; });
}

// A cell in parts, two across, each lit where its bit in `mask` is; the first part's bit is the lowest.
glyph_ink mosaic(char32_t glyph, unsigned mask, int rows) {
	return shape(glyph, [=](int x, int y) {
		const int row = rows == 3 ? (y >= 5) + (y >= 11) : y * rows / glyph_height;
		return (mask >> (2 * row + x / 4) & 1) != 0;
	});
}

void add_ascii(glyphs &to) {
	for (char glyph = ' '; glyph <= '~'; ++glyph)
		to.push_back(shape(static_cast<char32_t>(glyph), [&](int x, int y) {
			return (console_glyph(glyph).rows[static_cast<std::size_t>(y)] & 0x80 >> x) != 0;
		}));
}

// Dots of 2x2 pixels; the bits go down the left column, down the right one, and then along the lowest row.
void add_braille(glyphs &to) {
	constexpr std::array<int, 8> bit_of = {0, 3, 1, 4, 2, 5, 6, 7};
	for (unsigned mask = 0; mask < 256; ++mask)
		to.push_back(shape(0x2800 + mask, [=](int x, int y) {
			const bool is_dot = (x % 4 == 1 || x % 4 == 2) && (y % 4 == 1 || y % 4 == 2);
			return is_dot && (mask >> bit_of[static_cast<std::size_t>(y / 4 * 2 + x / 4)] & 1) != 0;
		}));
}

void add_half(glyphs &to) {
	to.push_back(mosaic(U' ', 0, 2));
	to.push_back(mosaic(U'▀', 0b0011, 2));
	to.push_back(mosaic(U'▄', 0b1100, 2));
	to.push_back(mosaic(U'█', 0b1111, 2));
}

void add_quadrant(glyphs &to) {
	constexpr std::u32string_view by_mask = U" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█";
	for (unsigned mask = 0; mask < by_mask.size(); ++mask)
		to.push_back(mosaic(by_mask[mask], mask, 2));
}

// Unicode has the sextants in the order of their masks, but for four that are block elements.
void add_sextant(glyphs &to) {
	char32_t next = 0x1FB00;
	for (unsigned mask = 0; mask < 64; ++mask) {
		char32_t glyph = U' ';
		if (mask == 0b010101)
			glyph = U'▌';
		else if (mask == 0b101010)
			glyph = U'▐';
		else if (mask == 0b111111)
			glyph = U'█';
		else if (mask != 0)
			glyph = next++;
		to.push_back(mosaic(glyph, mask, 3));
	}
}

void add_octant(glyphs &to) {
	for (unsigned mask = 0; mask < octant_glyphs.size(); ++mask)
		to.push_back(mosaic(octant_glyphs[mask], mask, 4));
}

// The block elements of every console font: eighths, quadrants and shades.
void add_blocks(glyphs &to) {
	add_quadrant(to);
	for (int eighths = 1; eighths < 8; ++eighths) {
		to.push_back(block(0x2580 + static_cast<char32_t>(eighths), 0, 16 - 2 * eighths, 8, 16));
		to.push_back(block(0x2590 - static_cast<char32_t>(eighths), 0, 0, eighths, 16));
	}
	to.push_back(block(U'▔', 0, 0, 8, 2));
	to.push_back(block(U'▕', 7, 0, 8, 16));
	to.push_back(shape(U'░', [](int x, int y) { return (x + 2 * y) % 4 == 0; }));
	to.push_back(shape(U'▒', [](int x, int y) { return (x + y) % 2 == 0; }));
	to.push_back(shape(U'▓', [](int x, int y) { return (x + 2 * y) % 4 != 0; }));
}

constexpr std::size_t most_steps = 256; // as many greys as pixels have; what is known of glyphs grows with their square
constexpr std::size_t most_bytes_a_step = 4;

// A ramp's glyphs are taken for evenly grey, each as much lighter as the one before.
bool add_ramp(glyphs &to, std::string_view characters) {
	if (characters.size() > most_steps * most_bytes_a_step || find_fault(characters))
		return false;
	const auto steps = split_glyphs(characters);
	if (steps.size() < 2 || steps.size() > most_steps)
		return false;
	for (std::size_t i = 0; i < steps.size(); ++i) {
		if (steps[i].code_points.size() != 1 || steps[i].columns != 1 || is_mark(steps[i].code_points.front()))
			return false;
		glyph_ink step = {steps[i].code_points.front(), {}, {}};
		step.lit.fill(static_cast<std::uint8_t>((fully_lit * i + (steps.size() - 1) / 2) / (steps.size() - 1)));
		step.pixels.fill(step.lit.front());
		to.push_back(step);
	}
	return std::any_of(to.begin(), to.end(), [&](const auto &step) { return step.glyph != to.front().glyph; });
}

struct named_set {
	std::string_view name;
	void (*add)(glyphs &);
};
constexpr std::array<named_set, 7> named_sets = {{
	{"ascii", add_ascii},
	{"braille", add_braille},
	{"half", add_half},
	{"quadrant", add_quadrant},
	{"sextant", add_sextant},
	{"octant", add_octant},
	{"blocks", add_blocks},
}};

bool add_named(glyphs &to, std::string_view name) {
	for (const named_set &set : named_sets)
		if (set.name == name) {
			set.add(to);
			return true;
		}
	return false;
}

// What a glyph of the font lights of one part of its cell, of so many across and down, which its pixels may straddle.
std::uint8_t lit_of(const font_file &font, int number, int part, int across, int down) {
	const auto overlap = [](int pixel, int pixels, int at, int samples) {
		const int start = std::max(pixel * samples, at * pixels);
		return std::max(0, std::min((pixel + 1) * samples, (at + 1) * pixels) - start);
	};
	const int row = part / across, column = part % across;
	int sum = 0;
	for (int y = row * font.height / down; y * down < (row + 1) * font.height; ++y)
		for (int x = column * font.width / across; x * across < (column + 1) * font.width; ++x)
			if (font.lights(number, x, y))
				sum += overlap(y, font.height, row, down) * overlap(x, font.width, column, across);
	const int whole = font.width * font.height;
	return static_cast<std::uint8_t>((fully_lit * sum + whole / 2) / whole);
}

// A ramp's glyphs stay evenly grey. Every console shows a space.
void use_font(glyphs &all, const font_file &font, bool is_ramp) {
	std::erase_if(all,
		      [&](const glyph_ink &ink) { return ink.glyph != U' ' && !font.number_of.contains(ink.glyph); });
	for (glyph_ink &ink : all) {
		if (is_ramp || ink.glyph == U' ')
			continue;
		const int number = font.number_of.at(ink.glyph);
		for (std::size_t i = 0; i < ink.lit.size(); ++i)
			ink.lit[i] = lit_of(font, number, static_cast<int>(i), samples_across, samples_down);
		for (std::size_t i = 0; i < ink.pixels.size(); ++i)
			ink.pixels[i] = lit_of(font, number, static_cast<int>(i), pixels_across, pixels_down);
	}
}

void drop_repeated(glyphs &all) {
	glyphs once;
	for (const glyph_ink &ink : all)
		if (std::none_of(once.begin(), once.end(), [&](const auto &seen) { return seen.glyph == ink.glyph; }))
			once.push_back(ink);
	all = std::move(once);
}

} // namespace

float coverage(const glyph_ink &ink) {
	int sum = 0;
	for (const std::uint8_t lit : ink.lit)
		sum += lit;
	return static_cast<float>(sum) / (fully_lit * cell_size);
}

std::string glyph_set_names() {
	std::string names;
	for (const named_set &set : named_sets)
		(names += names.empty() ? "" : ", ") += set.name;
	return names;
}

std::optional<std::vector<glyph_ink>> parse_glyphs(std::string_view text, const font_file *font) {
	glyphs result;
	for (bool is_last = false; !is_last;) {
		constexpr std::string_view ramp = "ramp:";
		const std::size_t end = text.starts_with(ramp) ? text.npos : text.find(',');
		const std::string_view name = text.substr(0, end);
		const bool is_ramp = name.starts_with(ramp);
		glyphs set;
		if (!(is_ramp ? add_ramp(set, name.substr(ramp.size())) : add_named(set, name)))
			return {};
		if (font)
			use_font(set, *font, is_ramp);
		result.insert(result.end(), set.begin(), set.end());
		drop_repeated(result); // at once: a set can be named many times
		is_last = end == text.npos;
		text.remove_prefix(is_last ? text.size() : end + 1);
	}
	return result;
}

} // namespace assetc
