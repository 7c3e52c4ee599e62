// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "draw.h"

#include "color_search.h"
#include "color_tone.h"
#include "diagnostic.h"
#include "picture_file.h"
#include "search.h"
#include "seen_text.h"
#include "tone.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <mutex>
#include <utility>

namespace assetc {
namespace {

// An error of colour that few would notice, in units of CIEDE2000: no reason to make a flat area rough.
constexpr float barely_visible = 1.5F;

// Over a text that is only to be compared.
constexpr int passes_to_compare = 2;

// Of a text that is compared with its picture: larger ones would take minutes, and more memory than all else.
constexpr int most_cells_to_compare = 12'000;
constexpr int most_cells_in_a_film = 600; // all else of which is fast

int cells_of(const level_plane &samples) {
	return samples.width / samples_across * (samples.height / samples_down);
}

int in_proportion(int side, int other_side, int cells, double shape) {
	constexpr long far_too_many = 1'000'000'000;
	return static_cast<int>(std::clamp(std::lround(shape * cells * side / other_side), 1L, far_too_many));
}

// Width over height.
double cell_aspect(const draw_settings &settings) {
	if (settings.cell_aspect > 0)
		return settings.cell_aspect;
	return settings.font ? static_cast<double>(settings.font->width) / settings.font->height : 0.5;
}

std::vector<glyph_ink> glyphs_of(const draw_settings &settings) {
	const font_file *const font = settings.font.get();
	auto glyphs = parse_glyphs(settings.glyphs, font).value();
	if (glyphs.size() < 2)
		throw error(about(font ? font->name : "",
				  "this font has none of the glyphs of " + quote(settings.glyphs),
				  "take other glyphs, or another font"));
	return glyphs;
}

// What make(glyphs) gives, made once for each set of glyphs, since that takes longer than drawing a picture.
template <typename Made, typename Make>
std::shared_ptr<const Made> made_once(const draw_settings &settings, Make make) {
	static std::mutex mutex;
	static std::map<std::pair<std::string, std::shared_ptr<const font_file>>, std::shared_ptr<const Made>> made;
	const std::lock_guard lock(mutex);
	auto &one = made[{settings.glyphs, settings.font}];
	if (!one)
		one = std::make_shared<const Made>(make(glyphs_of(settings)));
	return one;
}

std::shared_ptr<const repertoire> repertoire_of(const draw_settings &settings) {
	return made_once<repertoire>(settings, [](const auto &of) { return repertoire(of); });
}

// The part that is asked for.
picture cropped(const picture &source, const crop_box &part) {
	if (part.x + part.width > source.width || part.y + part.height > source.height)
		throw error({part.told_at,
			     (part.told_at.file.empty() ? "--crop: " : "crop ") + std::to_string(part.x) + "," +
				     std::to_string(part.y) + "," + std::to_string(part.width) + "," +
				     std::to_string(part.height) + " goes beyond a picture of " +
				     std::to_string(source.width) + "x" + std::to_string(source.height) + " pixels",
			     "it is X,Y,WIDTH,HEIGHT, counted from the top left"});
	return cut(source, part.x, part.y, part.width, part.height);
}

color_search_settings how_to_search(const draw_settings &settings) {
	color_search_settings how;
	how.colors = settings.colors;
	if (settings.colors == color_depth::rgb)
		return how; // there is nothing to mix
	if (settings.dither == dithering::none)
		how.passes = 0;
	if (settings.dither == dithering::where_it_helps)
		how.indulgence = barely_visible;
	return how;
}

std::uint8_t byte_of(float share) {
	return static_cast<std::uint8_t>(std::clamp(share, 0.0F, 1.0F) * 255 + 0.5F);
}

void work_out_colors(draft &of) {
	const auto glyphs = made_once<color_repertoire>(of.settings, make_color_repertoire);
	light_plane wanted = std::exchange(of.light, {});
	tone_colors(wanted, of.settings);
	of.cells.cells = search_colors(wanted, *glyphs, how_to_search(of.settings));
	of.bytes_a_sample = 3;
	of.seen.reserve(3 * wanted.at.size());
	for (const light &one : wanted.at)
		for (const float channel : {one.red, one.green, one.blue})
			of.seen.push_back(byte_of(code_of(channel)));
}

void work_out_text(draft &of) {
	if (!of.curve)
		of.curve = std::make_shared<const tone_curve>(make_tone_curve(of.darker, of.settings, of.recipe));
	auto toned = tone(of.brightness, *of.curve, of.glyphs->densest(), of.settings, of.recipe);
	of.wanted = std::move(toned.wanted);
	of.seen = std::move(toned.seen);
	if (of.settings.retouched && cells_of(of.brightness) <= most_cells_to_compare)
		of.goal = std::make_shared<const likeness_goal>(make_goal(adjusted(of.brightness, of.settings)));
	of.brightness = {};
}

std::size_t choose_recipe(const level_plane &brightness, const repertoire &glyphs) {
	const level_shares darker = darker_shares(brightness);
	const likeness_goal goal = make_goal(brightness);
	std::size_t best = 0;
	double best_likeness = -1;
	for (std::size_t recipe = 0; recipe < tone_recipes; ++recipe) {
		const plane wanted =
			tone(brightness, make_tone_curve(darker, {}, recipe), glyphs.densest(), {}, recipe).wanted;
		const std::vector<int> chosen = search(wanted, glyphs, passes_to_compare);
		const double like = likeness(seen_from_close(chosen, glyphs, wanted.width / samples_across), goal);
		if (like > best_likeness) {
			best = recipe;
			best_likeness = like;
		}
	}
	return best;
}

// A picture of so many samples less, across and down, whole cells of them.
level_plane shrunk(const level_plane &of, int by) {
	const int columns = of.width / samples_across / by, rows = of.height / samples_down / by;
	level_plane result = {columns * samples_across, rows * samples_down, {}};
	for (int y = 0; y < result.height; ++y)
		for (int x = 0; x < result.width; ++x) {
			int sum = 0;
			for (int i = 0; i < by * by; ++i)
				sum += of.at[static_cast<std::size_t>((y * by + i / by) * of.width + x * by + i % by)];
			result.at.push_back(static_cast<std::uint16_t>(sum / (by * by)));
		}
	return result;
}

// Tones are the same at any size, about, and large pictures take long to compare: so by a copy of so many cells.
std::size_t choose_recipe_by_a_copy(const level_plane &brightness, const repertoire &glyphs, int most_cells) {
	int by = 1;
	while (cells_of(brightness) / (by * by) > most_cells)
		++by;
	const bool is_narrow = brightness.width < by * samples_across || brightness.height < by * samples_down;
	return is_narrow ? 0 : choose_recipe(shrunk(brightness, by), glyphs);
}

} // namespace

grid_size fit(picture_size whole, const draw_settings &settings) {
	const int width = settings.crop.width > 0 ? settings.crop.width : whole.width;
	const int height = settings.crop.width > 0 ? settings.crop.height : whole.height;
	const int screen_columns = settings.screen.columns;
	const int screen_rows = std::max(1, settings.screen.rows - 1); // the cursor stands below
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

draft make_draft(const picture &whole, const draw_settings &settings) {
	const picture part = settings.crop.width > 0 ? cropped(whole, settings.crop) : picture();
	const picture &source = settings.crop.width > 0 ? part : whole;
	const grid_size size = fit(size_of(source), settings);
	const int width = size.columns * samples_across, height = size.rows * samples_down;
	const rgb8 background = appearance(settings.background, {});
	if (settings.colors == color_depth::none)
		return make_draft(resample_brightness(source, width, height, background), settings);
	draft result;
	result.cells = {size.columns, size.rows, {}, {}};
	result.settings = settings;
	result.light = resample_light(source, width, height, background);
	return result;
}

draft make_draft(level_plane brightness, const draw_settings &settings) {
	draft result;
	result.cells = {brightness.width / samples_across, brightness.height / samples_down, {}, {}};
	result.settings = settings;
	result.glyphs = repertoire_of(settings);
	result.darker = darker_shares(brightness);
	result.recipe = settings.recipe ? *settings.recipe
					: choose_recipe_by_a_copy(brightness, *result.glyphs,
								  settings.retouched ? most_cells_to_compare
										     : most_cells_in_a_film);
	result.brightness = std::move(brightness);
	return result;
}

void work_out(draft &of) {
	if (of.settings.colors == color_depth::none)
		work_out_text(of);
	else
		work_out_colors(of);
}

} // namespace assetc
