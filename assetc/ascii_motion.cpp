// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "ascii_motion.h"

#include "content.h"
#include "member.h"
#include "text.h"
#include "timeline_keys.h"
#include "totals.h"

#include <algorithm>
#include <charconv>

namespace assetc {

namespace {

const color white = color::rgb(255, 255, 255);
const color black = color::rgb(0, 0, 0);

struct canvas_setup {
	int columns = 0;
	int rows = 0;
	color paper; // of all cells that have none of their own
};

// Empty for "transparent" and the like.
std::optional<color> take_color(const member &from) {
	if (!from.value->is_string())
		must_be(from, "a colour", "\"#rrggbb\"");
	const auto &text = take_text(from);
	if (text.empty() || text == "transparent")
		return std::nullopt;
	const auto known = text.starts_with('#') ? parse_color(text) : std::nullopt;
	if (!known)
		must_be(from, "a colour", "\"#rrggbb\", or \"transparent\"");
	return known;
}

canvas_setup take_canvas(const member &from) {
	canvas_setup canvas;
	if (!from.value->is_object())
		must_be(from, "an object", "{ \"width\": 80, \"height\": 24 }");
	canvas.columns = static_cast<int>(take_integer(from["width"], 1, most_cells_a_side));
	canvas.rows = static_cast<int>(take_integer(from["height"], 1, most_cells_a_side));
	const char *const key = from.has("backgroundColor") ? "backgroundColor" : "canvasBackgroundColor";
	const auto paper = from.has(key) ? take_color(from[key]) : std::nullopt;
	if (paper && *paper != black)
		canvas.paper = *paper;
	return canvas;
}

// Cells are numbered by glyph, columns are what these take: in a row of wide glyphs they differ.
struct drawing_board {
	grid cells;
	std::vector<std::vector<int>> columns; // where each row's glyphs begin, and the last one ends

