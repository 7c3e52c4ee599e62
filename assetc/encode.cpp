// SPDX-License-Identifier: GPL-2.0-or-later
#include "encode.h"

#include "text.h"

#include <algorithm>
#include <span>

namespace assetc {

namespace {

// A terminal of 24 rows would scroll at a line feed in its last one; the cursor is set there instead.
constexpr int rows_of_a_terminal = 24;

struct pen {
	color ink;
	color paper;
	friend bool operator==(const pen &, const pen &) = default;
};

bool is_blank(const cell &shown) {
	return shown.glyph == U' ' && shown.paper == color{};
}

// SGR parameters of a colour; base is 30 for ink, 40 for paper.
std::string sgr_color(color wanted, int base) {
	if (wanted.is == color::kind::standard)
		return std::to_string(base + 9);
	if (wanted.is == color::kind::rgb)
		return std::to_string(base + 8) + ";2;" + std::to_string(wanted.red) + ";" +
		       std::to_string(wanted.green) + ";" + std::to_string(wanted.blue);
	if (wanted.number() < 8)
		return std::to_string(base + wanted.number());
	if (wanted.number() < 16)
		return std::to_string(base + 60 + wanted.number() - 8);
	return std::to_string(base + 8) + ";5;" + std::to_string(wanted.number());
}

// The parameters that change one pen into the other, one after the other.
std::string sgr_change(const pen &from, const pen &to) {
	std::string parameters;
	if (from.ink != to.ink)
		parameters = sgr_color(to.ink, 30);
	if (from.paper != to.paper)
		(parameters += parameters.empty() ? "" : ";") += sgr_color(to.paper, 40);
	return parameters;
}

// Appends the shortest sequence that makes the terminal's pen the one wanted.
void change_pen(std::string &to, pen &now, const pen &wanted) {
	if (now == wanted)
		return;
	auto parameters = sgr_change(now, wanted);
	const auto after_reset = sgr_change({}, wanted);
	if (after_reset.empty())
		parameters.clear(); // ESC [ m resets
	else if (after_reset.size() + 1 < parameters.size())
		parameters = ";" + after_reset; // an empty parameter is 0
	((to += "\033[") += parameters) += 'm';
	now = wanted;
}

std::size_t columns_used(std::span<const cell> row) {
	while (!row.empty() && is_blank(row.back()))
		row = row.first(row.size() - 1);
	return row.size();
}

// How many of the cells, from the first, can follow each other without a change of pen, each one byte.
std::size_t length_of_run(std::span<const cell> cells, const pen &now) {
	const auto end = std::find_if_not(cells.begin(), cells.end(), [&](const cell &next) {
		return next.glyph < 0x80 && next.glyph != wide_tail && next.paper == now.paper &&
		       (next.ink == now.ink || next.glyph == U' ');
	});
	return static_cast<std::size_t>(end - cells.begin());
}

void encode_cells(std::string &to, pen &now, const grid &shown, std::span<const cell> cells) {
	while (!cells.empty()) {
		const auto run = length_of_run(cells, now);
		const auto at = to.size();
		to.resize(at + run);
		std::transform(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(run),
			       to.begin() + static_cast<std::ptrdiff_t>(at),
			       [](const cell &next) { return static_cast<char>(next.glyph); });
		cells = cells.subspan(run);
		if (cells.empty())
			return;
		const auto &next = cells.front();
		if (next.glyph != wide_tail) {
			// The ink of a space cannot be seen: no need to change it.
			change_pen(to, now, {next.glyph == U' ' ? now.ink : next.ink, next.paper});
			append_glyph(to, shown, next);
		}
		cells = cells.subspan(1);
	}
}

std::span<const cell> row_of(const grid &of, int row) {
	return std::span(of.cells).subspan(static_cast<std::size_t>(row) * of.columns, of.columns);
}

void encode_row(std::string &to, pen &now, const grid &shown, int row) {
	const auto cells = row_of(shown, row);
	const auto used = columns_used(cells);
	encode_cells(to, now, shown, cells.first(used));
	if (used == cells.size())
		return;                     // behind the last column of a terminal, erasing would erase the last glyph
	change_pen(to, now, {now.ink, {}}); // what is erased takes the paper's colour
	to += "\033[K";
}

// The ink that is seen first: set before the first row, it does not come between the rows.
color first_ink(const grid &of) {
	const auto seen = std::find_if(of.cells.begin(), of.cells.end(), [](const cell &c) { return c.glyph != U' '; });
	return seen == of.cells.end() ? color{} : seen->ink;
}

void finish(std::string &to, pen &now, int rows) {
	change_pen(to, now, {});
	if (rows < rows_of_a_terminal)
		to += '\n';
	else
		((to += "\033[") += std::to_string(rows + 1)) += 'H';
}

} // namespace

std::string encode(const grid &painted, screen_before before) {
	std::string bytes = before == screen_before::anything ? "\033[H\033[J" : "\033[H";
	bytes.reserve(painted.cells.size());
	pen now;
	change_pen(bytes, now, {first_ink(painted), {}});
	for (int row = 0; row < painted.rows; ++row) {
		if (row > 0)
			bytes += '\n';
		encode_row(bytes, now, painted, row);
	}
	finish(bytes, now, painted.rows);
	bytes.shrink_to_fit();
	return bytes;
}

std::string encode_rows(const grid &painted) {
	std::string bytes;
	pen now;
	for (int row = 0; row < painted.rows; ++row) {
		const auto cells = row_of(painted, row);
		encode_cells(bytes, now, painted, cells.first(columns_used(cells)));
		change_pen(bytes, now, {});
		bytes += '\n';
	}
	return bytes;
}

std::string_view first_row(std::string_view encoded) {
	const auto end = encoded.find('\n');
	return encoded.substr(0, end == encoded.npos ? end : end + 1);
}

} // namespace assetc
