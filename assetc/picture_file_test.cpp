// SPDX-License-Identifier: GPL-2.0-or-later
#include "picture_file.h"

#include "test_folder.h"

#include <array>
#include <malloc.h>
#include <zlib.h>

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

TEST(picture_kind, tells_what_its_pixels_take) {
	auto png = png_head(1, 1);
	EXPECT_EQ(bytes_to_decode_a_pixel(png, "PNG"), 14u);
	png[24] = 16;
	EXPECT_EQ(bytes_to_decode_a_pixel(png, "PNG"), 28u);
	EXPECT_EQ(bytes_to_decode_a_pixel("\xff\xd8\xff\xc0", "JPEG"), 8u);
	EXPECT_EQ(bytes_to_decode_a_pixel("\xff\xd8\xff\xc2", "JPEG"), 16u);
	EXPECT_EQ(bytes_to_decode_a_pixel("", "BMP"), 8u);
}

TEST(picture, has_its_pixels_from_the_top_left) {
	const auto got = decode_picture(
		"a.bmp", bmp(2, 2, std::string("\x01\x02\x03\x04\x05\x06\0\0\x07\x08\x09\x0a\x0b\x0c\0\0", 16)));
	EXPECT_EQ(got.width, 2);
	EXPECT_EQ(got.height, 2);
	EXPECT_EQ(got.rgba, (std::vector<std::uint8_t>{9, 8, 7, 255, 12, 11, 10, 255, 3, 2, 1, 255, 6, 5, 4, 255}));
}

TEST(picture, may_have_its_rows_from_the_top_down) {
	const std::string pixels("\x01\x02\x03\x04\x05\x06\0\0\x07\x08\x09\x0a\x0b\x0c\0\0", 16);
	EXPECT_EQ(decode_picture("a.bmp", bmp(2, -2, pixels)).rgba,
		  (std::vector<std::uint8_t>{3, 2, 1, 255, 6, 5, 4, 255, 9, 8, 7, 255, 12, 11, 10, 255}));
	for (const auto &[width, height] : {std::pair{-2, 2}, {2, INT32_MIN}, {0, -2}, {INT32_MIN, 1}})
		EXPECT_EQ(said_by([&] { decode_picture("a", bmp(width, height, pixels)); }).what,
			  "this BMP is broken or cut short")
			<< width << 'x' << height;
}

// One pixel of red, green and blue a letter, of a TGA of 24 bits, from the top.
std::string tga(int width, int height, const std::string &pixels, char order = '\x20') {
	return std::string("\0\0\2\0\0\0\0\0\0\0\0\0", 12) + static_cast<char>(width) + '\0' +
	       static_cast<char>(height) + '\0' + '\x18' + order + pixels;
}

constexpr std::string_view tga_foot("TRUEVISION-XFILE.\0", 18);

TEST(picture_kind, is_told_by_the_name_of_an_old_tga) {
	const auto bytes = tga(1, 1, "abc");
	EXPECT_EQ(picture_kind(bytes), "");
	EXPECT_EQ(picture_kind(bytes, "a.tga"), "TGA");
	EXPECT_EQ(picture_kind(bytes + std::string(8, '\0') + std::string(tga_foot)), "TGA");
	EXPECT_EQ(picture_kind("a text of more than 18 bytes", "a.tga"), "");
}

TEST(picture_kind, is_told_by_numbers_behind_a_p) {
	EXPECT_EQ(picture_kind("P6\n1 1\n255\nabc"), "PNM");
	EXPECT_EQ(picture_kind("P5 times"), "");
	EXPECT_EQ(picture_kind("P5"), "");
	EXPECT_EQ(picture_kind("P5 \n"), "");
	EXPECT_EQ(picture_kind("P6\r\n \n1 1 255 abc"), "PNM");
	EXPECT_EQ(picture_kind("P5\n# made by hand\n1 1 255 a"), "PNM");
	EXPECT_EQ(picture_kind("P6 is how this text begins"), "");
}

