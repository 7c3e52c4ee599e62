// SPDX-License-Identifier: GPL-2.0-or-later
#include "encode.h"

#include "scroll.h"
#include "shortest_path.h"
#include "text.h"

#include <algorithm>
#include <map>
#include <span>

namespace assetc {

namespace {

// Appends the shortest sequence that makes the terminal's pen the one wanted.
void change_pen(std::string &to, pen &now, const pen &wanted) {
	if (now == wanted)
		return;
	to += change_of_pen(now, wanted);
	now = wanted;
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

// All glyphs, row by row as they look.
std::string encode_rows_in_place(const grid &painted) {
	std::string bytes;
	bytes.reserve(painted.cells.size());
	pen now;
	change_pen(bytes, now, {first_ink(painted), {}});
	for (int row = 0; row < painted.rows; ++row) {
		if (row > 0)
			bytes += '\n';
		encode_row(bytes, now, painted, row);
	}
	change_pen(bytes, now, {});
	return bytes + leave_art(position{painted.rows - 1, painted.columns}, painted.rows, painted.columns);
}

// What cannot be seen is made equal: the ink of a blank.
grid normalized(grid of) {
	for (auto &shown : of.cells)
		if (shown.glyph == U' ')
			shown.ink = {};
	return of;
}

using cluster_numbers = std::map<std::u32string, char32_t>;

// Gives equal clusters equal numbers.
void intern_clusters(grid &of, cluster_numbers &known) {
	for (auto &shown : of.cells) {
		if (shown.glyph < cluster_base)
			continue;
		const auto next = cluster_base + static_cast<char32_t>(known.size());
		shown.glyph = known.try_emplace(of.clusters[shown.glyph - cluster_base], next).first->second;
	}
}

void share_clusters(grid &one, grid &other) {
	cluster_numbers known;
	intern_clusters(one, known);
	intern_clusters(other, known);
	std::vector<std::u32string> shared(known.size());
	for (const auto &[cluster, number] : known)
		shared[number - cluster_base] = cluster;
	one.clusters = shared;
	other.clusters = std::move(shared);
}

std::string with_row_shifts(grid before, const grid &after, std::optional<position> cursor, terminal on) {
	const auto shifts = find_row_shifts(before, after);
	if (std::ranges::all_of(shifts, [](const row_shift &by) { return by.count == 0; }))
		return {};
	for (int row = 0; row < after.rows; ++row)
		shift_row(before, row, shifts[static_cast<std::size_t>(row)]);
	return shortest_path({before, after, shifts, cursor, on});
}

void keep_shorter(std::string &best, std::string other) {
	if (!other.empty() && other.size() < best.size())
		best = std::move(other);
}

// The shortest way, with or without shifts within rows; empty if nothing changes.
std::string shortest_way(const grid &before, const grid &after, std::optional<position> cursor, terminal on) {
	const std::vector<row_shift> none(static_cast<std::size_t>(after.rows));
	auto best = shortest_path({before, after, none, cursor, on});
	keep_shorter(best, with_row_shifts(before, after, cursor, on));
	return best;
}

std::string with_line_shift(grid before, const grid &after, terminal on) {
	const auto by = find_line_shift(before, after);
	if (by.count == 0)
		return {};
	shift_lines(before, by);
	const auto [sequence, cursor] = shift_sequence(by, after.rows, after.columns);
	const auto rest = shortest_way(before, after, cursor, on);
	return sequence + (rest.empty() ? leave_art(cursor, after.rows, after.columns) : rest);
}

// A screen of which nothing is known, so that every cell is written.
grid unknown_screen(const grid &like) {
	grid unknown{like.columns, like.rows, {}, {}};
	unknown.cells.resize(like.cells.size(), {static_cast<char32_t>(-1), {}, {}});
	return unknown;
}

std::string at_once(std::string bytes, terminal on) {
	if (on != terminal::xterm)
		return bytes;
	return "\033[?2026h" + bytes + "\033[?2026l";
}

std::string full_frame(const grid &painted, screen_before before, terminal on) {
	const std::string home = before == screen_before::anything ? "\033[H\033[J" : "\033[H";
	if (on == terminal::linux_console)
		return home + encode_rows_in_place(painted);
	const auto shown = normalized(painted);
	const grid cleared{shown.columns, shown.rows, std::vector<cell>(shown.cells.size()), {}};
	const std::vector<row_shift> none(static_cast<std::size_t>(shown.rows)); // they would bring in what is beside
	const auto way = shortest_path(
		{before == screen_before::anything ? cleared : unknown_screen(shown), shown, none, position{}, on});
	return home + (way.empty() ? leave_art(position{}, shown.rows, shown.columns) : way);
}

} // namespace

std::string encode(const grid &painted, screen_before before, terminal on) {
	return at_once(full_frame(painted, before, on), on);
}

std::string encode_keyframe(const grid &painted, terminal on) {
	auto bytes = full_frame(painted, screen_before::frame, on);
	if (painted.rows < rows_of_a_terminal)
		bytes += "\033[J";
	return at_once(std::move(bytes), on);
}

std::string encode_changes(const grid &before, const grid &after, terminal on) {
	auto from = normalized(before), to = normalized(after);
	share_clusters(from, to);
	auto best = shortest_way(from, to, {}, on);
	if (best.empty())
		return "\r"; // the cursor is there already
	keep_shorter(best, with_line_shift(from, to, on));
	keep_shorter(best, full_frame(after, screen_before::frame, on));
	return at_once(std::move(best), on);
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
