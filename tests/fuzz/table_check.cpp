// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "table_check.h"

#include "promise.h"
#include "screen.h"
#include "sent.h"

#include <algorithm>

namespace assetc::fuzz {

namespace {

constexpr std::size_t most_cells = 100'000;

screen terminal_for(const reel &shown) {
	return {std::max(2, shown.columns), std::max(24, shown.rows)};
}

void check_bytes(const frame_table &table, terminal on) {
	for (const auto &text : table.texts)
		require_nothing(find_forbidden(text, on), "a terminal is sent");
}

// The letters of Europe, lines, blocks and Braille.
bool is_everywhere_alike(const cell &shown) {
	const auto glyph = shown.glyph;
	return (glyph >= ' ' && glyph < 0x0300 && glyph != 0xad) || (glyph >= 0x2500 && glyph < 0x25a0) ||
	       (glyph >= 0x2800 && glyph < 0x2900);
}

bool is_everywhere_alike(const reel &shown) {
	for (std::size_t i = 0; i < shown.frames(); ++i)
		if (const auto cells = shown.at(i).cells;
		    !std::all_of(cells.begin(), cells.end(), [](const cell &of) { return is_everywhere_alike(of); }))
			return false;
	return true;
}

// Two loops, so that the way back is seen.
void check_screens(const frame_table &table, const reel &shown) {
	auto on = terminal_for(shown);
	const auto frames = shown.frames();
	for (std::size_t step = 0; step < 2 * frames; ++step) {
		const auto entry = step <= frames ? step : step - frames;
		on.write(table.texts[table.entries[entry].text]);
		require_nothing(on.difference(shown.at(entry % frames)), "a terminal shows");
	}
}

} // namespace

void check_table_of(animation made, glyphs_from origin) {
	const reel shown(std::move(made));
	if (shown.frames() * static_cast<std::size_t>(shown.columns) * shown.rows > most_cells)
		return;
	const auto table = build_frame_table(shown);
	check_bytes(table, shown.send.on);
	if (origin == glyphs_from::terminal || is_everywhere_alike(shown))
		check_screens(table, shown);
	check_header(table);
}

} // namespace assetc::fuzz