TEST(picture, is_read_from_tga_and_pnm) {
	const std::vector<std::uint8_t> red_and_blue = {255, 0, 0, 255, 0, 0, 255, 255};
	EXPECT_EQ(decode_picture("a.tga", tga(2, 1, std::string("\0\0\xff\xff\0\0", 6))).rgba, red_and_blue);
	EXPECT_EQ(decode_picture("a.tga", tga(2, 1, std::string("\xff\0\0\0\0\xff", 6), '\x30')).rgba, red_and_blue);
	EXPECT_EQ(decode_picture("a", "P6 2 1 255 " + std::string("\xff\0\0\0\0\xff", 6)).rgba, red_and_blue);
	const auto gray = decode_picture("a", "P5\n#two\n2 1\n#of 256\n255\n" + std::string("\x07\xff", 2));
	EXPECT_EQ(gray.rgba, (std::vector<std::uint8_t>{7, 7, 7, 255, 255, 255, 255, 255}));
}

TEST(picture, of_a_tga_without_alpha_is_seen) {
	const auto seen = [](const std::string &pixels) {
		auto bytes = tga(2, 1, pixels);
		bytes[16] = 32; // bits
		return decode_picture("a.tga", bytes).rgba;
	};
	EXPECT_EQ(seen({"\1\2\3\0\4\5\6\0", 8}), (std::vector<std::uint8_t>{3, 2, 1, 255, 6, 5, 4, 255}));
	EXPECT_EQ(seen({"\1\2\3\0\4\5\6\7", 8}), (std::vector<std::uint8_t>{3, 2, 1, 0, 6, 5, 4, 7}));
}

TEST(picture, of_a_pnm_is_as_bright_as_its_brightest_value_says) {
	const auto gray = [](const std::string &brightest, std::uint8_t sample) {
		return decode_picture("a", "P5 1 1 " + brightest + " " + static_cast<char>(sample)).rgba;
	};
	const auto all = [](std::uint8_t value) { return std::vector<std::uint8_t>{value, value, value, 255}; };
	EXPECT_EQ(gray("15", 15), all(255));
	EXPECT_EQ(gray("15", 1), all(17));
	EXPECT_EQ(gray("15", 16), all(255)); // more than there can be
	EXPECT_EQ(gray("1", 1), all(255));
	EXPECT_EQ(gray("254", 127), all(128));
	EXPECT_EQ(gray("255", 127), all(127));
	EXPECT_EQ(decode_picture("a", "P6 1 1 3 " + std::string("\0\1\3", 3)).rgba,
		  (std::vector<std::uint8_t>{0, 85, 255, 255}));
	EXPECT_EQ(said_by([&] { gray("0", 0); }).what, "this PNM is broken or cut short");
}

TEST(picture, is_refused_where_bytes_are_missing) {
	const auto refused = [](const std::string &file, const std::string &bytes) {
		decode_picture(file, bytes);
		return said_by([&] { decode_picture(file, bytes.substr(0, bytes.size() - 1)); }).what;
	};
	EXPECT_EQ(refused("a.tga", tga(2, 1, "abcabc")), "this TGA is broken or cut short");
	auto with_runs = tga(5, 1,
			     "\x81"
			     "abc\x7f"
			     "abcabcabc"); // the second one has more pixels than the picture
	with_runs[2] = 10;
	EXPECT_EQ(refused("a.tga", with_runs), "this TGA is broken or cut short");
	EXPECT_EQ(refused("a.tga", with_runs.substr(0, 22) + "\x82xyz"), "this TGA is broken or cut short");
	EXPECT_EQ(refused("a", "P6 2 1 255 abcabc"), "this PNM is broken or cut short");
	EXPECT_EQ(refused("a", bmp(2, 1, "abcabc  ")), "this BMP is broken or cut short");
}

