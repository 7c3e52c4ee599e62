// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "reel.h"

#include "content.h"
#include "draw_pictures.h"
#include "text.h"
#include "totals.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace assetc {

namespace {

struct size_in_cells {
	int columns = 0;
	int rows = 0;
};

// Text frames tell their size without being drawn; of pictures, the grids are kept.
size_in_cells size_of(const frame &shown) {
	size_in_cells size;
	if (const auto *text = std::get_if<text_art>(&shown.content)) {
		size.rows = static_cast<int>(text->art.size());
		for (const auto &row : text->art)
			size.columns = std::max(size.columns, width(row));
	} else if (const auto *cells = std::get_if<grid>(&shown.content)) {
		size = {cells->columns, cells->rows};
	} else if (const auto *kept = std::get_if<strip_frame>(&shown.content)) {
		size = {kept->of->columns(kept->number), kept->of->rows(kept->number)};
	}
	return size;
}

bool is_picture(const frame &shown) {
	return std::holds_alternative<picture_part>(shown.content) ||
	       std::holds_alternative<film_picture>(shown.content);
}

size_in_cells common_size(const animation &of) {
	size_in_cells size{1, 1};
	for (const auto &shown : of.frames) {
		const auto [columns, rows] = size_of(shown);
		size = {std::max(size.columns, columns), std::max(size.rows, rows)};
	}
	check_columns(of.file, size.columns);
	return size;
}

// Frames share their top left corner, or what the mirror makes of it.
grid padded(grid from, int columns, int rows, mirroring flip) {
	if (from.columns == columns && from.rows == rows)
		return from;
	grid larger{columns, rows, {}, std::move(from.clusters)};
	larger.cells.resize(static_cast<std::size_t>(columns) * rows);
	const int left = turns_left_to_right(flip) ? columns - from.columns : 0;
	const int top = turns_upside_down(flip) ? rows - from.rows : 0;
	for (int row = 0; row < from.rows; ++row)
		std::copy_n(from.cells.begin() + static_cast<std::ptrdiff_t>(row) * from.columns, from.columns,
			    larger.cells.begin() + static_cast<std::ptrdiff_t>(top + row) * columns + left);
	return larger;
}

// Frames that came as grids; text and pictures are mirrored when they are drawn.
void mirror_grids(animation &of) {
	if (of.when.flip.value_or(mirroring::none) == mirroring::none)
		return;
	for (auto &shown : of.frames)
		if (auto *const cells = std::get_if<grid>(&shown.content))
			*cells = mirrored(std::move(*cells), *of.when.flip);
}

// Neighbours mostly have the same colours.
void reduce_cells(grid &of, color_depth depth) {
	cell asked, given;
	for (auto &painted : of.cells) {
		if (painted.ink != asked.ink || painted.paper != asked.paper) {
			asked = painted;
			given = {U' ', reduce(painted.ink, depth), reduce(painted.paper, depth)};
		}
		painted.ink = given.ink;
		painted.paper = given.paper;
	}
}

// All colours that cells can get, before they get them: a film has fewer frames' tints than cells.
void reduce_colors(animation &of, color_depth depth) {
	for (auto &[letter, named] : of.palette)
		named = {reduce(named.ink, depth), reduce(named.paper, depth)};
	for (auto &shown : of.frames) {
		if (shown.tint)
			shown.tint = reduce(*shown.tint, depth);
		if (auto *const cells = std::get_if<grid>(&shown.content))
			reduce_cells(*cells, depth);
	}
}

// Holds in whole microseconds that add up exactly: the n-th frame ends when the first n holds have passed,
// rounded once, so that 300 frames of 33.333... ms last ten seconds.
std::vector<std::uint32_t> hold_microseconds(const std::vector<step> &steps) {
	std::vector<std::uint32_t> holds;
	std::chrono::nanoseconds end{};
	std::int64_t told_us = 0;
	for (const auto &shown : steps) {
		end += shown.hold;
		const auto end_us = (end.count() + 500) / 1000;
		holds.push_back(static_cast<std::uint32_t>(std::max<std::int64_t>(1, end_us - told_us)));
		told_us += holds.back();
	}
	return holds;
}

int loops_of(const animation &from) {
	if (from.loops)
		return *from.loops;
	return from.frames.size() == 1 ? 1 : 0;
}

// Rows that end early are usual, frames that do are mostly a mistake. Recordings and pictures have reasons of their
// own.
std::optional<diagnostic> remark_on_rows(const animation &of, int rows) {
	std::size_t odd = of.frames.size();
	for (std::size_t i = of.frames.size(); i-- > 0;) {
		if (!std::holds_alternative<text_art>(of.frames[i].content))
			return std::nullopt;
		if (size_of(of.frames[i]).rows < rows)
			odd = i;
	}
	if (odd == of.frames.size())
		return std::nullopt;
	return about(of.file,
		     "frame " + std::to_string(odd) + " has fewer rows (" +
			     std::to_string(size_of(of.frames[odd]).rows) + ") than others (" + std::to_string(rows) +
			     ")",
		     "blank rows are added below it; an empty row, \"\", can stand where they belong");
}

// Credits reach comments, logs and other programs: as a line of text, of a length that all of them bear.
std::string credit(std::string_view text) {
	std::size_t length = std::min<std::size_t>(text.size(), 1000);
	while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xc0) == 0x80)
		--length;
	return harmless(text.substr(0, length));
}

animation after_cut(animation of) {
	cut(of);
	totals all(of.file, of.at_most);
	for (const auto &shown : of.frames)
		all.add(shown);
	return of;
}

} // namespace

reel::reel(animation from, const progress &tell)
    : name(from.name), title(credit(from.title)), author(credit(from.author)), license(credit(from.license)),
      file(from.file), colors(from.colors.value_or(color_depth::ansi256)), send(from.send), screen(from.screen),
      jobs(from.jobs), remarks(from.remarks), of(after_cut(std::move(from))), steps(steps_of(of)) {
	holds_us = hold_microseconds(steps);
	loops = loops_of(of);
	mirror_grids(of);
	has_pictures = std::any_of(of.frames.begin(), of.frames.end(), is_picture);
	draw_pictures(of, tell);
	reduce_colors(of, colors);
	const auto size = common_size(of);
	columns = size.columns;
	rows = size.rows;
	check_cells_to_send(file, columns, rows, frames(), of.at_most);
	most_bytes = of.at_most.table;
	most_changes = of.at_most.cells;
	if (auto remark = remark_on_rows(of, rows))
		remarks.push_back(std::move(*remark));
}

grid reel::at(std::size_t frame) const {
	const auto &shown = of.frames[steps[frame].frame];
	auto drawn = draw_frame(of, shown);
	if (std::holds_alternative<strip_frame>(shown.content))
		reduce_cells(drawn, colors);
	return padded(std::move(drawn), columns, rows, of.when.flip.value_or(mirroring::none));
}

grid reel::take(std::size_t frame) {
	auto cells = at(frame);
	const bool comes_once = steps.size() == of.frames.size(); // or there and back
	if (comes_once)
		of.frames[steps[frame].frame].content = {};
	return cells;
}

const std::string &title_of(const reel &of) {
	return of.title.empty() ? of.name : of.title;
}

std::uint64_t loop_us(const reel &of) {
	return std::accumulate(of.holds_us.begin(), of.holds_us.end(), std::uint64_t{0});
}

} // namespace assetc
