// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "draw.h"

#include "diagnostic.h"
#include "picture_file.h"
#include "search.h"
#include "tone.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <mutex>

namespace assetc {
namespace {

int in_proportion(int side, int other_side, int cells, double shape) {
	return std::max(1, static_cast<int>(std::lround(shape * cells * side / other_side)));
}

// Width over height.
double cell_aspect(const draw_settings &settings) {
	if (settings.cell_aspect > 0)
		return settings.cell_aspect;
	return settings.font ? static_cast<double>(settings.font->width) / settings.font->height : 0.5;
}

repertoire make_repertoire(const std::string &names, const font_file *font) {
	const auto glyphs = parse_glyphs(names, font).value();
	if (glyphs.size() < 2)
		throw error(about(font ? font->name : "", "this font has none of the glyphs of " + quote(names),
				  "take other glyphs, or another font"));
	return repertoire(glyphs);
}

// Made once for each set of glyphs, since that takes longer than drawing a picture.
std::shared_ptr<const repertoire> repertoire_of(const draw_settings &settings) {
	static std::mutex mutex;
	static std::map<std::pair<std::string, std::shared_ptr<const font_file>>, std::shared_ptr<const repertoire>>
		made;
	const std::lock_guard lock(mutex);
	auto &one = made[{settings.glyphs, settings.font}];
	if (!one)
		one = std::make_shared<const repertoire>(make_repertoire(settings.glyphs, settings.font.get()));
	return one;
}

// The part that is asked for.
picture cropped(const picture &source, const crop_box &part) {
	if (part.x + part.width > source.width || part.y + part.height > source.height)
		throw error(about("",
				  "crop " + std::to_string(part.x) + "," + std::to_string(part.y) + "," +
					  std::to_string(part.width) + "," + std::to_string(part.height) +
					  " goes beyond a picture of " + std::to_string(source.width) + "x" +
					  std::to_string(source.height) + " pixels",
				  "it is X,Y,WIDTH,HEIGHT, counted from the top left"));
	return cut(source, part.x, part.y, part.width, part.height);
}

} // namespace

grid_size fit(int width, int height, const draw_settings &settings) {
	constexpr int screen_columns = 80;
	constexpr int screen_rows = 23; // the cursor stands below
	const double shape = cell_aspect(settings);
	if (settings.columns > 0 && settings.rows > 0)
		return {settings.columns, settings.rows};
	if (settings.rows > 0)
		return {in_proportion(width, height, settings.rows, 1 / shape), settings.rows};
	const int columns = settings.columns > 0 ? settings.columns : screen_columns;
	const int rows = in_proportion(height, width, columns, shape);
	if (settings.columns == 0 && rows > screen_rows)
		return {std::min(screen_columns, in_proportion(width, height, screen_rows, 1 / shape)), screen_rows};
	return {columns, rows};
}

grid draw(const picture &whole, const draw_settings &settings) {
	const picture part = settings.crop.width > 0 ? cropped(whole, settings.crop) : picture();
	const picture &source = settings.crop.width > 0 ? part : whole;
	const grid_size size = fit(source.width, source.height, settings);
	const rgb8 background = {settings.background.red, settings.background.green, settings.background.blue};
	const auto glyphs = repertoire_of(settings);
	const plane brightness =
		resample_brightness(source, size.columns * samples_across, size.rows * samples_down, background);
	const std::vector<int> chosen = search(tone(brightness, glyphs->densest(), settings), *glyphs, settings.passes);
	grid result;
	result.columns = size.columns;
	result.rows = size.rows;
	for (const int number : chosen)
		result.cells.push_back({(*glyphs)[number].glyph, {}, {}});
	return result;
}

} // namespace assetc
