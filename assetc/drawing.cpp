// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "drawing.h"

#include "block_shape.h"
#include "decimal.h"
#include "text.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <span>

namespace assetc {

namespace {

constexpr rgb8 standard_ink = {204, 204, 204};
constexpr rgb8 standard_paper = {0, 0, 0};
constexpr int baseline = 9;      // under the top of its cell
constexpr int shortest_gap = 12; // columns without a glyph that are worth the beginning of a new text

std::string number(int value) {
	return std::to_string(value);
}

// Of a value in parts: 5 of 2 is "2.5".
std::string number(int value, int parts) {
	char text[32];
	std::snprintf(text, sizeof(text), "%.3f", static_cast<double>(value) / parts);
	return without_zeros(text);
}

std::string css(rgb8 shown) {
	char text[8];
	std::snprintf(text, sizeof(text), "#%02x%02x%02x", shown.red, shown.green, shown.blue);
	std::string full = text;
	if (full[1] == full[2] && full[3] == full[4] && full[5] == full[6])
		return {'#', full[1], full[3], full[5]};
	return full;
}

struct corner {
	int left = 0;
	int top = 0;
};

std::string rectangle(const std::string &x, const std::string &y, const std::string &width, const std::string &height) {
	return "M" + x + " " + y + "h" + width + "v" + height + "h-" + width + "z";
}

// Rectangles of each colour, as one path.
using paths = std::map<std::string, std::string>;

// Neighbours of one paper are one rectangle.
void add_papers(paths &to, const grid &shown, corner at) {
	for (int row = 0; row < shown.rows; ++row)
		for (int column = 0, end = 0; column < shown.columns; column = end) {
			const auto paper = shown.at(column, row).paper;
			for (end = column + 1; end < shown.columns && shown.at(end, row).paper == paper;)
				++end;
			if (paper != color{})
				to[css(appearance(paper, standard_paper))] += rectangle(
					number(at.left + column * cell_width), number(at.top + row * cell_height),
					number((end - column) * cell_width), number(cell_height));
		}
}

std::string part_path(const cell_part &part, int left, int top, int columns) {
	constexpr int parts = cell_units_across * cell_units_down;
	const auto x = [&](int units) { return units * parts / cell_units_across * cell_width; };
	const auto y = [&](int units) { return units * parts / cell_units_down * cell_height; };
	return rectangle(number(left * parts + x(part.left), parts), number(top * parts + y(part.top), parts),
			 number((columns - 1) * cell_width * parts + x(part.width), parts),
			 number(y(part.height), parts));
}

bool is_block(const cell &shown) {
	return !block_parts(shown.glyph).empty();
}

bool spans_cell(const std::vector<cell_part> &parts) {
	return std::all_of(parts.begin(), parts.end(),
			   [](const cell_part &part) { return part.width == cell_units_across; });
}

// Equal neighbours that reach from side to side are drawn as one.
void add_blocks(paths &to, const grid &shown, corner at) {
	for (int row = 0; row < shown.rows; ++row)
		for (int column = 0, end = 0; column < shown.columns; column = end) {
			const auto &first = shown.at(column, row);
			const auto parts = block_parts(first.glyph);
			end = column + 1;
			while (spans_cell(parts) && end < shown.columns && shown.at(end, row).glyph == first.glyph &&
			       shown.at(end, row).ink == first.ink)
				++end;
			for (const auto &part : parts)
				to[css(appearance(first.ink, standard_ink))] += part_path(
					part, at.left + column * cell_width, at.top + row * cell_height, end - column);
		}
}

std::string paths_markup(const paths &from) {
	std::string markup;
	for (const auto &[fill, path] : from)
		markup += "<path shape-rendering=\"crispEdges\" fill=\"" + fill + "\" d=\"" + path + "\"/>";
	return markup;
}

bool is_text(const cell &shown) {
	return shown.glyph != U' ' && shown.glyph != wide_tail && !is_block(shown);
}

// The ink of most glyphs: it is named once, for all of the frame.
color main_ink(const grid &of) {
	std::map<std::string, std::pair<int, color>> counts;
	for (const auto &shown : of.cells)
		if (is_text(shown)) {
			auto &[count, ink] = counts[css(appearance(shown.ink, standard_ink))];
			++count;
			ink = shown.ink;
		}
	const auto most = std::max_element(counts.begin(), counts.end(), [](const auto &a, const auto &b) {
		return a.second.first < b.second.first;
	});
	return most == counts.end() ? color{} : most->second.second;
}

bool is_wide(const grid &shown, int column, int row) {
	return column + 1 < shown.columns && shown.at(column + 1, row).glyph == wide_tail;
}

bool is_ascii(const cell &shown) {
	return shown.glyph < 0x80;
}

// Where a text that begins here ends: its letters have one ink, and are all ASCII, without a large gap, or all
// not (then they may be of a font whose space has another width).
int end_of_text(const grid &shown, int row, int first) {
	const auto &begin = shown.at(first, row);
	const int allowed_gap = is_ascii(begin) ? shortest_gap : 1;
	int end = first + 1;
	if (is_wide(shown, first, row))
		return end;
	for (int column = end; column < shown.columns && column - end < allowed_gap; ++column) {
		const auto &next = shown.at(column, row);
		if (next.glyph == U' ')
			continue;
		if (!is_text(next) || next.ink != begin.ink || is_ascii(next) != is_ascii(begin) ||
		    is_wide(shown, column, row))
			break;
		end = column + 1;
	}
	return end;
}

std::string text_markup(const grid &shown, int row, int first, int end, corner at) {
	std::string letters;
	for (int column = first; column < end; ++column)
		if (shown.at(column, row).glyph == U' ')
			letters += "\xc2\xa0"; // no-break: several plain spaces would be shown as one
		else
			append_glyph(letters, shown, shown.at(column, row));
	std::string markup = "<text x=\"" + number(at.left + first * cell_width) + "\" y=\"" +
			     number(at.top + row * cell_height + baseline);
	if (end - first > 1) // fonts differ in their widths
		markup += "\" textLength=\"" + number((end - first) * cell_width);
	return markup + "\">" + markup_escaped(letters) + "</text>";
}

std::string row_markup(const grid &shown, int row, corner at, color ink) {
	std::string markup;
	for (int column = 0; column < shown.columns; ++column) {
		const auto &first = shown.at(column, row);
		if (!is_text(first))
			continue;
		const int end = end_of_text(shown, row, column);
		auto text = text_markup(shown, row, column, end, at);
		if (first.ink != ink)
			text.insert(5, " fill=\"" + css(appearance(first.ink, standard_ink)) + "\"");
		markup += text;
		column = end - 1;
	}
	return markup;
}

} // namespace

const std::string_view drawing_style =
	"font-family=\"ui-monospace,DejaVu Sans Mono,Menlo,Consolas,monospace\" font-size=\"10\" fill=\"#ccc\"";

int drawing_width(const reel &of) {
	return of.columns * cell_width + 2 * margin;
}

int drawing_height(const reel &of) {
	return of.rows * cell_height + 2 * margin;
}

std::string draw_cells(const grid &shown, int left, int top) {
	const corner at{left, top};
	paths papers, blocks;
	add_papers(papers, shown, at);
	add_blocks(blocks, shown, at);
	const auto ink = main_ink(shown);
	std::string text;
	for (int row = 0; row < shown.rows; ++row)
		text += row_markup(shown, row, at, ink);
	if (!text.empty() && ink != color{})
		text = "<g fill=\"" + css(appearance(ink, standard_ink)) + "\">" + text + "</g>";
	return paths_markup(papers) + paths_markup(blocks) + text;
}

std::string draw_screen(const reel &of) {
	return "<rect width=\"" + number(drawing_width(of)) + "\" height=\"" + number(drawing_height(of)) +
	       "\" rx=\"8\" fill=\"" + css(standard_paper) + "\"/>";
}

std::string markup_escaped(std::string_view text) {
	std::string escaped;
	for (const char c : text)
		if (c == '&')
			escaped += "&amp;";
		else if (c == '<')
			escaped += "&lt;";
		else if (c == '>')
			escaped += "&gt;";
		else
			escaped += c;
	return escaped;
}

std::string attribute_escaped(std::string_view text) {
	auto escaped = markup_escaped(text);
	for (auto at = escaped.find('"'); at != escaped.npos; at = escaped.find('"', at))
		escaped.replace(at, 1, "&quot;");
	return escaped;
}

} // namespace assetc
