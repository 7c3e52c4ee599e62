// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "webp.h"

#include "picture_file.h"
#include "test_folder.h"

#include <webp/encode.h>

namespace assetc {
namespace {

using pixels = std::vector<std::uint8_t>;

const pixels red_and_blue = {255, 0, 0, 255, 0, 0, 255, 255};
const pixels green_and_nothing = {0, 255, 0, 255, 0, 0, 0, 0};

std::string little(std::size_t value, std::size_t bytes) {
	std::string text;
	for (; bytes > 0; --bytes, value >>= 8)
		text += static_cast<char>(value);
	return text;
}

std::string still(const pixels &of) {
	std::uint8_t *made = nullptr;
	const auto size = WebPEncodeLosslessRGBA(of.data(), static_cast<int>(of.size() / 4), 1,
						 static_cast<int>(of.size()), &made);
	std::string bytes(made, made + size);
	WebPFree(made);
	return bytes;
}

std::string chunk(const std::string &kind, const std::string &content) {
	return kind + little(content.size(), 4) + content;
}

// A frame of two pixels; flags: 1 clears it behind it, 2 puts it instead of what is there.
std::string frame_of(const pixels &of, std::size_t hold_ms, std::size_t flags) {
	const auto place = little(0, 6) + little(1, 3) + little(0, 3);
	return chunk("ANMF", place + little(hold_ms, 3) + little(flags, 1) + still(of).substr(12));
}

std::string animated(const std::string &frames, std::size_t width = 2) {
	const auto head = chunk("VP8X", little(0x12, 4) + little(width - 1, 3) + little(0, 3));
	const auto all = "WEBP" + head + chunk("ANIM", little(0, 4) + little(3, 2)) + frames;
	return "RIFF" + little(all.size(), 4) + all;
}

TEST(webp, is_read_where_it_is_still) {
	const auto bytes = still(red_and_blue);
	EXPECT_FALSE(is_animated_webp(bytes));
	const auto got = decode_picture("a.webp", bytes);
	EXPECT_EQ(got.width, 2);
	EXPECT_EQ(got.rgba, red_and_blue);
}

TEST(webp, is_turned_as_its_camera_says) {
	const std::string half_a_turn("II\x2a\0\x08\0\0\0\1\0\x12\1\3\0\1\0\0\0\3\0\0\0\0\0\0\0", 26);
	const auto head = chunk("VP8X", little(8, 4) + little(1, 3) + little(0, 3));
	const auto all = "WEBP" + head + still(red_and_blue).substr(12) + chunk("EXIF", half_a_turn);
	EXPECT_EQ(decode_picture("a.webp", "RIFF" + little(all.size(), 4) + all).rgba,
		  (pixels{0, 0, 255, 255, 255, 0, 0, 255}));
}

TEST(webp, is_composed) {
	const auto bytes = animated(frame_of(red_and_blue, 70, 0) + frame_of(green_and_nothing, 10, 0) +
				    frame_of(green_and_nothing, 500, 2));
	ASSERT_TRUE(is_animated_webp(bytes));
	const auto read = read_webp("a.webp", bytes);
	EXPECT_EQ(read.loops, 3);
	ASSERT_EQ(read.frames.size(), 3u);
	EXPECT_EQ(read.frames[0].hold, std::chrono::milliseconds(70));
	EXPECT_EQ(read.frames[1].hold, std::chrono::milliseconds(100)); // as browsers do
	const auto next = std::get<film_picture>(read.frames[0].content).of->open();
	EXPECT_EQ(next().rgba, red_and_blue);
	EXPECT_EQ(next().rgba, (pixels{0, 255, 0, 255, 0, 0, 255, 255}));
	EXPECT_EQ(next().rgba, green_and_nothing);
}

TEST(webp, plays_once_where_it_is_still) {
	EXPECT_EQ(read_webp("a.webp", animated(frame_of({{255, 0, 0, 255}}, 30, 0), 1)).loops, std::nullopt);
}

TEST(webp, is_refused_where_it_is_cut_or_too_large) {
	const auto whole = animated(frame_of(red_and_blue, 70, 0) + frame_of(green_and_nothing, 70, 0));
	EXPECT_EQ(said_by([&] { read_webp("a", whole.substr(0, whole.size() - 9)); }).what,
		  "this WebP is broken or cut short");
	EXPECT_EQ(said_by([&] { read_webp("a", whole, {1, 10}); }).what, "this WebP has 2x1 pixels, more than 1");
	EXPECT_EQ(said_by([&] { read_webp("a", whole, {2, 1}); }).what, "this WebP has more than 1 images");
	EXPECT_EQ(said_by([&] { decode_picture("a", whole); }).what, "this WebP is a film, no single picture");
	const auto one = still(red_and_blue);
	for (std::size_t bytes = 0; bytes < one.size(); ++bytes)
		EXPECT_THROW(decode_picture("a", one.substr(0, bytes)), error) << bytes;
}

} // namespace
} // namespace assetc
