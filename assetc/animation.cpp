// SPDX-License-Identifier: GPL-2.0-or-later
#include "animation.h"

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
		const auto named = of.palette.find(letter.code_points.front());
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

void add_frames(film shown, const std::vector<std::chrono::nanoseconds> &holds, animation &to) {
	using namespace std::chrono_literals;
	const auto kept = std::make_shared<const film>(std::move(shown));
	for (std::size_t i = 0; i < kept->pictures && i < holds.size(); ++i) {
		auto &added = to.frames.emplace_back();
		added.hold = holds[i] <= 10ms ? 100ms : holds[i];
		added.content = film_picture{kept, i};
	}
}

grid draw_frame(const animation &of, const frame &shown) {
	grid drawn;
	if (const auto *text = std::get_if<text_art>(&shown.content))
		drawn = mirrored(draw_text(of, *text), of.when.flip.value_or(mirroring::none));
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
