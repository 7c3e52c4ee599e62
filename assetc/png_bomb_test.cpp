// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "png_bomb.h"

#include "picture_file.h"
#include "test_folder.h"

#include <vector>
#include <zlib.h>

namespace assetc {
namespace {

std::string number(std::size_t value) {
	return {static_cast<char>(value >> 24), static_cast<char>(value >> 16), static_cast<char>(value >> 8),
		static_cast<char>(value)};
}

std::string chunk(const std::string &kind, const std::string &content) {
	return number(content.size()) + kind + content + number(0);
}

// A black PNG of grey pixels whose rows unpack to so many bytes.
std::string black(std::size_t side, std::size_t bytes) {
	const std::vector<unsigned char> rows(bytes);
	std::vector<unsigned char> packed(::compressBound(bytes));
	auto size = static_cast<uLongf>(packed.size());
	::compress2(packed.data(), &size, rows.data(), bytes, 9);
	return "\x89PNG\r\n\x1a\n" + chunk("IHDR", number(side) + number(side) + std::string("\x08\0\0\0\0", 5)) +
	       chunk("IDAT", {packed.begin(), packed.begin() + static_cast<std::ptrdiff_t>(size)}) + chunk("IEND", "");
}

TEST(png_bomb, is_told_before_it_unpacks) {
	const auto bomb = black(4, 70'000'000);
	EXPECT_TRUE(is_png_bomb(bomb));
	EXPECT_EQ(said_by([&] { decode_picture("a.png", bomb); }).what,
		  "this PNG unpacks to far more than its pixels need");
	EXPECT_FALSE(is_png_bomb(bomb.substr(0, bomb.size() - 20)));
	EXPECT_TRUE(is_png_bomb(black(4000, 4 * 4000 * 4001 + 64'000'000))); // as many as of four samples
}

TEST(png_bomb, is_no_picture_that_is_large) {
	EXPECT_FALSE(is_png_bomb(black(4, 20)));
	EXPECT_FALSE(is_png_bomb(black(8000, 8000 * 8001)));
	EXPECT_FALSE(is_png_bomb(""));
}

} // namespace
} // namespace assetc
