// SPDX-License-Identifier: GPL-2.0-or-later
// From cells to the bytes that a terminal is sent. Nothing else in assetc writes an escape sequence.
#pragma once

#include "grid.h"

#include <string>
#include <string_view>

namespace assetc {

// How a frame finds the screen.
enum class screen_before { anything, frame };

// The bytes that paint the grid at the top left of a screen: a full frame, whatever was there before, or with
// screen_before::anything after clearing the screen. Attributes end reset and the cursor stands below the art.
//
// Sent are printable text, \n and: CUP (ESC [ H), ED (ESC [ J), EL (ESC [ K), SGR (ESC [ ... m); all of them are in
// ECMA-48 and shared by the Linux console, xterm, VTE, tmux and screen.
std::string encode(const grid &painted, screen_before before);

// The same glyphs and colours as plain rows, without moving the cursor: what belongs into a text file.
std::string encode_rows(const grid &painted);

// Splits an encoded frame where a reader of the generated header wants a new line: behind each \n.
std::string_view first_row(std::string_view encoded);

} // namespace assetc
