// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "strip.h"

#include <gtest/gtest.h>

namespace assetc {
namespace {

grid blank(int columns, int rows) {
	return {columns, rows, std::vector<cell>(static_cast<std::size_t>(columns) * rows), {}};
}

bool same(const grid &a, const grid &b) {
	return a.columns == b.columns && a.rows == b.rows && a.cells == b.cells && a.clusters == b.clusters;
}

TEST(strip, gives_back_what_it_was_given) {
	auto shown = blank(5, 2);
	shown.at(0, 0) = {U'a', color::indexed(1), color::rgb(1, 2, 255)};
	shown.at(1, 0) = {U'\u6f22', color::indexed(255), {}};
	shown.at(2, 0) = {wide_tail, color::indexed(255), {}};
	shown.at(3, 0) = {cluster_base, {}, {}};
	shown.clusters = {U"e\u0301\u0308"};
	shown.at(4, 1) = {U' ', {}, color::indexed(0)};
	strip kept;
	kept.add_frame(shown);
	kept.add_frame(blank(3, 1));
	ASSERT_EQ(kept.frames(), 2u);
	EXPECT_TRUE(same(kept.at(0), shown));
	EXPECT_TRUE(same(kept.at(1), blank(3, 1)));
}

TEST(strip, keeps_equal_rows_once) {
	auto shown = blank(80, 3);
	shown.at(0, 0).glyph = shown.at(0, 2).glyph = U'x';
	strip kept;
	const auto first = kept.add_row(shown, 0);
	EXPECT_NE(kept.add_row(shown, 1), first);
	EXPECT_EQ(kept.add_row(shown, 2), first);
	const auto bytes = kept.bytes();
	for (int i = 0; i < 10; ++i)
		EXPECT_EQ(kept.add_row(shown, 2), first);
	EXPECT_EQ(kept.bytes(), bytes);
}

TEST(strip, keeps_nothing_of_blank_rows_at_the_end) {
	auto shown = blank(10, 1000);
	shown.at(0, 1).glyph = U'x';
	strip kept;
	for (int i = 0; i < 100; ++i) {
		kept.add_frame(shown);
		kept.add_frame(blank(10, 1000));
	}
	EXPECT_LT(kept.bytes(), 10'000u);
	EXPECT_TRUE(same(kept.at(198), shown));
	EXPECT_TRUE(same(kept.at(199), blank(10, 1000)));
}

TEST(strip, keeps_the_rows_of_frames_in_a_row_once) {
	auto shown = blank(10, 1000);
	shown.at(0, 999).glyph = U'x';
	strip kept;
	for (int i = 0; i < 100; ++i)
		kept.add_frame(shown);
	EXPECT_LT(kept.bytes(), 20'000u);
	EXPECT_TRUE(same(kept.at(99), shown));
}

TEST(strip, tells_rows_of_other_colors_apart) {
	auto shown = blank(2, 2);
	shown.at(0, 0) = {U'x', color::indexed(1), {}};
	shown.at(0, 1) = {U'x', color::indexed(2), {}};
	strip kept;
	EXPECT_NE(kept.add_row(shown, 0), kept.add_row(shown, 1));
}

} // namespace
} // namespace assetc
