// SPDX-License-Identifier: GPL-2.0-or-later
#include "color.h"

#include <gtest/gtest.h>

namespace assetc {
namespace {

TEST(color, is_read_by_name) {
	EXPECT_EQ(parse_color("default"), color{});
	EXPECT_EQ(parse_color("black"), color::indexed(0));
	EXPECT_EQ(parse_color("white"), color::indexed(7));
	EXPECT_EQ(parse_color("bright red"), color::indexed(9));
	EXPECT_EQ(parse_color("bright-red"), color::indexed(9));
	EXPECT_EQ(parse_color("bright_white"), color::indexed(15));
	EXPECT_EQ(parse_color("grey"), color::indexed(8));
	EXPECT_EQ(parse_color("gray"), color::indexed(8));
}

TEST(color, is_read_as_a_number) {
	EXPECT_EQ(parse_color("0"), color::indexed(0));
	EXPECT_EQ(parse_color("255"), color::indexed(255));
}

TEST(color, is_read_as_hexadecimal_digits) {
	EXPECT_EQ(parse_color("#4caf50"), color::rgb(0x4c, 0xaf, 0x50));
	EXPECT_EQ(parse_color("#4CAF50"), color::rgb(0x4c, 0xaf, 0x50));
	EXPECT_EQ(parse_color("#abc"), color::rgb(0xaa, 0xbb, 0xcc));
	EXPECT_EQ(parse_color("#000000"), color::rgb(0, 0, 0));
}

TEST(color, is_none_where_it_cannot_be_told) {
	for (const auto text : {"",     "#",       "#12",  "#1234",  "#12345",  "#1234567",    "#-12",
				"#+12", "#12345g", "256",  "-1",     "+1",      "1.0",         "redd",
				"Red",  " red",    "red ", "bright", "bright ", "bright grey", "bright bright red",
				"0x10"})
		EXPECT_FALSE(parse_color(text)) << text;
}

TEST(color_depth, is_read) {
	EXPECT_EQ(parse_color_depth("none"), color_depth::none);
	EXPECT_EQ(parse_color_depth("16"), color_depth::ansi16);
	EXPECT_EQ(parse_color_depth("256"), color_depth::ansi256);
	EXPECT_EQ(parse_color_depth("rgb"), color_depth::rgb);
	EXPECT_FALSE(parse_color_depth("8"));
	EXPECT_FALSE(parse_color_depth(""));
}

TEST(reduced_color, stays_where_the_terminal_has_it) {
	for (const auto depth : {color_depth::ansi16, color_depth::ansi256, color_depth::rgb}) {
		EXPECT_EQ(reduce({}, depth), color{});
		EXPECT_EQ(reduce(color::indexed(9), depth), color::indexed(9));
	}
	EXPECT_EQ(reduce(color::indexed(208), color_depth::ansi256), color::indexed(208));
	EXPECT_EQ(reduce(color::rgb(1, 2, 3), color_depth::rgb), color::rgb(1, 2, 3));
}

TEST(reduced_color, is_the_nearest_that_there_is) {
	EXPECT_EQ(reduce(color::rgb(255, 135, 0), color_depth::ansi256), color::indexed(208));
	EXPECT_EQ(reduce(color::rgb(8, 8, 8), color_depth::ansi256), color::indexed(232));
	EXPECT_EQ(reduce(color::rgb(255, 255, 255), color_depth::ansi256), color::indexed(231));
	EXPECT_EQ(reduce(color::rgb(170, 0, 0), color_depth::ansi16), color::indexed(1));
	EXPECT_EQ(reduce(color::rgb(250, 90, 80), color_depth::ansi16), color::indexed(9));
	EXPECT_EQ(reduce(color::indexed(124), color_depth::ansi16), color::indexed(1));
	EXPECT_EQ(reduce(color::indexed(244), color_depth::ansi16).is, color::kind::indexed);
}

TEST(reduced_color, is_none_where_there_are_none) {
	EXPECT_EQ(reduce(color::indexed(9), color_depth::none), color{});
	EXPECT_EQ(reduce(color::rgb(1, 2, 3), color_depth::none), color{});
}

// Reducing twice must not move a colour on.
TEST(reduced_color, is_its_own_nearest) {
	for (int step = 0; step < 4096; ++step) {
		const auto exact = color::rgb(static_cast<std::uint8_t>((step >> 8) * 17),
					      static_cast<std::uint8_t>((step >> 4 & 15) * 17),
					      static_cast<std::uint8_t>((step & 15) * 17));
		for (const auto depth : {color_depth::ansi16, color_depth::ansi256})
			EXPECT_EQ(reduce(reduce(exact, depth), depth), reduce(exact, depth));
	}
}

} // namespace
} // namespace assetc
