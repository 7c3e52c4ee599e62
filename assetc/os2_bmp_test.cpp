// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "os2_bmp.h"

#include "picture_file.h"

#include <gtest/gtest.h>

namespace assetc {
namespace {

using namespace std::literals;

// Four pixels in a row, of the first colours of a table of so many: blue, green and red of each are its number.
std::string os2_bmp(std::size_t colors, char bits, std::string_view pixels) {
	std::string table;
	for (std::size_t i = 0; i < colors; ++i)
		table.append(3, static_cast<char>(i + 1));
	const auto pixels_at = 26 + table.size();
	return "BM\0\0\0\0\0\0\0\0"s + static_cast<char>(pixels_at) + static_cast<char>(pixels_at >> 8) +
	       "\0\0\x0c\0\0\0\4\0\1\0\1\0"s + bits + '\0' + table + std::string(pixels);
}

std::vector<std::uint8_t> reds(const std::string &bytes) {
	const auto decoded = decode_picture("a", bytes);
	std::vector<std::uint8_t> all;
	for (std::size_t i = 0; i < decoded.rgba.size(); i += 4)
		all.push_back(decoded.rgba[i]);
	return all;
}

TEST(os2_bmp, has_all_its_colors) {
	EXPECT_EQ(reds(os2_bmp(2, 1, "\x60\0\0\0"sv)), (std::vector<std::uint8_t>{1, 2, 2, 1}));
	EXPECT_EQ(reds(os2_bmp(16, 4, "\x0f\xe1\0\0"sv)), (std::vector<std::uint8_t>{1, 16, 15, 2}));
	EXPECT_EQ(reds(os2_bmp(256, 8, "\0\x1\xfe\xfd"sv)), (std::vector<std::uint8_t>{1, 2, 255, 254}));
	EXPECT_EQ(reds(os2_bmp(5, 8, "\0\1\2\3"sv)), (std::vector<std::uint8_t>{1, 2, 3, 4}));
}

TEST(os2_bmp, without_a_table_is_left_alone) {
	EXPECT_FALSE(is_os2_bmp(os2_bmp(0, 24, "123456789012")));
	EXPECT_FALSE(is_os2_bmp(os2_bmp(2, 1, "").substr(0, 20)));
	EXPECT_EQ(reds(os2_bmp(0, 24, "123456789012")), (std::vector<std::uint8_t>{'3', '6', '9', '2'}));
}

} // namespace
} // namespace assetc
