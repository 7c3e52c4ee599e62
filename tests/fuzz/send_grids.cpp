// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "encode.h"
#include "promise.h"
#include "screen.h"
#include "sent.h"
#include "target.h"

namespace assetc::fuzz {

namespace {

color take_color(choices &from) {
	switch (from.below(6)) {
	case 0:
		return color::rgb(static_cast<std::uint8_t>(from.byte()), 0, static_cast<std::uint8_t>(from.byte()));
	case 1:
		return color::indexed(static_cast<std::uint8_t>(from.byte()));
	default:
		return {};
	}
}

// Puts a glyph there, over whatever half of a wide one it cuts in two.
void put(grid &on, int column, int row, cell painted, bool wide) {
	const auto blank = [&](int at) { on.at(at, row).glyph = U' '; };
	if (on.at(column, row).glyph == wide_tail)
		blank(column - 1);
	const int last = wide ? column + 1 : column;
	if (last + 1 < on.columns && on.at(last + 1, row).glyph == wide_tail)
		blank(last + 1);
	on.at(column, row) = painted;
	if (wide) {
		painted.glyph = wide_tail;
		on.at(last, row) = painted;
	}
}

void paint(grid &on, choices &from) {
	constexpr std::u32string_view glyphs = U"ab  #\u00e9\u2580\u2588\U0001fb00";
	const unsigned strokes = from.byte();
	for (unsigned i = 0; i < strokes && !from.left.empty(); ++i) {
		int column = static_cast<int>(from.below(static_cast<unsigned>(on.columns)));
		const int row = static_cast<int>(from.below(static_cast<unsigned>(on.rows)));
		const bool wide = from.below(8) == 0;
		const cell painted{wide ? U'\u6f22' : glyphs[from.below(glyphs.size())], take_color(from),
				   take_color(from)};
		for (unsigned run = from.below(12); run > 0 && column + wide < on.columns; --run, column += 1 + wide)
			put(on, column, row, painted, wide);
	}
}

// Rows that move, as in text that scrolls.
void shift(grid &on, choices &from) {
	const auto by = from.below(static_cast<unsigned>(on.rows)) * static_cast<unsigned>(on.columns);
	on.cells.erase(on.cells.begin(), on.cells.begin() + by);
	on.cells.insert(from.below(2) == 0 ? on.cells.end() : on.cells.begin(), by, cell{});
}

void send(screen &to, const std::string &bytes, const grid &wanted, terminal on, const char *when) {
	require_nothing(find_forbidden(bytes, on), when);
	to.write(bytes);
	require_nothing(to.difference(wanted), when);
}

grid take_grid(choices &from) {
	grid blank{1 + static_cast<int>(from.below(40)), 1 + static_cast<int>(from.below(24)), {}, {}};
	blank.cells.resize(static_cast<std::size_t>(blank.columns) * blank.rows);
	paint(blank, from);
	return blank;
}

} // namespace

void send_grids(std::string_view bytes) {
	choices from{bytes};
	const auto on = from.below(2) == 0 ? terminal::linux_console : terminal::xterm;
	auto before = take_grid(from);
	screen shown(std::max(2, before.columns + static_cast<int>(from.below(2))), 24);
	send(shown, encode(before, screen_before::anything, on), before, on, "the first frame");
	for (int step = 0; step < 3; ++step) {
		auto after = before;
		if (from.below(3) == 0)
			shift(after, from);
		paint(after, from);
		send(shown, encode_changes(before, after, on), after, on, "changes");
		before = std::move(after);
	}
	send(shown, encode(before, screen_before::frame, on), before, on, "a whole frame");
	send(shown, encode_keyframe(before, on), before, on, "a keyframe");
}

} // namespace assetc::fuzz
