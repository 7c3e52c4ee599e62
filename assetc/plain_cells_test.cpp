// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "plain_cells.h"

#include "eye.h"

#include <gtest/gtest.h>

namespace assetc {
namespace {

plane of_tone(float tone, int columns, int rows) {
	plane made = {columns * samples_across, rows * samples_down, {}};
	made.at.assign(static_cast<std::size_t>(made.width * made.height), tone);
	return made;
}

TEST(plain_cells, are_all_of_one_tone) {
	EXPECT_EQ(plain_cells(of_tone(0.3F, 3, 2)), std::vector<bool>(6, true));
}

TEST(plain_cells, have_nothing_else_around_them) {
	plane one_spot = of_tone(0.3F, 5, 4);
	one_spot.at[static_cast<std::size_t>((3 * samples_down + 7) * one_spot.width + 0)] =
		0.31F; // in the lowest corner
	std::vector<bool> expected(20, true);
	for (const std::size_t touched : {10, 11, 15, 16})
		expected[touched] = false;
	EXPECT_EQ(plain_cells(one_spot), expected);
}

TEST(plain_cells, may_differ_by_what_nobody_sees) {
	plane noisy = of_tone(0.3F, 2, 2);
	noisy.at[5] += 0.005F;
	EXPECT_EQ(plain_cells(noisy), std::vector<bool>(4, true));
}

} // namespace
} // namespace assetc
