// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "draw.h"

#include "diagnostic.h"

#include <algorithm>
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
	return fit({picture.width, picture.height}, settings);
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

grid draw(const picture &whole, const draw_settings &settings) {
	draft result = make_draft(whole, settings);
	work_out(result);
	finish(result, {});
	return result.cells;
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

TEST(fit, fills_any_other_screen) {
	draw_settings settings;
	settings.screen = {132, 44};
	expect_size(fit({1000, 100}, settings), 132, 7);
	expect_size(fit({100, 1000}, settings), 9, 43);
	settings.screen = {80, 1};
	expect_size(fit({100, 100}, settings), 2, 1);
	settings.columns = 20;
	expect_size(fit({100, 100}, settings), 20, 10);
}

TEST(fit, knows_the_shape_of_cells) {
	draw_settings square;
	square.cell_aspect = 1;
	square.columns = 40;
	EXPECT_EQ(fit({100, 50}, square).rows, 20);
	draw_settings with_font;
	with_font.font = std::make_shared<const font_file>(font_file{"", 8, 8, 0, {}, {}});
	with_font.rows = 10;
	EXPECT_EQ(fit({100, 50}, with_font).columns, 20);
}

picture half_white(int width, int height) {
	picture result = flat({width, height}, 0);
	for (int y = 0; y < height; ++y)
		for (int x = 0; x < width / 2; ++x)
			for (std::size_t i = 0; i < 3; ++i)
				result.rgba[4 * static_cast<std::size_t>(y * width + x) + i] = 255;
	return result;
}

std::size_t blanks(const grid &of) {
	return static_cast<std::size_t>(
		std::count_if(of.cells.begin(), of.cells.end(), [](const cell &one) { return one.glyph == U' '; }));
}

TEST(draw, crops) {
	draw_settings settings;
	settings.crop = {60, 0, 40, 40};
	EXPECT_EQ(blanks(draw(half_white(100, 40), settings)), draw(half_white(100, 40), settings).cells.size());
	settings.crop = {61, 0, 40, 40};
	EXPECT_THROW(draw(half_white(100, 40), settings), error);
}

TEST(draw, inverts) {
	draw_settings settings;
	settings.columns = 40;
	settings.glyphs = "half";
	const auto usual = draw(half_white(100, 40), settings);
	settings.invert = true;
	const auto inverted = draw(half_white(100, 40), settings);
	EXPECT_EQ(usual.at(2, 2).glyph, U'█');
	EXPECT_EQ(inverted.at(2, 2).glyph, U' ');
	EXPECT_EQ(inverted.at(37, 2).glyph, U'█');
}

TEST(draw, is_brighter_where_asked) {
	picture slope = flat({256, 64}, 0);
	for (std::size_t i = 0; i < slope.rgba.size(); ++i)
		if (i % 4 != 3)
			slope.rgba[i] = static_cast<std::uint8_t>(i / 4 % 256);
	draw_settings settings;
	settings.glyphs = "half";
	const auto usual = blanks(draw(slope, settings));
	settings.gamma = 2;
	EXPECT_LT(blanks(draw(slope, settings)), usual);
	settings.gamma = 1;
	settings.brightness = 0.3;
	EXPECT_LT(blanks(draw(slope, settings)), usual);
	settings.brightness = 0;
	settings.contrast = 3;
	EXPECT_GT(blanks(draw(slope, settings)), usual);
}

TEST(draw, colours_where_asked) {
	draw_settings settings;
	settings.colors = color_depth::rgb;
	settings.background = color::indexed(1);
	const grid cells = draw(flat({64, 64}, 0, 0), settings);
	EXPECT_EQ(cells.at(3, 3).paper, color::rgb(170, 0, 0));
	settings.brightness = 1;
	EXPECT_EQ(draw(flat({64, 64}, 0, 0), settings).at(3, 3).paper, color::rgb(255, 255, 255));
}

TEST(draw, refuses_a_font_without_the_glyphs) {
	draw_settings settings;
	settings.font = std::make_shared<const font_file>(font_file{"empty.psf", 8, 16, 0, {}, {}});
	EXPECT_THROW(draw(flat({64, 64}, 0), settings), error);
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

// Thin dark lines on white, such as few recipes keep.
picture lines() {
	picture result = flat({160, 160}, 255);
	for (int y = 0; y < 160; ++y)
		for (int x = 0; x < 160; ++x)
			if ((x + y / 3) % 31 < 2 || (y + x / 5) % 43 < 2)
				std::fill_n(result.rgba.begin() + 4 * (y * 160 + x), 3, std::uint8_t{60});
	return result;
}

TEST(make_draft, chooses_the_recipe_by_the_picture) {
	EXPECT_EQ(make_draft(flat({50, 50}, 128), {}).recipe, 0U);
	EXPECT_NE(make_draft(lines(), {}).recipe, 0U);
}

TEST(draw, follows_the_best_recipe_or_the_one_that_is_set) {
	draw_settings best, usual;
	best.recipe = make_draft(lines(), {}).recipe;
	usual.recipe = 0;
	EXPECT_EQ(draw(lines(), {}).cells, draw(lines(), best).cells);
	EXPECT_NE(draw(lines(), {}).cells, draw(lines(), usual).cells);
}

} // namespace
} // namespace assetc
