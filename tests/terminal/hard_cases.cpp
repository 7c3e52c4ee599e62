// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "hard_cases.h"

#include <algorithm>
#include <functional>

namespace assetc {

namespace {

// The same numbers everywhere, which the distributions of <random> do not promise.
class dice {
public:
	explicit dice(unsigned seed) : state(seed * 2654435761u + 1) {}
	int below(int limit) {
		state ^= state << 13;
		state ^= state >> 17;
		state ^= state << 5;
		return static_cast<int>(state % static_cast<unsigned>(limit));
	}
	bool chance(int percent) { return below(100) < percent; }

private:
	std::uint32_t state;
};

enum class coloring { none, few, many, all };

color any_color(dice &random, coloring how) {
	if (how == coloring::none || random.chance(30))
		return {};
	if (how == coloring::few)
		return color::indexed(static_cast<std::uint8_t>(random.below(4)));
	if (how == coloring::many || random.chance(50))
		return color::indexed(static_cast<std::uint8_t>(random.below(256)));
	const auto level = [&] { return static_cast<std::uint8_t>(random.below(256)); };
	return color::rgb(level(), level(), level());
}

struct look {
	std::u32string glyphs;
	coloring colors = coloring::none;
	int papers_percent = 0;
	int wide_percent = 0;
	int marks_percent = 0;
};

grid blank(int columns, int rows) {
	return {columns, rows, std::vector<cell>(static_cast<std::size_t>(columns) * rows), {}};
}

// A wide glyph that loses a half is gone.
void clear_wide(grid &on, int column, int row) {
	if (on.at(column, row).glyph == wide_tail && column > 0)
		on.at(column - 1, row) = {};
	if (column + 1 < on.columns && on.at(column + 1, row).glyph == wide_tail)
		on.at(column + 1, row) = {};
}

void put(grid &on, int column, int row, dice &random, const look &like) {
	clear_wide(on, column, row);
	auto &here = on.at(column, row);
	here = {like.glyphs[static_cast<std::size_t>(random.below(static_cast<int>(like.glyphs.size())))],
		any_color(random, like.colors),
		random.chance(like.papers_percent) ? any_color(random, like.colors) : color{}};
	if (random.chance(like.marks_percent)) {
		here.glyph = cluster_base + static_cast<char32_t>(on.clusters.size());
		on.clusters.push_back({U'e', random.chance(50) ? U'\u0301' : U'\u0308'});
	}
	if (!random.chance(like.wide_percent) || column + 1 >= on.columns)
		return;
	clear_wide(on, column + 1, row);
	here.glyph = U'日' + static_cast<char32_t>(random.below(4));
	on.at(column + 1, row) = {wide_tail, here.ink, here.paper};
}

void scatter(grid &on, dice &random, const look &like, int percent) {
	for (int row = 0; row < on.rows; ++row)
		for (int column = 0; column < on.columns; ++column)
			if (random.chance(percent))
				put(on, column, row, random, like);
}

void stamp(grid &on, const grid &what, int left, int top) {
	for (int row = 0; row < what.rows; ++row)
		for (int column = 0; column < what.columns; ++column) {
			const int x = left + column, y = top + row;
			if (x >= 0 && x < on.columns && y >= 0 && y < on.rows)
				on.at(x, y) = what.at(column, row);
		}
}

using scene = std::function<grid(int frame)>;

animation film(int frames, const scene &shown) {
	animation made;
	made.name = "film";
	made.colors = color_depth::rgb;
	for (int i = 0; i < frames; ++i)
		made.frames.push_back({std::chrono::milliseconds(10), {}, shown(i)});
	return made;
}

// Each frame is the one before with some cells changed.
animation noise(int columns, int rows, const look &like, int percent, unsigned seed) {
	dice random(seed);
	grid now = blank(columns, rows);
	scatter(now, random, like, 50);
	return film(9, [&](int) {
		if (random.chance(10))
			now = blank(columns, rows);
		scatter(now, random, like, percent);
		return now;
	});
}

// A sprite flies over a field that moves by itself.
animation flight(int columns, int rows, const look &like, int across, int down, unsigned seed) {
	dice random(seed);
	grid field = blank(columns * 3, rows * 3), sprite = blank(7, 4);
	scatter(field, random, like, 30);
	scatter(sprite, random, like, 100);
	return film(8, [&](int i) {
		grid shown = blank(columns, rows);
		stamp(shown, field, -columns - i * across, -rows - i * down);
		stamp(shown, sprite, i * 2, rows / 3);
		return shown;
	});
}

// Long runs of one glyph, now longer, now shorter.
animation bars(int columns, int rows, const look &like, unsigned seed) {
	dice random(seed);
	return film(7, [&](int) {
		grid shown = blank(columns, rows);
		for (int row = 0; row < rows; ++row) {
			put(shown, 0, row, random, like);
			std::fill_n(&shown.at(0, row), random.below(columns) + 1, shown.at(0, row));
		}
		return shown;
	});
}

const look plain = {U" .:;jy7$", coloring::none, 0, 0, 0};
const look tinted = {U"  #", coloring::few, 20, 0, 0};
const look gaudy = {U" ░▒▓█ab", coloring::many, 50, 0, 0};
const look exact = {U" xyz", coloring::all, 30, 0, 0};
const look chinese = {U"  ab", coloring::few, 20, 25, 0};
const look marked = {U" ae", coloring::none, 0, 5, 30};
const look empty = {U"   \u00e9", coloring::few, 30, 0, 0};

} // namespace

std::vector<animation> hard_cases() {
	std::vector<animation> cases;
	unsigned seed = 1;
	for (const auto &like : {plain, tinted, gaudy, exact, chinese, marked, empty}) {
		for (const int percent : {1, 5, 20, 60})
			cases.push_back(noise(40, 12, like, percent, seed++));
		for (const auto &[columns, rows] :
		     {std::pair(1, 1), {2, 3}, {1, 9}, {80, 1}, {80, 23}, {80, 24}, {90, 30}})
			cases.push_back(noise(columns, rows, like, 15, seed++));
	}
	for (const auto &like : {plain, tinted, gaudy, exact, empty}) {
		for (const auto &[across, down] :
		     {std::pair(0, 0), {1, 0}, {-1, 0}, {3, 0}, {0, 1}, {0, -1}, {0, 2}, {1, 1}})
			cases.push_back(flight(60, 20, like, across, down, seed++));
		cases.push_back(flight(80, 24, like, 0, 1, seed++));
		cases.push_back(bars(50, 10, like, seed++));
	}
	return cases;
}

} // namespace assetc
