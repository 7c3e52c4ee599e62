// SPDX-License-Identifier: GPL-2.0-or-later
#include "animation.h"

#include "draw.h"
#include "mirror.h"
#include "text.h"

#include <algorithm>

namespace assetc {

namespace {

void put_row(grid &on, int row, const std::string &art) {
	if (is_plain(art) && !art.empty()) {
		cell *to = &on.at(0, row);
		for (const char c : art)
			(to++)->glyph = static_cast<char32_t>(c);
		return;
	}
	int column = 0;
	for (const auto &glyph : split_glyphs(art)) {
		put_glyph(on, column, row, glyph);
		column += glyph.columns;
	}
}

void paint_row(grid &on, int row, const std::string &letters, const animation &of) {
	int column = 0;
	for (const auto &letter : split_glyphs(letters)) {
		const auto named = std::find_if(of.palette.begin(), of.palette.end(), [&](const auto &entry) {
			return entry.first == letter.code_points.front();
		});
		for (int i = 0; i < letter.columns && column < on.columns; ++i, ++column)
			if (named != of.palette.end()) {
				on.at(column, row).ink = named->second.ink;
				on.at(column, row).paper = named->second.paper;
			}
	}
}

grid draw_text(const animation &of, const text_art &text) {
	grid drawn;
	for (const auto &row : text.art)
		drawn.columns = std::max(drawn.columns, width(row));
	drawn.rows = static_cast<int>(text.art.size());
	drawn.cells.resize(static_cast<std::size_t>(drawn.columns) * drawn.rows);
	for (int row = 0; row < drawn.rows; ++row)
		put_row(drawn, row, text.art[static_cast<std::size_t>(row)]);
	for (std::size_t row = 0; row < text.paint.size(); ++row)
		paint_row(drawn, static_cast<int>(row), text.paint[row], of);
	return drawn;
}

} // namespace

draft draft_part(const animation &of, const picture_part &part) {
	return draft_picture(of, *pixels_of(part, of.at_most));
}

void add_frames(film shown, const std::vector<std::chrono::nanoseconds> &holds, animation &to) {
	using namespace std::chrono_literals;
	const auto kept = std::make_shared<const film>(std::move(shown));
	for (std::size_t i = 0; i < kept->pictures && i < holds.size(); ++i) {
		auto &added = to.frames.emplace_back();
		added.hold = holds[i] <= 10ms ? 100ms : holds[i];
		added.content = film_picture{kept, i};
	}
}

namespace {

draw_settings settings_of(const animation &of) {
	draw_settings settings = of.drawing;
	settings.columns = of.columns;
	settings.rows = of.rows;
	settings.screen = of.screen;
	settings.background = of.background;
	if (of.colors && !of.frames.front().tint) // a tint is for pictures without colours
		settings.colors = *of.colors;
	return settings;
}

} // namespace

draft draft_picture(const animation &of, const picture &pixels) {
	const auto flip = of.when.flip.value_or(mirroring::none);
	if (flip != mirroring::none)
		return make_draft(mirrored(pixels, flip), settings_of(of));
	return make_draft(pixels, settings_of(of));
}

bool needs_recipe(const animation &of) {
	return !of.drawing.recipe && settings_of(of).colors == color_depth::none;
}

void choose_recipe(animation &of, const picture &pixels) {
	of.drawing.recipe = choose_recipe(pixels, settings_of(of));
}

namespace {

grid draw_part(const animation &of, const picture_part &part) {
	draft drawn = draft_part(of, part);
	finish(drawn, {});
	return std::move(drawn.cells);
}

} // namespace

grid draw_frame(const animation &of, const frame &shown) {
	grid drawn;
	if (const auto *text = std::get_if<text_art>(&shown.content))
		drawn = mirrored(draw_text(of, *text), of.when.flip.value_or(mirroring::none));
	else if (const auto *part = std::get_if<picture_part>(&shown.content))
		drawn = draw_part(of, *part);
	else if (const auto *kept = std::get_if<strip_frame>(&shown.content))
		drawn = mirrored(kept->of->at(kept->number),
				 kept->is_mirrored ? mirroring::none : of.when.flip.value_or(mirroring::none));
	else
		drawn = std::get<grid>(shown.content);
	if (shown.tint)
		for (auto &painted : drawn.cells)
			if (painted.ink == color{})
				painted.ink = *shown.tint;
	return drawn;
}

} // namespace assetc