	int column_of(int glyph, int row) const {
		const auto &known = columns[static_cast<std::size_t>(row)];
		const auto beyond = glyph - (static_cast<int>(known.size()) - 1);
		return beyond < 0 ? known[static_cast<std::size_t>(glyph)] : known.back() + beyond;
	}
};

drawing_board draw_rows(const std::vector<std::string> &rows, const canvas_setup &canvas) {
	drawing_board board;
	board.cells.columns = canvas.columns;
	board.cells.rows = std::max(canvas.rows, static_cast<int>(rows.size()));
	for (const auto &row : rows)
		board.cells.columns = std::max(board.cells.columns, width(row));
	const auto count = static_cast<std::size_t>(board.cells.columns) * board.cells.rows;
	board.cells.cells.resize(count, {U' ', {}, canvas.paper});
	board.columns.resize(static_cast<std::size_t>(board.cells.rows), {0});
	for (std::size_t row = 0; row < rows.size(); ++row) {
		int column = 0;
		for (const auto &glyph : split_glyphs(rows[row])) {
			put_glyph(board.cells, column, static_cast<int>(row), glyph);
			column += glyph.columns;
			board.columns[row].push_back(column);
		}
	}
	return board;
}

struct position {
	int x = 0;
	int y = 0;
};

// "3,14"; empty if it is none on the canvas.
std::optional<position> parse_position(std::string_view text, const canvas_setup &canvas) {
	position at;
	const auto *const end = text.data() + text.size();
	const auto x = std::from_chars(text.data(), end, at.x);
	const auto y = x.ec == std::errc() && x.ptr < end && *x.ptr == ',' ? std::from_chars(x.ptr + 1, end, at.y) : x;
	const bool is_whole = y.ptr == end && y.ptr != x.ptr && y.ec == std::errc();
	if (!is_whole || at.x < 0 || at.y < 0 || at.x >= canvas.columns || at.y >= canvas.rows)
		return std::nullopt;
	return at;
}

position take_position(const member &of, const std::string &key, const canvas_setup &canvas) {
	if (const auto at = parse_position(key, canvas))
		return *at;
	throw error({locate(*of.in, child(of.pointer, key), json_part::key),
		     quote(key) + " is no place on a canvas of " + std::to_string(canvas.columns) + "x" +
			     std::to_string(canvas.rows),
		     "\"0,0\" is the top left"});
}

void take_colors(const member &from, const canvas_setup &canvas, drawing_board &on, color cell::*part);

// The places in that text are none of the file's.
void take_colors_in_text(const member &from, const canvas_setup &canvas, drawing_board &on, color cell::*part) {
	try {
		auto inner = parse_json(from.in->file, from.value->get<std::string>());
		if (!inner.root.is_object())
			must_be(from, "an object of colours");
		take_colors(member(inner), canvas, on, part);
	} catch (const error &wrong) {
		reject(from, wrong.said.what, wrong.said.hint);
	}
}

// Colours by place: an object, or an object that was put into a text.
void take_colors(const member &from, const canvas_setup &canvas, drawing_board &on, color cell::*part) {
	if (from.value->is_string())
		return take_colors_in_text(from, canvas, on, part);
	if (!from.value->is_object())
		must_be(from, "an object of colours", "{ \"0,0\": \"#rrggbb\" }");
	for (auto &[key, value] : from.value->get_ref<json::object_t &>()) {
		const auto at = take_position(from, key, canvas);
		const auto column = on.column_of(at.x, at.y);
		const auto painted = take_color({from.in, &value, child(from.pointer, key)});
		if (painted && column < on.cells.columns)
			on.cells.at(column, at.y).*part = *painted;
	}
}

// The right half of a wide glyph looks like its left. White letters on nothing are what a terminal shows anyway, but on
// a paper of their own they must stay white.
void finish_colors(grid &of) {
	for (std::size_t i = 0; i < of.cells.size(); ++i) {
		auto &shown = of.cells[i];
		if (shown.glyph == wide_tail && i > 0) {
			shown.ink = of.cells[i - 1].ink;
			shown.paper = of.cells[i - 1].paper;
		} else if (shown.paper == color{} && shown.ink == white) {
			shown.ink = {};
		} else if (shown.paper != color{} && shown.ink == color{}) {
			shown.ink = white;
		}
	}
}

std::vector<std::string> take_content(const member &from) {
	if (from.value->is_string())
		return take_lines(from);
	if (!from.value->is_array())
		must_be(from, "text, or an array of rows");
	std::vector<std::string> rows;
	for (std::size_t i = 0; i < from.value->size(); ++i)
		rows.push_back(take_text(from[i]));
	return rows;
}

frame read_exported(const member &from, const canvas_setup &canvas) {
	if (!from.value->is_object() || !from.has("content"))
		reject(from, "this frame has no content", "\"content\": [\"row 1\", \"row 2\"]");
	const auto rows = take_content(from["content"]);
	const bool is_wide =
		std::any_of(rows.begin(), rows.end(), [](const auto &row) { return width(row) > most_cells_a_side; });
	if (is_wide || rows.size() > most_cells_a_side)
		reject(from["content"],
		       "a frame has at most " + std::to_string(most_cells_a_side) + " columns and rows");
	auto board = draw_rows(rows, canvas);
	if (from.has("colors") && from["colors"].value->is_object()) {
		const auto colors = from["colors"];
		if (colors.has("foreground"))
			take_colors(colors["foreground"], canvas, board, &cell::ink);
		if (colors.has("background"))
			take_colors(colors["background"], canvas, board, &cell::paper);
	}
	finish_colors(board.cells);
	return {from.has("duration") ? take_hold(from["duration"]) : std::chrono::nanoseconds{}, {}, board.cells};
}

void put_cell(const member &from, position at, grid &on) {
	if (!from.value->is_object())
		must_be(from, "an object", "{ \"char\": \"x\", \"color\": \"#ffffff\", \"bgColor\": \"transparent\" }");
	auto &to = on.at(at.x, at.y);
	const auto glyphs = from.has("char") ? split_glyphs(take_text(from["char"])) : std::vector<glyph_text>{};
	const bool fits = !glyphs.empty() && at.x + glyphs.front().columns <= on.columns;
	if (fits && to.glyph != wide_tail)
		put_glyph(on, at.x, at.y, glyphs.front());
	if (const auto ink = from.has("color") ? take_color(from["color"]) : std::nullopt)
		to.ink = *ink;
	if (const auto paper = from.has("bgColor") ? take_color(from["bgColor"]) : std::nullopt)
		to.paper = *paper;
}

frame read_session_frame(const member &from, const canvas_setup &canvas) {
	if (!from.value->is_object() || !from.has("data") || !from["data"].value->is_object())
		reject(from, "this frame has no data", "\"data\": { \"0,0\": { \"char\": \"x\" } }");
	auto board = draw_rows({}, canvas);
	const auto cells = from["data"];
	for (auto &[key, value] : cells.value->get_ref<json::object_t &>())
		put_cell({from.in, &value, child(cells.pointer, key)}, take_position(cells, key, canvas), board.cells);
	finish_colors(board.cells);
	return {from.has("duration") ? take_hold(from["duration"]) : std::chrono::nanoseconds{}, {}, board.cells};
}

void take_title(const member &document, animation &into) {
	const auto *const metadata = find_member(document.value, "metadata");
	const auto *const title = find_member(metadata, "title");
	const auto *const name = find_member(document.value, "name");
	for (const auto *said : {title, name})
		if (said && said->is_string() && !find_fault(said->get_ref<const std::string &>()) &&
		    into.title.empty())
			into.title = said->get<std::string>();
}

void read_all(const member &frames, const canvas_setup &canvas, frame (*read)(const member &, const canvas_setup &),
	      const bounds &at_most, animation &into) {
	totals all(frames.in->file, at_most);
	const auto count = take_array(frames).size();
	for (std::size_t i = 0; i < count; ++i) {
		into.frames.push_back(read(frames[i], canvas));
		all.add(into.frames.back());
	}
}

// Each frame has the time that the frame rate gives it, unless it says so itself.
void give_rate(const member &animated, animation &to) {
	const double fps = animated.has("frameRate") ? take_number(animated["frameRate"], least_fps, most_fps,
								   "a number from 0.001 to 1000")
						     : 12;
	for (std::size_t i = 0; i < to.frames.size(); ++i)
		if (to.frames[i].hold == std::chrono::nanoseconds::zero())
			to.frames[i].hold = hold_at(fps, i);
}

} // namespace

std::string why_no_ascii_motion(input &from) {
	const auto *const root = from.root();
	if (!root || !root->is_object())
		return why_no_object(from);
	const auto *const canvas = find_member(root, "canvas");
	if (!canvas || !canvas->is_object())
		return "it has no \"canvas\"";
	const auto *const animated = find_member(root, "animation");
	const bool has_frames =
		find_member(root, "frames") || find_member(animated, "frames") || find_member(root, "layers");
	return has_frames ? "" : "there are no frames beside its \"canvas\"";
}

animation read_ascii_motion(input from, const reading &told) {
	auto document = from.take_document();
	const member root(document);
	if (!find_member(root.value, "canvas"))
		must_be(root, "an object with a canvas", "{ \"canvas\": { \"width\": 80, \"height\": 24 }, ... }");
	if (root.has("layers") && !root.has("frames"))
		reject(root["layers"], "this is a session of version 2, whose layers only its editor can put together",
		       "export it from ASCII Motion as JSON");
	const auto canvas = take_canvas(root["canvas"]);
	animation read;
	take_title(root, read);
	const bool is_exported = root.has("frames");
	if (is_exported)
		read_all(root["frames"], canvas, read_exported, told.at_most, read);
	else
		read_all(root["animation"]["frames"], canvas, read_session_frame, told.at_most, read);
	if (const auto *const animated = find_member(root.value, "animation"); animated && animated->is_object()) {
		give_rate(root["animation"], read);
		if (root["animation"].has("looping") && !take_flag(root["animation"]["looping"]))
			read.loops = 1;
	}
	return read;
}

} // namespace assetc
