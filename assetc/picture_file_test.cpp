// SPDX-License-Identifier: GPL-2.0-or-later
#include "picture_file.h"

#include "test_folder.h"

namespace assetc {
namespace {

std::string number(std::uint32_t value) {
	return {static_cast<char>(value >> 24), static_cast<char>(value >> 16), static_cast<char>(value >> 8),
		static_cast<char>(value)};
}

// A BMP of 24 bits, which needs no compression, of rows from the bottom up.
std::string bmp(std::int32_t width, std::int32_t height, const std::string &pixels) {
	const auto little = [](std::int32_t value) {
		const auto big = number(static_cast<std::uint32_t>(value));
		return std::string(big.rbegin(), big.rend());
	};
	const auto size = little(static_cast<std::int32_t>(54 + pixels.size()));
	return "BM" + size + little(0) + little(54) + little(40) + little(width) + little(height) +
	       std::string("\1\0\x18\0", 4) + little(0) + little(0) + little(0) + little(0) + little(0) + little(0) +
	       pixels;
}

std::string png_head(std::uint32_t width, std::uint32_t height) {
	return "\x89PNG\r\n\x1a\n" + number(13) + "IHDR" + number(width) + number(height) +
	       std::string("\x08\0\0\0\0", 5) + number(0);
}

TEST(picture_kind, is_told_by_the_first_bytes) {
	EXPECT_EQ(picture_kind(png_head(1, 1)), "PNG");
	EXPECT_EQ(picture_kind(bmp(1, 1, "abc ")), "BMP");
	EXPECT_EQ(picture_kind("\xff\xd8\xff\xe0"), "JPEG");
	EXPECT_EQ(picture_kind("GIF89a"), "GIF");
	EXPECT_EQ(picture_kind(std::string("RIFF\0\0\0\0WEBPVP8 ", 16)), "WebP");
	EXPECT_EQ(picture_kind(""), "");
	EXPECT_EQ(picture_kind("BM is how this text begins"), "");
	EXPECT_EQ(picture_kind("RIFF"), "");
}

TEST(picture, has_its_pixels_from_the_top_left) {
	const auto got = decode_picture(
		"a.bmp", bmp(2, 2, std::string("\x01\x02\x03\x04\x05\x06\0\0\x07\x08\x09\x0a\x0b\x0c\0\0", 16)));
	EXPECT_EQ(got.width, 2);
	EXPECT_EQ(got.height, 2);
	EXPECT_EQ(got.rgba, (std::vector<std::uint8_t>{9, 8, 7, 255, 12, 11, 10, 255, 3, 2, 1, 255, 6, 5, 4, 255}));
}

TEST(picture, is_cut) {
	picture whole{3, 2, {}};
	for (std::uint8_t i = 0; i < 24; ++i)
		whole.rgba.push_back(i);
	const auto part = cut(whole, 1, 1, 2, 1);
	EXPECT_EQ(part.width, 2);
	EXPECT_EQ(part.height, 1);
	EXPECT_EQ(part.rgba, (std::vector<std::uint8_t>{16, 17, 18, 19, 20, 21, 22, 23}));
}

TEST(picture, is_refused_where_it_cannot_be_read) {
	EXPECT_EQ(said_by([] { check_picture("a", "text"); }).what, "this is no picture that can be read");
	EXPECT_EQ(said_by([] { check_picture("a", png_head(4, 4).substr(0, 20)); }).what,
		  "this PNG is broken or cut short");
	EXPECT_EQ(said_by([] { decode_picture("a", png_head(4, 4)); }).what, "this PNG is broken or cut short");
	EXPECT_EQ(said_by([] { decode_picture("a", "\xff\xd8\xff"); }).what, "this JPEG is broken or cut short");
	EXPECT_EQ(said_by([] { decode_picture("a", bmp(2, 2, "").substr(0, 30)); }).what,
		  "this BMP is broken or cut short");
}

TEST(picture, is_refused_where_it_is_too_large) {
	EXPECT_EQ(said_by([] { check_picture("a", png_head(100'000, 100'000)); }).what,
		  "this PNG has 100000x100000 pixels, more than 64 million");
	EXPECT_EQ(said_by([] { check_picture("a", png_head(8'001, 8'000)); }).what,
		  "this PNG has 8001x8000 pixels, more than 64 million");
	EXPECT_EQ(said_by([] { check_picture("a", png_head(0xffffffff, 0xffffffff)); }).what,
		  "this PNG has 4294967295x4294967295 pixels, more than 64 million");
}

} // namespace
} // namespace assetc
