// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "flash.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace assetc {
namespace {

constexpr int columns = 20;
constexpr int rows = 10;

grid filled(char32_t glyph, color ink = color::rgb(255, 255, 255)) {
	grid made{columns, rows, {}, {}};
	made.cells.assign(columns * rows, {glyph, ink, {}});
	return made;
}

// The most cells that flash too often when the two are shown in turn for two seconds.
int flashing(const grid &one, const grid &other, std::uint64_t hold_us) {
	flash_meter meter(columns, rows);
	int most = 0;
	for (std::uint64_t i = 0; i * hold_us < 2'000'000; ++i)
		most = std::max(most, meter.show(i % 2 ? one : other, i * hold_us));
	return most;
}

TEST(flash, counts_more_than_three_a_second) {
	EXPECT_EQ(flashing(filled(U'█'), filled(U' '), 100'000), columns * rows);
	EXPECT_EQ(flashing(filled(U'█'), filled(U' '), 125'000), columns * rows); // four flashes a second
	EXPECT_EQ(flashing(filled(U'█'), filled(U' '), 167'000), 0);              // three
	EXPECT_EQ(flashing(filled(U'█'), filled(U' '), 10'000), columns * rows);
}

TEST(flash, counts_the_cells_of_tiles_that_change) {
	auto part = filled(U' ');
	for (int row = 0; row < 5; ++row)
		for (int column = 0; column < 4; ++column)
			part.at(column, row).glyph = U'█';
	EXPECT_EQ(flashing(part, filled(U' '), 100'000), 4 * 6); // the lowest tile is half lit
}

TEST(flash, takes_no_notice_of_what_is_hardly_seen) {
	EXPECT_EQ(flashing(filled(U'█', color::rgb(60, 60, 60)), filled(U' '), 100'000), 0);
	EXPECT_EQ(flashing(filled(U'█', color::rgb(235, 235, 235)), filled(U'█'), 100'000), 0); // bright on bright
	EXPECT_EQ(flashing(filled(U'#'), filled(U'@'), 100'000), 0);
	EXPECT_GT(flashing(filled(U'#'), filled(U' '), 100'000), 0);
}

// Up in two steps and down in two is one flash.
TEST(flash, adds_up_slow_changes) {
	flash_meter meter(columns, rows);
	const auto dark = filled(U' '), grey = filled(U'▒'), bright = filled(U'█');
	int most = 0;
	for (std::uint64_t i = 0; i < 20; ++i)
		most = std::max(most, meter.show(i % 4 == 0 ? dark : i % 4 == 2 ? bright : grey, i * 100'000));
	EXPECT_EQ(most, 0); // two and a half flashes a second
	for (std::uint64_t i = 20; i < 60; ++i)
		most = std::max(most, meter.show(i % 4 == 0   ? dark
						 : i % 4 == 2 ? bright
							      : grey,
						 1'000'000 + i * 50'000));
	EXPECT_EQ(most, columns * rows); // five
}

TEST(flash, takes_a_quarter_for_large_unless_it_is_small) {
	EXPECT_EQ(large_area(80, 24), 480);
	EXPECT_EQ(large_area(20, 10), 170);
	EXPECT_EQ(large_area(1, 1), 170);
}

} // namespace
} // namespace assetc
