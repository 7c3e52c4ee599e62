// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "info.h"

#include <gtest/gtest.h>

namespace assetc {
namespace {

// A loop of two frames, of so many bytes, each held for 100 ms.
frame_table table_of(std::size_t first, std::size_t second) {
	frame_table made;
	made.texts = {"clears and is not sent again", std::string(first, 'x'), std::string(second, 'x')};
	made.entries = {{0, 100'000}, {2, 100'000}, {1, 100'000}};
	return made;
}

bool says(const frame_table &of, const std::string &what) {
	return describe(of).find(what) != std::string::npos;
}

TEST(info, tells_which_lines_keep_up_with_the_largest_frame) {
	EXPECT_TRUE(says(table_of(96, 20), "serial lines keep up from 9600 baud (9600 bits a second)"));
	EXPECT_TRUE(says(table_of(20, 97), "serial lines keep up from 19200 baud (9700 bits a second)"));
	EXPECT_TRUE(says(table_of(1, 1), "serial lines keep up from 110 baud"));
	EXPECT_TRUE(says(table_of(2000, 1), "no serial line up to 115200 baud keeps up (200000 bits a second)"));
}

TEST(info, counts_a_line_feed_twice) {
	auto made = table_of(96, 20);
	made.texts[1].back() = '\n';
	EXPECT_TRUE(says(made, "from 19200 baud"));
}

} // namespace
} // namespace assetc
