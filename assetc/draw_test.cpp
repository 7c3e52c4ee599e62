// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "draw.h"

#include <gtest/gtest.h>

namespace assetc {
namespace {

struct shape {
	int width;
	int height;
};

grid_size fitted(shape picture, int columns, int rows) {
	draw_settings settings;
	settings.columns = columns;
	settings.rows = rows;
	return fit(picture.width, picture.height, settings);
}

void expect_size(grid_size size, int columns, int rows) {
	EXPECT_EQ(size.columns, columns);
	EXPECT_EQ(size.rows, rows);
}

picture flat(shape size, std::uint8_t code, std::uint8_t alpha = 255) {
	picture result = {size.width, size.height, {}};
	for (int i = 0; i < size.width * size.height; ++i)
		result.rgba.insert(result.rgba.end(), {code, code, code, alpha});
	return result;
}

TEST(fit, takes_the_grid_that_was_asked_for) {
	expect_size(fitted({100, 100}, 7, 5), 7, 5);
}

TEST(fit, keeps_the_shape) {
	expect_size(fitted({100, 100}, 40, 0), 40, 20);
	expect_size(fitted({100, 100}, 0, 20), 40, 20);
	expect_size(fitted({100, 1}, 10, 0), 10, 1);
}

TEST(fit, fills_a_screen_of_80_by_23) {
	expect_size(fitted({1000, 100}, 0, 0), 80, 4);
	expect_size(fitted({100, 1000}, 0, 0), 5, 23);
	expect_size(fitted({640, 368}, 0, 0), 80, 23);
}

TEST(draw, leaves_darkness_empty) {
	for (const cell &one : draw(flat({64, 64}, 0), {}).cells)
		EXPECT_EQ(one, cell{});
}

TEST(draw, puts_the_background_under_transparency) {
	draw_settings white;
	white.background = color::rgb(255, 255, 255);
	EXPECT_EQ(draw(flat({64, 64}, 0, 0), {}).at(3, 3).glyph, U' ');
	EXPECT_NE(draw(flat({64, 64}, 0, 0), white).at(3, 3).glyph, U' ');
}

TEST(draw, works_on_the_smallest_picture) {
	const grid result = draw(flat({1, 1}, 255), {});
	EXPECT_EQ(result.cells.size(), static_cast<std::size_t>(result.columns) * result.rows);
}

} // namespace
} // namespace assetc
