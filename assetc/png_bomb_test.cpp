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

// A PNG of grey pixels that are packed so.
std::string png(std::size_t side, const std::string &packed, const std::string &before = "") {
	return "\x89PNG\r\n\x1a\n" + chunk("IHDR", number(side) + number(side) + std::string("\x08\0\0\0\0", 5)) +
	       before + chunk("IDAT", packed) + chunk("IEND", "");
}

// So many bytes of zero, which are black rows.
std::string packed_zeros(std::size_t bytes) {
	const std::vector<unsigned char> rows(bytes);
	std::vector<unsigned char> packed(::compressBound(bytes));
	auto size = static_cast<uLongf>(packed.size());
	::compress2(packed.data(), &size, rows.data(), bytes, 9);
	return {packed.begin(), packed.begin() + static_cast<std::ptrdiff_t>(size)};
}

std::string black(std::size_t side, std::size_t bytes) {
	return png(side, packed_zeros(bytes));
}

std::string why_refused(const std::string &bytes) {
	return said_by([&] { decode_picture("a.png", bytes); }).what;
}

TEST(png_bomb, is_told_before_it_unpacks) {
	const auto bomb = black(4, 70'000'000);
	EXPECT_EQ(look_at_pixels(bomb), png_pixels::bomb);
	EXPECT_EQ(why_refused(bomb), "this PNG unpacks to far more than its pixels need");
	EXPECT_EQ(look_at_pixels(bomb.substr(0, bomb.size() - 24)), png_pixels::fair);          // cut short
	EXPECT_EQ(look_at_pixels(black(4000, 4 * 4000 * 4001 + 64'000'000)), png_pixels::bomb); // as of four samples
}

TEST(png_bomb, is_told_whatever_its_head_says_of_the_window) {
	auto packed = packed_zeros(70'000'000);
	packed.replace(0, 2, "\x88\x1c"); // 64 KiB, more than there can be
	EXPECT_EQ(look_at_pixels(png(4, packed)), png_pixels::bomb);
	const auto head = packed.substr(0, 1), rest = packed.substr(1);
	EXPECT_EQ(look_at_pixels(png(4, rest, chunk("IDAT", head))), png_pixels::bomb);
}

TEST(png_bomb, is_no_picture_that_is_large) {
	EXPECT_EQ(look_at_pixels(black(4, 20)), png_pixels::fair);
	EXPECT_EQ(look_at_pixels(black(8000, 8000 * 8001)), png_pixels::fair);
	EXPECT_EQ(look_at_pixels(""), png_pixels::fair);
}

TEST(png_bomb, is_no_picture_with_a_wrong_checksum_or_bytes_behind_its_end) {
	auto packed = packed_zeros(8000 * 8001);
	packed.back() ^= 1;
	EXPECT_EQ(look_at_pixels(png(8000, packed)), png_pixels::fair);
	EXPECT_EQ(look_at_pixels(png(8000, packed + "more")), png_pixels::fair);
	EXPECT_EQ(look_at_pixels(png(8000, packed) + chunk("IDAT", packed_zeros(70'000'000))), png_pixels::fair);
}

TEST(png_bomb, may_be_what_zlib_cannot_unpack) {
	const auto broken = png(4, "\x78\x01\x07" + std::string(70'000, 'a')); // there are no blocks of kind 3
	EXPECT_EQ(look_at_pixels(broken), png_pixels::broken);
	EXPECT_EQ(why_refused(broken), "this PNG is broken or cut short");
}

TEST(png_bomb, may_be_of_a_kind_without_a_head) {
	const auto packed = packed_zeros(20);
	const auto apple = png(4, packed.substr(2), chunk("CgBI", number(0)));
	EXPECT_EQ(why_refused(apple), "this PNG is of Apple's own kind (CgBI), which cannot be read");
	const std::string signature = apple.substr(0, 8), first = chunk("CgBI", number(0)); // as Apple writes them
	EXPECT_EQ(why_refused(signature + first + png(4, packed.substr(2)).substr(8)),
		  "this PNG is of Apple's own kind (CgBI), which cannot be read");
	EXPECT_EQ(decode_picture("a.png", png(4, packed) + chunk("CgBI", "")).width, 4); // behind the end
}

} // namespace
} // namespace assetc
