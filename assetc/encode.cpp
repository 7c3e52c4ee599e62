// SPDX-License-Identifier: GPL-2.0-or-later
#include "encode.h"

#include "text.h"

#include <algorithm>

namespace assetc {

namespace {

// A terminal of 24 rows would scroll at a line feed in its last one; the cursor is set there instead.
constexpr int rows_of_a_terminal = 24;

struct pen {
	color ink;
	color paper;
	friend bool operator==(const pen &, const pen &) = default;
};

bool is_blank(const cell &shown)
{
	return shown.glyph == U' ' && shown.paper == color{};
}

// SGR parameters of a colour; base is 30 for ink, 40 for paper.
std::string sgr_color(color wanted, int base)
{
	if (wanted.is == color::kind::standard)
		return std::to_string(base + 9);
	if (wanted.is == color::kind::rgb)
		return std::to_string(base + 8) + ";2;" + std::to_string(wanted.red) + ";" + std::to_string(wanted.green) + ";" +
			std::to_string(wanted.blue);
	if (wanted.number() < 8)
		return std::to_string(base + wanted.number());
	if (wanted.number() < 16)
		return std::to_string(base + 60 + wanted.number() - 8);
	return std::to_string(base + 8) + ";5;" + std::to_string(wanted.number());
}

// The parameters that change one pen into the other, one after the other.
std::string sgr_change(const pen &from, const pen &to)
{
	std::string parameters;
	if (from.ink != to.ink)
		parameters = sgr_color(to.ink, 30);
	if (from.paper != to.paper)
		(parameters += parameters.empty() ? "" : ";") += sgr_color(to.paper, 40);
	return parameters;
}

// Appends the shortest sequence that makes the terminal's pen the one wanted.
void change_pen(std::string &to, pen &now, const pen &wanted)
{
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

int columns_used(const grid &shown, int row)
{
	const auto start = shown.cells.begin() + static_cast<std::ptrdiff_t>(row) * shown.columns;
	auto end = start + shown.columns;
	while (end > start && is_blank(end[-1]))
		--end;
	return static_cast<int>(end - start);
}

void encode_row(std::string &to, pen &now, const grid &shown, int row)
{
	const int used = columns_used(shown, row);
	for (int column = 0; column < used; ++column) {
		const auto &next = shown.at(column, row);
		if (next.glyph == wide_tail)
			continue;
		// The ink of a space cannot be seen: no need to change it.
		change_pen(to, now, {next.glyph == U' ' ? now.ink : next.ink, next.paper});
		append_glyph(to, shown, next);
	}
	if (used == shown.columns)
		return; // behind the last column of a terminal, erasing would erase the last glyph
	change_pen(to, now, {now.ink, {}}); // what is erased takes the paper's colour
	to += "\033[K";
}

void reduce_colors(grid &of, color_depth depth)
{
	for (auto &painted : of.cells) {
		painted.ink = reduce(painted.ink, depth);
		painted.paper = reduce(painted.paper, depth);
	}
}

void finish(std::string &to, pen &now, int rows)
{
	change_pen(to, now, {});
	if (rows < rows_of_a_terminal)
		to += '\n';
	else
		((to += "\033[") += std::to_string(rows + 1)) += 'H';
}

} // namespace

std::string encode(const grid &shown, screen_before before, color_depth depth)
{
	grid painted = shown;
	reduce_colors(painted, depth);
	std::string bytes = before == screen_before::anything ? "\033[H\033[J" : "\033[H";
	pen now;
	for (int row = 0; row < painted.rows; ++row) {
		if (row > 0)
			bytes += '\n';
		encode_row(bytes, now, painted, row);
	}
	finish(bytes, now, painted.rows);
	return bytes;
}

std::string_view first_row(std::string_view encoded)
{
	const auto end = encoded.find('\n');
	return encoded.substr(0, end == encoded.npos ? end : end + 1);
}

} // namespace assetc