TEST(picture, of_a_rare_kind_is_not_said_to_be_broken) {
	const auto said = [](std::size_t at, char value) {
		auto bytes = bmp(2, 1, "abcabc  ");
		bytes[at] = value;
		return said_by([&] { decode_picture("a", bytes); }).what;
	};
	const std::string rare = "this BMP is of a rare kind that cannot be read";
	EXPECT_EQ(said(30, 1), rare);  // packed in runs
	EXPECT_EQ(said(14, 64), rare); // of OS/2's second kind
	EXPECT_EQ(said(10, 53), rare); // where its pixels stand
	EXPECT_EQ(said(26, 2), "this BMP is broken or cut short");
	EXPECT_EQ(said_by([&] { decode_picture("a", bmp(2, 1, "").substr(0, 15)); }).what,
		  "this BMP is broken or cut short");
	const std::string head("\0\1\1\5\0\1\0\x18\0\0\0\0\1\0\1\0\x8\0", 18); // of one colour, number 5
	EXPECT_EQ(said_by([&] { decode_picture("a.tga", head + "abc\5"); }).what,
		  "this TGA is of a rare kind that cannot be read");
}

// Where functions that are called next have their variables.
[[gnu::noinline]] void fill_stack(int byte) {
	std::array<volatile char, 1 << 16> room;
	for (auto &at : room)
		at = static_cast<char>(byte);
}

// What is decoded where fresh memory is full of a byte.
std::vector<std::uint8_t> decoded_in_memory_of(int byte, const std::string &bytes) {
	::mallopt(M_PERTURB, byte);
	fill_stack(byte);
	auto pixels = decode_picture("a", bytes).rgba;
	::mallopt(M_PERTURB, 0);
	return pixels;
}

TEST(picture, without_its_tables_shows_nothing_that_was_in_memory) {
	const std::string jpeg("\xff\xd8\xff\xc0\0\x0b\x08\0\x08\0\x08\1\1\x11\0\xff\xda\0\x08\1\1\0\0\x3f\0"
			       "\x12\x34\x56\x78\x9a\xbc\xde\xf0\x12\x34\x56\x78\xff\xd9",
			       39);
	const auto pixels = decoded_in_memory_of(0x55, jpeg);
	EXPECT_EQ(pixels.size(), 4u * 8 * 8);
	EXPECT_EQ(pixels, decoded_in_memory_of(0xaa, jpeg));
}

TEST(picture, with_colors_beyond_its_palette_shows_nothing_that_was_in_memory) {
	const auto chunk = [](const std::string &kind, const std::string &data) {
		return number(static_cast<std::uint32_t>(data.size())) + kind + data + number(0);
	};
	const std::string pixels("\0\0\x09", 3); // a row: no filter, a color that is there, and one that is not
	std::array<unsigned char, 64> packed;
	uLongf length = packed.size();
	::compress(packed.data(), &length, reinterpret_cast<const Bytef *>(pixels.data()), pixels.size());
	const auto png = "\x89PNG\r\n\x1a\n" + chunk("IHDR", number(2) + number(1) + std::string("\x08\3\0\0\0", 5)) +
			 chunk("PLTE", "abc") + chunk("IDAT", {packed.data(), packed.data() + length}) +
			 chunk("IEND", "");
	for (const int byte : {0x55, 0xaa})
		EXPECT_EQ(decoded_in_memory_of(byte, png), (std::vector<std::uint8_t>{'a', 'b', 'c', 255, 0, 0, 0, 0}));
}

TEST(picture, of_a_png_is_turned_as_its_camera_says) {
	const auto chunk = [](const std::string &kind, const std::string &data) {
		return number(static_cast<std::uint32_t>(data.size())) + kind + data + number(0);
	};
	const std::string clockwise("MM\0\x2a\0\0\0\x08\0\1\1\x12\0\3\0\0\0\1\0\6\0\0\0\0\0\0", 26);
	const std::string packed("\x78\1\1\3\0\xfc\xff\0\7\x9", 10); // a row of two greys, as they are
	const auto png = "\x89PNG\r\n\x1a\n" + chunk("IHDR", number(2) + number(1) + std::string("\x08\0\0\0\0", 5)) +
			 chunk("eXIf", clockwise) + chunk("IDAT", packed) + chunk("IEND", "");
	EXPECT_EQ(check_picture("a.png", png).height, 2);
	const auto got = decode_picture("a.png", png);
	EXPECT_EQ(got.height, 2);
	EXPECT_EQ(got.rgba, (std::vector<std::uint8_t>{7, 7, 7, 255, 9, 9, 9, 255}));
}

