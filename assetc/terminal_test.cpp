// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "terminal.h"

#include <gtest/gtest.h>

namespace assetc {
namespace {

constexpr color red = color::indexed(1);
constexpr color bright = color::indexed(9);
constexpr color exact = color::rgb(1, 2, 3);

TEST(pen, changes_only_what_differs) {
	EXPECT_EQ(change_of_pen({}, {}), "");
	EXPECT_EQ(change_of_pen({red, {}}, {red, bright}), "\033[101m");
	EXPECT_EQ(change_of_pen({}, {red, exact}), "\033[31;48;2;1;2;3m");
}

TEST(pen, resets_where_that_is_shorter) {
	EXPECT_EQ(change_of_pen({red, exact}, {}), "\033[m");
	EXPECT_EQ(change_of_pen({exact, exact}, {red, {}}), "\033[;31m");
}

TEST(pen, is_not_left_bold_on_the_linux_console) {
	EXPECT_EQ(change_of_pen({bright, exact}, {red, exact}), "\033[22;31m");
	EXPECT_EQ(change_of_pen({bright, {}}, {red, {}}), "\033[;31m");
	EXPECT_EQ(change_of_pen({red, {}}, {bright, {}}), "\033[91m");
}

TEST(cursor, takes_the_shortest_way) {
	const auto move = [](position from, position to) { return move_cursor(from, to, 80); };
	EXPECT_EQ(move({3, 5}, {3, 5}), "");
	EXPECT_EQ(move({3, 5}, {3, 6}), "\033[C");
	EXPECT_EQ(move({3, 5}, {3, 3}), "\b\b");
	EXPECT_EQ(move({3, 50}, {3, 0}), "\r");
	EXPECT_EQ(move({3, 50}, {4, 0}), "\n");
	EXPECT_EQ(move({3, 50}, {4, 50}), "\033[B");
	EXPECT_EQ(move({9, 50}, {0, 0}), "\033[H");
	EXPECT_EQ(move({9, 50}, {9, 8}), "\033[9G");
}

TEST(cursor, trusts_no_column_behind_the_last) {
	EXPECT_EQ(move_cursor(position{3, 80}, {3, 79}, 80), "\033[80G");
	EXPECT_EQ(move_cursor(position{3, 80}, {2, 79}, 80), "\033[3;80H");
}

TEST(cursor, goes_to_an_address_from_anywhere) {
	EXPECT_EQ(move_cursor({}, {0, 0}, 80), "\033[H");
	EXPECT_EQ(move_cursor({}, {4, 0}, 80), "\033[5H");
	EXPECT_EQ(move_cursor({}, {0, 4}, 80), "\033[;5H");
}

} // namespace
} // namespace assetc
