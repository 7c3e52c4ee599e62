// SPDX-License-Identifier: GPL-2.0-or-later
// From cells to the bytes that a terminal is sent. Nothing else in assetc writes an escape sequence.
#pragma once

#include "grid.h"
#include "terminal.h"

#include <string>
#include <string_view>

namespace assetc {

// How a frame finds the screen.
enum class screen_before : std::uint8_t { anything, frame };

// The bytes that paint the grid at the top left of a screen: a full frame, whatever was there before, or with
// screen_before::anything after clearing the screen. Attributes end reset and the cursor stands below the art.
//
// Sent are printable text, \n and: CUP (ESC [ H), ED (ESC [ J), EL (ESC [ K), SGR (ESC [ ... m); all of them are in
// ECMA-48 and shared by the Linux console, xterm, VTE, tmux and screen. For an xterm, REP (ESC [ b) and the
// synchronised update (ESC [ ? 2026 h) too.
std::string encode(const grid &painted, screen_before before, terminal on = terminal::linux_console);

// The bytes that make one frame the next, and leave the terminal as encode does: as few as there can be, but at
// least one. Beside what encode sends these are \r, \b and CUU, CUD, CUF, CUB, CHA, VPA (moves), ECH, EL (erase),
// ICH, DCH, IL and DL (shift).
std::string encode_changes(const grid &before, const grid &after, terminal on = terminal::linux_console);

// A full frame that also heals what is below the art.
std::string encode_keyframe(const grid &painted, terminal on = terminal::linux_console);

// The same glyphs and colours as plain rows, without moving the cursor: what belongs into a text file.
std::string encode_rows(const grid &painted);

// Splits an encoded frame where a reader of the generated header wants a new line: behind each \n.
std::string_view first_row(std::string_view encoded);

} // namespace assetc
