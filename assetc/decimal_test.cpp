// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "decimal.h"

#include <gtest/gtest.h>

namespace assetc {
namespace {

TEST(decimal, ends_where_only_zeros_follow) {
	EXPECT_EQ(without_zeros("2.50"), "2.5");
	EXPECT_EQ(without_zeros("33.333"), "33.333");
	EXPECT_EQ(without_zeros("0.001"), "0.001");
	EXPECT_EQ(without_zeros("-0.250"), "-0.25");
}

TEST(decimal, has_no_point_where_nothing_follows) {
	EXPECT_EQ(without_zeros("2.00"), "2");
	EXPECT_EQ(without_zeros("100.000"), "100");
	EXPECT_EQ(without_zeros("0.000"), "0");
}

} // namespace
} // namespace assetc
