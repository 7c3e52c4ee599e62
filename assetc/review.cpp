// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "review.h"

#include "flash.h"
#include "info.h"
#include "luminance.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace assetc {

namespace {

constexpr std::uint64_t second_us = 1'000'000;
constexpr std::uint32_t short_hold_us = 10'000;
constexpr std::size_t cells_looked_at = 1'000'000;
constexpr std::size_t parts_looked_at = 8;
constexpr std::size_t least_frames_a_part = 32;
constexpr std::size_t most_frames_again = 1000;

using remarks = std::vector<diagnostic>;

// Neighbouring frames that are looked at one after the other.
struct part {
	std::size_t first;
	std::size_t frames;
};

std::vector<part> parts_of(const reel &shown) {
	const auto cells = static_cast<std::size_t>(shown.columns) * shown.rows;
	const auto a_part = std::max(least_frames_a_part, cells_looked_at / parts_looked_at / cells);
	if (shown.frames() <= a_part * parts_looked_at)
		return {{0, shown.frames()}};
	std::vector<part> parts;
	for (std::size_t i = 0; i < parts_looked_at; ++i)
		parts.push_back({(shown.frames() - a_part) * i / (parts_looked_at - 1), a_part});
	return parts;
}

std::size_t cells_changed(const grid &one, const grid &other) {
	std::size_t changed = 0;
	for (std::size_t i = 0; i < one.cells.size(); ++i)
		changed += one.cells[i] != other.cells[i];
	return changed;
}

bool is_empty(const grid &shown) {
	return std::all_of(shown.cells.begin(), shown.cells.end(),
			   [](const cell &one) { return one.paper == color{} && coverage(one.glyph) == 0; });
}

bool is_same(const grid &one, const grid &other) {
	return one.cells == other.cells && one.clusters == other.clusters;
}

std::string changed_of(std::size_t count, const reel &shown) {
	return std::to_string(count) + " of " + std::to_string(shown.columns * shown.rows) + " characters";
}

std::string hint_for_size(const reel &shown) {
	if (!shown.has_pictures)
		return "show it on a larger terminal, or in a smaller font; a recording can be made again in a smaller "
		       "terminal";
	return "pictures can be made smaller with --columns " + std::to_string(shown.screen.columns) + " or --rows " +
	       std::to_string(std::max(1, shown.screen.rows - 1));
}

void check_size(const reel &shown, remarks &to) {
	const auto [columns, rows] = shown.screen;
	if (shown.columns > columns || shown.rows > rows)
		to.push_back(about(shown.file,
				   std::to_string(shown.columns) + "x" + std::to_string(shown.rows) +
					   " characters do not fit a terminal of " + std::to_string(columns) + "x" +
					   std::to_string(rows),
				   hint_for_size(shown)));
}

// What moves is found out soon; what does not is looked at to its end.
void check_motion(const reel &shown, remarks &to) {
	if (shown.frames() == 1)
		return;
	const auto first = shown.at(0);
	for (std::size_t i = 1; i < shown.frames(); ++i)
		if (!is_same(first, shown.at(i)))
			return;
	to.push_back(about(shown.file,
			   "it does not move: all " + std::to_string(shown.frames()) + " frames look the same",
			   "a still picture needs one frame only: --to 0"));
}

void check_first_frame(const reel &shown, remarks &to) {
	if (!is_empty(shown.at(0)))
		return;
	std::size_t next = 1;
	while (next < shown.frames() && is_empty(shown.at(next)))
		++next;
	to.push_back(about(shown.file, "the first frame is empty",
			   next == shown.frames()
				   ? "so are all others"
				   : "frame " + std::to_string(next) +
					     " is the first that shows something; --from leaves out what is before"));
}

void check_holds(const reel &shown, remarks &to) {
	const auto is_short = [](std::uint32_t hold_us) { return hold_us < short_hold_us; };
	const auto first = std::find_if(shown.holds_us.begin(), shown.holds_us.end(), is_short);
	if (first == shown.holds_us.end() || shown.frames() == 1)
		return;
	const auto count = std::count_if(first, shown.holds_us.end(), is_short);
	const auto number = std::to_string(first - shown.holds_us.begin());
	to.push_back(about(shown.file,
			   (count == 1 ? "frame " + number + " is held for less than 10 ms"
				       : std::to_string(count) +
						 " frames are held for less than 10 ms, the first is frame " + number) +
				   "; few displays can show that",
			   "--hold-ms 70 gives all frames the same hold, --speed 0.5 twice their own"));
}

// Goes round until every second of the loop was seen as it is when it repeats. Returns the number of cells that flash,
// and the frame in which they are found to, if that is a large area.
std::optional<std::pair<int, std::size_t>> find_flashes(const reel &shown, const part &of) {
	flash_meter meter(shown.columns, shown.rows);
	const bool goes_round = of.frames == shown.frames() && shown.frames() > 1 && shown.loops != 1;
	const auto frames = of.frames + (goes_round ? most_frames_again : 0);
	const auto end_us = loop_us(shown) + second_us;
	std::uint64_t at_us = 0;
	for (std::size_t i = 0; i < frames && at_us < end_us; ++i) {
		const auto frame = (of.first + i) % shown.frames();
		const auto flashing = meter.show(shown.at(frame), at_us);
		if (flashing > large_area(shown.columns, shown.rows))
			return {{flashing, frame}};
		at_us += shown.holds_us[frame];
	}
	return {};
}

void check_flashes(const reel &shown, const std::vector<part> &parts, remarks &to) {
	for (const auto &of : parts) {
		const auto found = find_flashes(shown, of);
		if (!found)
			continue;
		to.push_back(about(shown.file,
				   changed_of(static_cast<std::size_t>(found->first), shown) +
					   " flash more than three times a second, from frame " +
					   std::to_string(found->second) + " on: that can cause seizures",
				   "make it slower, as --speed 0.5 does, or let it change less"));
		return;
	}
}

std::size_t most_changed(const reel &shown, const std::vector<part> &parts) {
	std::size_t most = 0;
	for (const auto &of : parts) {
		auto before = shown.at(of.first);
		for (std::size_t i = of.first + 1; i < of.first + of.frames; ++i) {
			auto after = shown.at(i);
			most = std::max(most, cells_changed(before, after));
			before = std::move(after);
		}
	}
	return most;
}

void check_loop(const reel &shown, const std::vector<part> &parts, remarks &to) {
	if (shown.frames() < 3 || shown.loops == 1 || shown.holds_us.back() >= second_us)
		return;
	const auto jump = cells_changed(shown.at(shown.frames() - 1), shown.at(0));
	const auto cells = static_cast<std::size_t>(shown.columns) * shown.rows;
	if (jump * 8 < cells)
		return;
	const auto most = most_changed(shown, parts);
	if (jump > 3 * most && most > 0)
		to.push_back(
			about(shown.file,
			      "the loop jumps: from the last frame to the first " + changed_of(jump, shown) +
				      " change, between others " + std::to_string(most) + " at most",
			      "--ping-pong leads back, --hold-last 2000 lets the end be seen, --loops 1 ends there"));
}

} // namespace

std::vector<diagnostic> review(const reel &shown) {
	remarks found = shown.remarks;
	const auto parts = parts_of(shown);
	check_flashes(shown, parts, found);
	check_size(shown, found);
	check_motion(shown, found);
	check_first_frame(shown, found);
	check_holds(shown, found);
	check_loop(shown, parts, found);
	return found;
}

} // namespace assetc
