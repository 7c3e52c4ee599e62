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

// The letters of Europe, lines, blocks and Braille; Chinese ones.
bool is_everywhere_alike(char32_t glyph) {
	return (glyph >= ' ' && glyph < 0x0300 && glyph != 0xad) || (glyph >= 0x2500 && glyph < 0x25a0) ||
	       (glyph >= 0x2800 && glyph < 0x2900) || (glyph >= 0x4e00 && glyph < 0x9fa0) || glyph == wide_tail;
}

// A letter and its marks, as many as libvterm keeps.
bool is_everywhere_alike(const std::u32string &cluster) {
	constexpr std::size_t most_kept = 6;
	return cluster.size() <= most_kept && cluster.front() > ' ' && cluster.front() < 0x0300 &&
	       std::all_of(cluster.begin() + 1, cluster.end(),
			   [](char32_t mark) { return mark >= 0x0300 && mark < 0x0370; });
}

bool is_everywhere_alike(const grid &shown) {
	return std::all_of(shown.cells.begin(), shown.cells.end(), [&](const cell &of) {
		return of.glyph < cluster_base ? is_everywhere_alike(of.glyph)
					       : is_everywhere_alike(shown.clusters[of.glyph - cluster_base]);
	});
}

bool is_everywhere_alike(const reel &shown) {
	for (std::size_t i = 0; i < shown.frames(); ++i)
		if (!is_everywhere_alike(shown.at(i)))
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

void check_table_of(animation made) {
	const reel shown(std::move(made));
	if (shown.frames() * static_cast<std::size_t>(shown.columns) * shown.rows > most_cells)
		return;
	const auto table = build_frame_table(shown);
	check_bytes(table, shown.send.on);
	if (is_everywhere_alike(shown))
		check_screens(table, shown);
	check_header(table);
}

} // namespace assetc::fuzz
