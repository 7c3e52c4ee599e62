// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "block_shape.h"

#include <gtest/gtest.h>

namespace assetc {
namespace {

// The cell as 6 rows of 8 units, each 4 units high: enough for halves, quadrants and sextants.
std::string drawn(char32_t glyph) {
	std::string text;
	for (int y = 2; y < cell_units_down; y += 4) {
		for (int x = 0; x < cell_units_across; ++x) {
			bool lit = false;
			for (const auto &part : block_parts(glyph))
				lit |= x >= part.left && x < part.left + part.width && y >= part.top &&
				       y < part.top + part.height;
			text += lit ? '#' : '.';
		}
		text += '\n';
	}
	return text;
}

TEST(block_shape, knows_quadrants) {
	EXPECT_EQ(drawn(U'▚'), "####....\n####....\n####....\n....####\n....####\n....####\n");
	EXPECT_EQ(drawn(U'▟'), "....####\n....####\n....####\n########\n########\n########\n");
}

TEST(block_shape, knows_sextants) {
	EXPECT_EQ(drawn(U'🬀'), "####....\n####....\n........\n........\n........\n........\n");
	EXPECT_EQ(drawn(U'🬓'), "........\n........\n####....\n####....\n####....\n####....\n");
	EXPECT_EQ(drawn(U'🬻'), "....####\n....####\n########\n########\n########\n########\n");
}

TEST(block_shape, knows_octants) {
	const auto part = [](char32_t glyph) { return block_parts(glyph).at(0); };
	EXPECT_EQ(block_parts(0x1CD00).size(), 1u); // OCTANT-3: the second row, left
	EXPECT_EQ(part(0x1CD00).left, 0);
	EXPECT_EQ(part(0x1CD00).top, 6);
	EXPECT_EQ(part(0x1CD00).width, 4);
	EXPECT_EQ(block_parts(0x1CDE5).size(), 4u); // OCTANT-2345678
	EXPECT_EQ(part(0x1CDE5).left, 4);
	EXPECT_EQ(part(0x1FB82).width, 8); // UPPER ONE QUARTER BLOCK
	EXPECT_EQ(part(0x1FB82).height, 6);
}

TEST(block_shape, knows_eighths) {
	ASSERT_EQ(block_parts(U'▃').size(), 1u);
	EXPECT_EQ(block_parts(U'▃').front().height, 9);
	EXPECT_EQ(block_parts(U'▏').front().width, 1);
	EXPECT_EQ(block_parts(U'▉').front().width, 7);
}

TEST(block_shape, leaves_letters_and_shades_to_fonts) {
	for (const char32_t glyph : {U'a', U' ', U'░', U'▓', U'─', U'⣿'})
		EXPECT_TRUE(block_parts(glyph).empty());
}

} // namespace
} // namespace assetc
