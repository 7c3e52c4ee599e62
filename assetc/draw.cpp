// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "draw.h"

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

// Made once for each set of glyphs, since that takes longer than drawing a picture.
std::shared_ptr<const repertoire> repertoire_of(const std::string &glyphs) {
	static std::mutex mutex;
	static std::map<std::string, std::shared_ptr<const repertoire>> made;
	const std::lock_guard lock(mutex);
	auto &one = made[glyphs];
	if (!one)
		one = std::make_shared<const repertoire>(parse_glyphs(glyphs).value());
	return one;
}

} // namespace

grid_size fit(int width, int height, const draw_settings &settings) {
	constexpr int screen_columns = 80;
	constexpr int screen_rows = 23; // the cursor stands below
	if (settings.columns > 0 && settings.rows > 0)
		return {settings.columns, settings.rows};
	if (settings.rows > 0)
		return {in_proportion(width, height, settings.rows, 2), settings.rows};
	const int columns = settings.columns > 0 ? settings.columns : screen_columns;
	const int rows = in_proportion(height, width, columns, 0.5);
	if (settings.columns == 0 && rows > screen_rows)
		return {std::min(screen_columns, in_proportion(width, height, screen_rows, 2)), screen_rows};
	return {columns, rows};
}

grid draw(const picture &source, const draw_settings &settings) {
	const grid_size size = fit(source.width, source.height, settings);
	const rgb8 background = {settings.background.red, settings.background.green, settings.background.blue};
	const auto glyphs = repertoire_of(settings.glyphs);
	const plane brightness =
		resample_brightness(source, size.columns * samples_across, size.rows * samples_down, background);
	const std::vector<int> chosen = search(tone(brightness, glyphs->densest()), *glyphs, settings.passes);
	grid result;
	result.columns = size.columns;
	result.rows = size.rows;
	for (const int number : chosen)
		result.cells.push_back({(*glyphs)[number].glyph, {}, {}});
	return result;
}

} // namespace assetc