TEST(picture, of_numbers_too_large_to_count_is_refused) {
	for (const std::string number : {"99999999999999999999", "9999999999", "100000000"})
		for (const auto &head : {number + " 1 255 ", "1 " + number + " 255 ", "1 1 " + number + " "})
			EXPECT_EQ(said_by([&] { decode_picture("a", "P6 " + head + "abc"); }).what,
				  "this PNM is broken or cut short")
				<< head;
	EXPECT_EQ(decode_picture("a", "P6 000000000001 1 255 abc").width, 1);
}

TEST(picture, has_comments_that_end_as_lines_do_anywhere) {
	EXPECT_EQ(decode_picture("a", "P6 # one\r1 1 255 abc").width, 1);
	EXPECT_EQ(said_by([] { decode_picture("a", "P6 # 1 1\r9 9 255 abc"); }).what,
		  "this PNM is broken or cut short");
}

TEST(picture, of_text_is_refused_with_a_way_out) {
	EXPECT_EQ(said_by([] { decode_picture("a", "P3 1 1 255 0 0 0"); }).what,
		  "PNMs that begin with P3 cannot be read");
	EXPECT_EQ(said_by([] { decode_picture("a", "P5 2 1 65535 abcd"); }).what,
		  "PNMs of 16 bits a sample cannot be read");
	EXPECT_EQ(said_by([] { decode_picture("a", "P6 1 1 256 abcdef"); }).what,
		  "PNMs of 16 bits a sample cannot be read");
}

TEST(is_whole, follows_the_segments_of_a_jpeg) {
	const std::string pixels = "\xff\xda pixels", end = "\xff\xd9";
	const auto thumbnail = std::string("\xff\xe1\0\x08", 4) + "\xff\xda" + "ab" + end; // within a segment
	EXPECT_TRUE(is_whole("\xff\xd8" + thumbnail + pixels + end, "JPEG"));
	EXPECT_FALSE(is_whole("\xff\xd8" + thumbnail + pixels, "JPEG"));
	EXPECT_FALSE(is_whole("\xff\xd8" + thumbnail, "JPEG"));
}

TEST(is_whole, follows_the_chunks_of_a_png) {
	const auto head = png_head(4, 4);
	const auto chunk = std::string("\0\0\0\2IDATab1234", 14), long_chunk = std::string("\x60\0\0\0IDATab1234", 14);
	EXPECT_TRUE(is_whole(head, "PNG"));
	EXPECT_TRUE(is_whole(head + chunk + chunk, "PNG"));
	EXPECT_FALSE(is_whole(head + chunk + long_chunk, "PNG"));
	const auto end = std::string("\0\0\0\0IEND1234", 12);
	EXPECT_TRUE(is_whole(head + chunk + end + "\n and what else was put behind", "PNG"));
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
	EXPECT_EQ(said_by([] { check_picture("a", png_head(65'536, 1)); }).what,
		  "this PNG has 65536x1 pixels, more than 65535 a side");
	EXPECT_EQ(said_by([] { check_picture("a", png_head(1, 100'000)); }).hint, "cut it into pieces first");
	EXPECT_EQ(check_picture("a", png_head(65'535, 1)).width, 65'535);
	EXPECT_EQ(said_by([] {
			  check_picture("a", "P6 5 5 255 ", {24, 1});
		  }).hint,
		  "make it smaller first, or allow it with --max-pixels 25; a terminal shows a few thousand cells");
}

} // namespace
} // namespace assetc
