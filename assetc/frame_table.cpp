// SPDX-License-Identifier: GPL-2.0-or-later
#include "frame_table.h"

#include "content.h"
#include "encode.h"
#include "parallel.h"
#include "text.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <unordered_map>

namespace assetc {

namespace {

struct grid_size {
	int columns = 0;
	int rows = 0;
};

// Text frames tell their size without being drawn; of pictures, the grids are kept.
grid_size size_of(const frame &shown)
{
	grid_size size;
	if (const auto *text = std::get_if<text_art>(&shown.content)) {
		size.rows = static_cast<int>(text->art.size());
		for (const auto &row : text->art)
			size.columns = std::max(size.columns, width(row));
	} else if (const auto *cells = std::get_if<grid>(&shown.content)) {
		size = {cells->columns, cells->rows};
	}
	return size;
}

// A sheet's pixels are not needed any more when the last of its frames is drawn.
void draw_pictures(animation &of)
{
	for_each_index(of.frames.size(), [&](std::size_t i) {
		if (std::holds_alternative<picture_part>(of.frames[i].content))
			of.frames[i].content = draw_frame(of, of.frames[i]);
	});
}

grid_size common_size(const animation &of)
{
	grid_size size{1, 1};
	for (const auto &shown : of.frames) {
		const auto [columns, rows] = size_of(shown);
		size = {std::max(size.columns, columns), std::max(size.rows, rows)};
	}
	if (size.columns > most_cells_a_side)
		throw error(about(of.source_name, "a frame has at most " + std::to_string(most_cells_a_side) + " columns, one here has " +
				std::to_string(size.columns),
			"break its rows into lines"));
	return size;
}

grid padded(grid from, grid_size to)
{
	if (from.columns == to.columns && from.rows == to.rows)
		return from;
	grid larger{to.columns, to.rows, {}, std::move(from.clusters)};
	larger.cells.resize(static_cast<std::size_t>(to.columns) * to.rows);
	for (int row = 0; row < from.rows; ++row)
		std::copy_n(&from.cells[static_cast<std::size_t>(row) * from.columns], from.columns, &larger.at(0, row));
	return larger;
}

// Texts, each kept once.
class text_pool {
public:
	explicit text_pool(std::vector<std::string> &texts) : kept(texts) {}

	std::size_t add(std::string text)
	{
		const auto hash = std::hash<std::string_view>()(text);
		const auto [first, last] = by_hash.equal_range(hash);
		for (auto same = first; same != last; ++same)
			if (kept[same->second] == text)
				return same->second;
		by_hash.emplace(hash, kept.size());
		kept.push_back(std::move(text));
		return kept.size() - 1;
	}

private:
	std::vector<std::string> &kept;
	std::unordered_multimap<std::size_t, std::size_t> by_hash;
};

// Holds in whole microseconds that add up exactly: the n-th frame ends when the first n holds have passed,
// rounded once, so that 300 frames of 33.333... ms last ten seconds.
std::vector<std::uint32_t> hold_microseconds(const animation &of)
{
	std::vector<std::uint32_t> holds;
	std::chrono::nanoseconds end{};
	std::int64_t told_us = 0;
	for (const auto &shown : of.frames) {
		end += shown.hold;
		const auto end_us = (end.count() + 500) / 1000;
		holds.push_back(static_cast<std::uint32_t>(std::max<std::int64_t>(1, end_us - told_us)));
		told_us += holds.back();
	}
	return holds;
}

int loops_of(const animation &from)
{
	if (from.loops)
		return *from.loops;
	return from.frames.size() == 1 ? 1 : 0;
}

} // namespace

frame_table build_frame_table(animation from)
{
	draw_pictures(from);
	const auto size = common_size(from);
	const auto depth = from.colors.value_or(color_depth::ansi256);
	std::string again;
	std::vector<std::string> encoded(from.frames.size());
	for_each_index(from.frames.size(), [&](std::size_t i) {
		auto cells = padded(draw_frame(from, from.frames[i]), size);
		from.frames[i].content = {};
		if (i == 0)
			again = encode(cells, screen_before::frame, depth);
		const auto before = i == 0 ? screen_before::anything : screen_before::frame;
		encoded[i] = encode(std::move(cells), before, depth);
	});

	frame_table table{from.name, from.title, from.author, from.license, from.source_name, size.columns, size.rows,
		loops_of(from), {}, {}};
	const auto holds = hold_microseconds(from);
	text_pool texts(table.texts);
	for (std::size_t i = 0; i < encoded.size(); ++i)
		table.entries.push_back({texts.add(std::move(encoded[i])), holds[i]});
	table.entries.push_back({texts.add(std::move(again)), holds.front()});
	return table;
}

std::size_t size_of_texts(const frame_table &of)
{
	return std::accumulate(of.texts.begin(), of.texts.end(), std::size_t{0},
		[](std::size_t sum, const std::string &text) { return sum + text.size(); });
}

std::uint64_t loop_us(const frame_table &of)
{
	return std::accumulate(of.entries.begin(), of.entries.end() - 1, std::uint64_t{0},
		[](std::uint64_t sum, const table_entry &entry) { return sum + entry.hold_us; });
}

} // namespace assetc
