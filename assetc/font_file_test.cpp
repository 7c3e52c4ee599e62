// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "font_file.h"

#include "diagnostic.h"

#include <gtest/gtest.h>

namespace assetc {
namespace {

// 256 glyphs of 8x2 pixels; the n-th lights the bits of n in its first line.
std::string font_1(unsigned mode) {
	std::string bytes = {'\x36', '\x04', static_cast<char>(mode), 2};
	for (int i = 0; i < 256; ++i)
		bytes += {static_cast<char>(i), 0};
	return bytes;
}

void append_number(std::string &to, unsigned number) {
	for (int i = 0; i < 4; ++i)
		to += static_cast<char>(number >> 8 * i & 0xff);
}

// Two glyphs of 10x1 pixels: the last pixel, and all.
std::string font_2(unsigned flags, unsigned glyph_size = 2) {
	std::string bytes = "\x72\xb5\x4a\x86";
	for (const unsigned field : {0U, 32U, flags, 2U, glyph_size, 1U, 10U})
		append_number(bytes, field);
	return bytes + std::string("\x00\x40\xff\xc0", 4);
}

TEST(decode_font, knows_ascii_where_the_font_names_no_characters) {
	const auto font = decode_font("a.psf", font_1(0));
	EXPECT_EQ(font.width, 8);
	EXPECT_EQ(font.height, 2);
	EXPECT_EQ(font.number_of.size(), 95U);
	EXPECT_EQ(font.number_of.at(U'A'), 65);
	EXPECT_TRUE(font.lights(65, 1, 0));
	EXPECT_FALSE(font.lights(65, 2, 0));
	EXPECT_FALSE(font.lights(65, 1, 1));
}

TEST(decode_font, reads_the_characters_of_the_first_kind) {
	auto bytes = font_1(2);
	bytes += std::string("\x41\x00\x91\x03\xfe\xff\x42\x00\x01\x03\xff\xff\x43\x00\xff\xff", 16);
	const auto font = decode_font("a.psf", bytes);
	EXPECT_EQ(font.number_of, (std::map<char32_t, int>{{U'A', 0}, {U'Α', 0}, {U'C', 1}}));
}

TEST(decode_font, reads_the_second_kind) {
	const auto font = decode_font("a.psf", font_2(1) + "A\u0391\xfe"
							   "B\u0301\xff"
							   "\u2588\xff");
	EXPECT_EQ(font.width, 10);
	EXPECT_EQ(font.number_of, (std::map<char32_t, int>{{U'A', 0}, {U'Α', 0}, {U'█', 1}}));
	EXPECT_TRUE(font.lights(0, 9, 0));
	EXPECT_FALSE(font.lights(0, 8, 0));
	EXPECT_TRUE(font.lights(1, 0, 0));
}

std::string refusal_of(const std::string &bytes) {
	try {
		decode_font("a.psf", bytes);
	} catch (const error &wrong) {
		EXPECT_EQ(wrong.said.where.file, "a.psf");
		return wrong.said.what;
	}
	return "";
}

TEST(decode_font, refuses_what_is_no_font) {
	EXPECT_EQ(refusal_of(""), "this is no console font (PSF)");
	EXPECT_EQ(refusal_of("hello"), "this is no console font (PSF)");
	EXPECT_EQ(refusal_of(font_2(0).substr(0, 31)), "this is no console font (PSF)");
	EXPECT_EQ(refusal_of(font_1(0).substr(0, 500)), "this font is cut short");
	EXPECT_EQ(refusal_of(font_2(0, 3)), "this font's sizes contradict each other");
	EXPECT_EQ(refusal_of(std::string("\x36\x04\x00\x00", 4)),
		  "a font of 256 glyphs of 8x0 pixels is none for a console");
}

} // namespace
} // namespace assetc
