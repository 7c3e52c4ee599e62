// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "glyphs.h"

#include "text.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace assetc {
namespace {

std::size_t count(std::string_view text) {
	const auto glyphs = parse_glyphs(text);
	return glyphs ? glyphs->size() : 0;
}

const glyph_ink &find(const std::vector<glyph_ink> &glyphs, char32_t glyph) {
	return *std::find_if(glyphs.begin(), glyphs.end(), [&](const auto &one) { return one.glyph == glyph; });
}

TEST(parse_glyphs, knows_the_sets) {
	EXPECT_EQ(count("ascii"), 95U);
	EXPECT_EQ(count("braille"), 256U);
	EXPECT_EQ(count("half"), 4U);
	EXPECT_EQ(count("quadrant"), 16U);
	EXPECT_EQ(count("sextant"), 64U);
	EXPECT_EQ(count("octant"), 256U);
	EXPECT_EQ(count("ramp: .:#"), 4U);
}

TEST(parse_glyphs, joins_sets_without_repeating_a_glyph) {
	EXPECT_EQ(count("half,quadrant"), 16U);
	EXPECT_EQ(count("ascii,ramp: ░▒"), 97U);
}

TEST(parse_glyphs, refuses_everything_else) {
	for (const char *text :
	     {"", "asci", "ascii,", ",ascii", "ramp:", "ramp:x", "ramp:xx", "ramp:x\t", "ramp:月x", "ascii braille"})
		EXPECT_FALSE(parse_glyphs(text)) << text;
}

TEST(parse_glyphs, numbers_the_parts_as_unicode_does) {
	const auto sextants = *parse_glyphs("sextant");
	EXPECT_EQ(find(sextants, 0x1FB00).lit[0], 16); // SEXTANT-1: top left
	EXPECT_EQ(find(sextants, 0x1FB3B).lit[0], 0);  // SEXTANT-23456: all but it
	const auto octants = *parse_glyphs("octant");
	EXPECT_EQ(find(octants, 0x1CD00).lit[8], 16); // OCTANT-3: second row, left
	EXPECT_EQ(find(octants, 0x1CDE5).lit[0], 0);  // OCTANT-2345678
	const auto braille = *parse_glyphs("braille");
	EXPECT_EQ(find(braille, U'⠁').lit[0], 4); // a quarter of four samples
	EXPECT_EQ(find(braille, U'⠈').lit[2], 4);
	EXPECT_EQ(find(braille, U'⡀').lit[24], 4);
}

// Glyphs of 3x1 pixels: the whole of A, the left third of B.
font_file narrow_font() {
	return {"narrow.psf", 3, 1, 2, {0xe0, 0x80}, {{U'A', 0}, {U'B', 1}}};
}

TEST(parse_glyphs, takes_the_shapes_of_a_font) {
	const font_file font = narrow_font();
	const auto glyphs = *parse_glyphs("ascii", &font);
	ASSERT_EQ(glyphs.size(), 3U); // and the space
	EXPECT_EQ(coverage(find(glyphs, U'A')), 1);
	const auto &third = find(glyphs, U'B');
	EXPECT_EQ(third.lit[0], 16); // of four samples across, the first and a third of the second
	EXPECT_EQ(third.lit[1], 5);
	EXPECT_EQ(third.lit[2], 0);
}

TEST(parse_glyphs, leaves_out_what_a_font_lacks) {
	const font_file font = narrow_font();
	EXPECT_EQ(parse_glyphs("braille", &font)->size(), 0U);
	EXPECT_EQ(parse_glyphs("ramp: B", &font)->size(), 2U);
}

TEST(coverage, counts_what_is_lit) {
	const auto blocks = *parse_glyphs("blocks");
	EXPECT_EQ(coverage(find(blocks, U' ')), 0);
	EXPECT_EQ(coverage(find(blocks, U'█')), 1);
	EXPECT_EQ(coverage(find(blocks, U'░')), 0.25F);
	EXPECT_EQ(coverage(find(blocks, U'▃')), 0.375F);
}

TEST(parse_glyphs, takes_256_steps_at_most) {
	std::string ramp = "ramp:";
	for (char32_t glyph = 0x2800; glyph < 0x2900; ++glyph)
		append_utf8(ramp, glyph);
	EXPECT_EQ(count(ramp), 256U);
	EXPECT_FALSE(parse_glyphs(ramp + " "));
}

TEST(parse_glyphs, takes_no_mark_as_a_step) {
	EXPECT_FALSE(parse_glyphs("ramp:\u0301#"));
	EXPECT_FALSE(parse_glyphs("ramp: \u0301#"));
}

} // namespace
} // namespace assetc
