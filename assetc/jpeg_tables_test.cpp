// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "jpeg_tables.h"

#include "picture_file.h"
#include "test_folder.h"

namespace assetc {
namespace {

const std::string begin = "\xff\xd8";

std::string segment(char marker, const std::string &content) {
	const auto length = content.size() + 2;
	return std::string("\xff") + marker + static_cast<char>(length >> 8) + static_cast<char>(length) + content;
}

// A table whose codes all have 15 or 16 bits.
std::string table(std::size_t of_15_bits, std::size_t of_16_bits) {
	return std::string(15, '\0') + static_cast<char>(of_15_bits) + static_cast<char>(of_16_bits) +
	       std::string(of_15_bits + of_16_bits, 'x');
}

std::string tables(const std::string &content) {
	return segment('\xc4', content);
}

TEST(has_overlong_table, counts_the_codes_of_each_table) {
	EXPECT_FALSE(has_overlong_table(begin));
	EXPECT_FALSE(has_overlong_table(begin + tables(table(255, 1))));
	EXPECT_TRUE(has_overlong_table(begin + tables(table(255, 2))));
	EXPECT_FALSE(has_overlong_table(begin + tables(table(200, 0) + table(0, 200))));
	EXPECT_TRUE(has_overlong_table(begin + tables(table(200, 0) + table(200, 200))));
	EXPECT_TRUE(has_overlong_table(begin + "\xff" + tables(table(255, 255))));
}

TEST(is_rare_jpeg, looks_at_the_head_of_its_frame) {
	const auto tables_and = begin + "\xff" + tables(table(1, 1));
	for (const char usual : {'\xc0', '\xc1', '\xc2'})
		EXPECT_FALSE(is_rare_jpeg(tables_and + segment(usual, "\x08")));
	for (const char rare : {'\xc3', '\xc5', '\xc9', '\xca', '\xcf'})
		EXPECT_TRUE(is_rare_jpeg(tables_and + segment(rare, "\x08")));
	EXPECT_TRUE(is_rare_jpeg(tables_and + segment('\xc1', "\x0c"))); // of 12 bits
	EXPECT_FALSE(is_rare_jpeg(begin + segment('\xe1', segment('\xc9', "\x08"))));
	EXPECT_FALSE(is_rare_jpeg(begin + segment('\xda', "") + segment('\xc9', "\x08")));
	EXPECT_FALSE(is_rare_jpeg(begin));
	EXPECT_EQ(said_by([&] { decode_picture("a", begin + segment('\xc9', "\x08")); }).what,
		  "this JPEG is of a rare kind that cannot be read");
}

TEST(has_overlong_table, looks_where_the_decoder_does) {
	const auto bad = tables(table(255, 255)), pixels = segment('\xda', "12345678901");
	EXPECT_FALSE(has_overlong_table(begin + segment('\xe1', bad)));
	EXPECT_TRUE(has_overlong_table(begin + segment('\xe1', "a thumbnail") + bad));
	EXPECT_TRUE(has_overlong_table(begin + pixels + "pixels" + bad));
	EXPECT_TRUE(has_overlong_table(begin + "no segment" + bad));
	EXPECT_TRUE(has_overlong_table(begin + bad.substr(0, 21))); // what is cut off is taken for zeros
}

TEST(has_overlong_table, is_asked_before_anything_is_decoded) {
	EXPECT_EQ(said_by([] { decode_picture("a", begin + tables(table(255, 255))); }).what,
		  "this JPEG is broken or cut short");
}

TEST(scans_in, counts_the_heads_of_scans) {
	const auto one = segment('\xda', std::string("\1\1\0\0\x3f\0", 6)) + "pixels";
	const auto three = segment('\xda', std::string("\3\1\0\2\0\3\0\0\x3f\0", 10)) + "pixels";
	EXPECT_EQ(scans_in(begin), 0u);
	EXPECT_EQ(scans_in(begin + three), 1u);
	EXPECT_EQ(scans_in(begin + one + tables(table(1, 1)) + "\xff" + one + three), 3u);
	EXPECT_EQ(scans_in(begin + "\xff\xda" + "no head"), 0u);
	EXPECT_EQ(scans_in(begin + "\xff\xda"), 0u);
}

} // namespace
} // namespace assetc
