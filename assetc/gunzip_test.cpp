// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "gunzip.h"

#include "test_folder.h"

#include <zlib.h>

namespace assetc {
namespace {

std::string gzip(const std::string &bytes) {
	z_stream stream{};
	deflateInit2(&stream, 1, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY);
	std::string packed(deflateBound(&stream, bytes.size()), '\0');
	stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
	stream.avail_in = static_cast<uInt>(bytes.size());
	stream.next_out = reinterpret_cast<Bytef *>(packed.data());
	stream.avail_out = static_cast<uInt>(packed.size());
	deflate(&stream, Z_FINISH);
	packed.resize(stream.total_out);
	deflateEnd(&stream);
	return packed;
}

std::string fault(const std::string &bytes) {
	return said_by([&] { gunzip("a.dur", bytes); }).what;
}

TEST(gunzip, unpacks) {
	std::string text;
	for (int i = 0; i < 100'000; ++i)
		text += std::to_string(i);
	EXPECT_EQ(gunzip("", gzip(text)), text);
	EXPECT_EQ(gunzip("", gzip("")), "");
}

TEST(gunzip, lets_alone_what_is_not_packed) {
	EXPECT_EQ(gunzip("", "{}"), "{}");
	EXPECT_EQ(gunzip("", ""), "");
}

TEST(gunzip, unpacks_all_members) {
	EXPECT_EQ(gunzip("", gzip("row 1\n") + gzip("") + gzip("row 2\n")), "row 1\nrow 2\n");
	const auto packed = gzip("row 1\n") + gzip("row 2\n");
	EXPECT_EQ(fault(packed.substr(0, packed.size() - 1)), "this is packed with gzip, and ends early");
}

TEST(gunzip, ignores_what_follows) {
	EXPECT_EQ(gunzip("", gzip("row 1\n") + std::string(512, '\0')), "row 1\n");
	EXPECT_EQ(gunzip("", gzip("row 1\n") + "and more"), "row 1\n");
	EXPECT_EQ(gunzip("", gzip("row 1\n") + "\x1f"), "row 1\n");
}

TEST(gunzip, tells_what_is_wrong) {
	const auto packed = gzip("a parrot, another parrot");
	for (std::size_t size = 2; size < packed.size(); ++size)
		EXPECT_EQ(fault(packed.substr(0, size)), "this is packed with gzip, and ends early") << size;
	auto broken = packed;
	broken[packed.size() - 7] ^= 1; // its checksum
	EXPECT_EQ(fault(broken), "this is packed with gzip, and is broken");
	EXPECT_EQ(fault("\x1f\x8b no gzip"), "this is packed with gzip, and is broken");
}

TEST(gunzip, does_not_swell) {
	EXPECT_EQ(fault(gzip(std::string(most_unpacked_bytes + 1, ' '))),
		  "this is packed with gzip, and holds more than 64 MiB");
	const auto half = gzip(std::string(most_unpacked_bytes / 2 + 1, ' '));
	EXPECT_EQ(fault(half + half), "this is packed with gzip, and holds more than 64 MiB");
}

} // namespace
} // namespace assetc
