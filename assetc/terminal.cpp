// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "terminal.h"

#include <algorithm>
#include <cstdlib>

namespace assetc {

namespace {

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

// The Linux console shows these inks by making bold what it has; 30 to 39 do not make it normal again.
bool may_be_bold(color ink) {
	return ink.is == color::kind::rgb || (ink.is == color::kind::indexed && ink.number() >= 8);
}

bool leaves_bold(color ink) {
	return ink.is == color::kind::standard || (ink.is == color::kind::indexed && ink.number() < 8);
}

// The parameters that change one pen into the other, one after the other.
std::string sgr_change(const pen &from, const pen &to) {
	std::string parameters;
	if (from.ink != to.ink) {
		if (may_be_bold(from.ink) && leaves_bold(to.ink))
			parameters = "22;";
		parameters += sgr_color(to.ink, 30);
	}
	if (from.paper != to.paper)
		(parameters += parameters.empty() ? "" : ";") += sgr_color(to.paper, 40);
	return parameters;
}

void keep_shorter(std::string &best, const std::string &other) {
	if (other.size() < best.size())
		best = other;
}

std::string address(position to) {
	const auto row = to.row == 0 ? "" : std::to_string(to.row + 1);
	return "\033[" + row + (to.column == 0 ? "" : ";" + std::to_string(to.column + 1)) + "H";
}

// Within a row; `from` is negative if it is not known.
std::string move_along(int from, int to) {
	if (from == to)
		return "";
	std::string best = "\033[" + (to == 0 ? "" : std::to_string(to + 1)) + "G";
	keep_shorter(best, to == 0 ? "\r" : "\r" + control('C', to));
	if (from >= 0 && to > from)
		keep_shorter(best, control('C', to - from));
	if (from >= 0 && to < from) {
		keep_shorter(best, control('D', from - to));
		keep_shorter(best, std::string(static_cast<std::size_t>(from - to), '\b'));
	}
	return best;
}

std::string move_between_rows(int from, int to) {
	auto best = control(to > from ? 'B' : 'A', std::abs(to - from));
	keep_shorter(best, control('d', to + 1));
	return best;
}

} // namespace

std::optional<terminal> parse_terminal(std::string_view name) {
	if (name == "linux")
		return terminal::linux_console;
	if (name == "xterm")
		return terminal::xterm;
	return std::nullopt;
}

std::optional<update> parse_update(std::string_view name) {
	if (name == "full")
		return update::full;
	if (name == "changes")
		return update::changes;
	return std::nullopt;
}

std::string change_of_pen(const pen &from, const pen &to) {
	if (from == to)
		return "";
	auto parameters = sgr_change(from, to);
	const auto after_reset = sgr_change({}, to);
	if (after_reset.empty())
		parameters.clear(); // ESC [ m resets
	else if (after_reset.size() + 1 < parameters.size())
		parameters = ";" + after_reset; // an empty parameter is 0
	return "\033[" + parameters + "m";
}

std::string control(char letter, int count) {
	return "\033[" + (count == 1 ? "" : std::to_string(count)) + letter;
}

std::string move_cursor(std::optional<position> from, position to, int columns) {
	auto best = address(to);
	if (!from)
		return best;
	const int column = from->column < columns ? from->column : -1;
	if (from->row == to.row) {
		keep_shorter(best, move_along(column, to.column));
		return best;
	}
	keep_shorter(best, move_between_rows(from->row, to.row) + move_along(column, to.column));
	constexpr int most_feeds = 9; // more are longer than an address
	if (to.row > from->row && to.row - from->row <= most_feeds)
		keep_shorter(best, std::string(static_cast<std::size_t>(to.row - from->row), '\n') +
					   move_along(0, to.column));
	return best;
}

} // namespace assetc
