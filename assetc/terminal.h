// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// What assetc knows of terminals: whom it writes for, and how to say where and in which colours.
#pragma once

#include "color.h"

#include <optional>
#include <string>
#include <string_view>

namespace assetc {

// Whom to write for: what the Linux console, xterm, VTE, tmux and screen all understand, or also the repeat (REP) and
// the synchronised update (mode 2026) that xterm and its like have.
enum class terminal : std::uint8_t { linux_console, xterm };

// "linux" or "xterm"; empty for anything else.
std::optional<terminal> parse_terminal(std::string_view name);

// How frames are sent: each whole, or only what changed, with a whole one every so many frames (0: none), which heals a
// screen that something else wrote on.
enum class update : std::uint8_t { full, changes };

struct sending {
	update how = update::full;
	int keyframe_every = 100;
	terminal on = terminal::linux_console;
};

// "full" or "changes"; empty for anything else.
std::optional<update> parse_update(std::string_view name);

// A terminal of so many rows would scroll at a line feed in its last one; there the cursor is addressed instead.
inline constexpr int rows_of_a_terminal = 24;

// The colours that a terminal writes in.
struct pen {
	color ink;
	color paper;
	friend bool operator==(const pen &, const pen &) = default;
};

// The shortest sequence that makes one pen the other; nothing if they are the same.
std::string change_of_pen(const pen &from, const pen &to);

// Where the cursor stands, from 0. Behind the last column of the art it may also stand on that column, since a terminal
// as wide as the art waits with going on.
struct position {
	int row = 0;
	int column = 0;
	friend bool operator==(const position &, const position &) = default;
};

// ESC [ n LETTER, with what can be left out left out.
std::string control(char letter, int count = 1);

// The shortest bytes that move the cursor. `from` is empty if it can be anywhere; `columns` is the width of the
// art. A line feed is taken to go to the beginning of the next row, as terminals' line discipline makes it.
std::string move_cursor(std::optional<position> from, position to, int columns);

} // namespace assetc
