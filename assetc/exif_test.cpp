// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "exif.h"

#include <gtest/gtest.h>
#include <string>

namespace assetc {
namespace {

// The head of a JPEG whose camera says how it was held; the tag's numbers have the lowest byte first.
std::string jpeg_of(char orientation) {
	const std::string entry("\x12\x01\x03\0\x01\0\0\0", 8);
	const auto tiff = std::string("II\x2a\0\x08\0\0\0\x01\0", 10) + entry + orientation + std::string(7, '\0');
	const auto exif = std::string("Exif\0\0", 6) + tiff;
	return std::string("\xff\xd8\xff\xe1\0", 5) + static_cast<char>(exif.size() + 2) + exif + "\xff\xd9";
}

// Letters for pixels, rows divided by '/'.
picture drawn(const std::string &text) {
	const auto width = text.find('/');
	picture shown{static_cast<int>(width), static_cast<int>((text.size() + 1) / (width + 1)), {}};
	for (const char c : text)
		if (c != '/')
			shown.rgba.insert(shown.rgba.end(), {static_cast<std::uint8_t>(c), 0, 0, 255});
	return shown;
}

std::string seen(const picture &shown) {
	std::string text;
	for (std::size_t i = 0; i < shown.rgba.size(); i += 4) {
		text += i > 0 && i / 4 % static_cast<std::size_t>(shown.width) == 0 ? "/" : "";
		text += static_cast<char>(shown.rgba[i]);
	}
	return text;
}

TEST(orientation, is_what_the_camera_says) {
	for (char said = 1; said <= 8; ++said)
		EXPECT_EQ(orientation_of(jpeg_of(said)), said);
}

TEST(orientation, stands_in_notes_with_their_mark_or_without) {
	const auto exif = jpeg_of(6).substr(6, 32);
	EXPECT_EQ(orientation_in(exif), 6);
	EXPECT_EQ(orientation_in(exif.substr(6)), 6);
	EXPECT_EQ(orientation_in(""), 1);
	EXPECT_EQ(orientation_in(exif + std::string(1 << 16, '\0')), 1);
}

TEST(orientation, is_upright_if_nothing_sensible_is_said) {
	EXPECT_EQ(orientation_of(jpeg_of(0)), 1);
	EXPECT_EQ(orientation_of(jpeg_of(9)), 1);
	EXPECT_EQ(orientation_of(""), 1);
	const auto whole = jpeg_of(6);
	for (std::size_t bytes = 0; bytes < 30; ++bytes)
		EXPECT_EQ(orientation_of(whole.substr(0, bytes)), 1) << bytes;
}

// What a camera stored of a scene "abc/def", held in each of the ways, comes out as the scene.
TEST(orientation, turns_pictures_upright) {
	const std::string stored[] = {"abc/def",  "cba/fed",  "fed/cba",  "def/abc",
				      "ad/be/cf", "cf/be/ad", "fc/eb/da", "da/eb/fc"};
	for (int orientation = 1; orientation <= 8; ++orientation)
		EXPECT_EQ(seen(upright(drawn(stored[orientation - 1]), orientation)), "abc/def") << orientation;
}

} // namespace
} // namespace assetc
