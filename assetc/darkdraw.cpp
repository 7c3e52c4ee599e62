// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "darkdraw.h"

#include "content.h"
#include "json_lines.h"
#include "member.h"
#include "text.h"
#include "totals.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <sstream>

namespace assetc {

namespace {

constexpr std::chrono::milliseconds default_hold(100);
constexpr long long longest_hold_ms = 3'600'000; // an hour
constexpr std::size_t most_pieces = 100'000;     // groups of groups multiply
constexpr std::size_t most_visits = 1'000'000;   // of elements, those of a group each time that it is referred to
constexpr int deepest_group = 20;

constexpr std::size_t most_painted = 10'000'000; // pieces, in all frames together

// A text at a place, in one frame or in all of them.
struct piece {
	long long column = 0;
	long long row = 0;
	std::vector<glyph_text> glyphs;
	cell look;
	std::optional<std::string> only_in;
};

struct page {
	std::string id;
	std::chrono::nanoseconds hold{};
};

// A line of the file, which a reference can lead back to.
using element = std::shared_ptr<json_text>;

struct sketch {
	std::vector<element> elements;
	std::map<std::string, element, std::less<>> groups;
	std::vector<page> pages;
	std::vector<piece> pieces;
	std::size_t visits = 0; // of elements
};

std::string text_of(const member &from, const char *key) {
	if (!from.has(key) || from[key].value->is_null())
		return "";
	if (from[key].value->is_number_integer()) // DarkDraw's ids are text, but mostly look like numbers
		return std::to_string(from[key].value->get<long long>());
	return take_text(from[key]);
}

long long number_of(const member &from, const char *key) {
	if (!from.has(key) || from[key].value->is_null())
		return 0;
	return take_integer(from[key], -1'000'000, 1'000'000);
}

void paint_with(cell &look, const std::string &word, bool &is_paper, bool &is_bold, bool &is_reversed) {
	if (word == "on" || word == "bg:")
		is_paper = true;
	else if (word == "bold")
		is_bold = true;
	else if (word == "reverse")
		is_reversed = true;
	else if (const auto named = parse_color(word); named && !word.starts_with('#'))
		(is_paper ? look.paper : look.ink) = *named;
}

// "bold 53 on 0". Words that are no colours are passed over: cells have no underlines.
cell look_of(const std::string &text) {
	cell look;
	bool is_paper = false, is_bold = false, is_reversed = false;
	std::istringstream words(text);
	for (std::string word; words >> word;)
		paint_with(look, word, is_paper, is_bold, is_reversed);
	if (is_bold && look.ink.is == color::kind::indexed && look.ink.number() < 8)
		look.ink = color::indexed(static_cast<std::uint8_t>(look.ink.number() + 8));
	if (is_reversed)
		look = {U' ', look.paper == color{} ? color::indexed(0) : look.paper,
			look.ink == color{} ? color::indexed(7) : look.ink};
	return look;
}

// Where the elements of a group are: its own place, its frame, and how many groups it is in.
struct whereabouts {
	long long column = 0;
	long long row = 0;
	std::optional<std::string> only_in;
	int depth = 0;
};

void add_element(const member &from, whereabouts at, sketch &to);

void add_rows(const member &group, const whereabouts &at, sketch &to) {
	if (!group.has("rows") || group["rows"].value->is_null())
		return;
	if (at.depth > deepest_group)
		reject(group, "groups within groups, " + std::to_string(deepest_group) + " deep",
		       "does a group refer to itself?");
	const auto rows = group["rows"];
	if (!rows.value->is_array())
		must_be(rows, "an array");
	for (std::size_t i = 0; i < rows.value->size(); ++i)
		add_element(rows[i], at, to);
}

void add_reference(const member &from, const whereabouts &at, sketch &to) {
	const auto name = text_of(from, "ref");
	const auto found = to.groups.find(name);
	if (found == to.groups.end())
		reject(from["ref"], "there is no group " + quote(name));
	add_rows(member(*found->second), at, to);
}

void add_text(const member &from, const whereabouts &at, sketch &to) {
	auto glyphs = split_glyphs(text_of(from, "text"));
	if (glyphs.empty())
		return;
	if (to.pieces.size() == most_pieces)
		reject(from, "this drawing has more than 100000 pieces");
	to.pieces.push_back({at.column, at.row, std::move(glyphs), look_of(text_of(from, "color")), at.only_in});
}

void add_element(const member &from, whereabouts at, sketch &to) {
	if (!from.value->is_object())
		must_be(from, "an object");
	if (++to.visits > most_visits)
		reject(from, "the groups of this drawing have more than 1000000 elements together",
		       "do they refer to each other many times?");
	const auto type = text_of(from, "type");
	if (type == "frame")
		return;
	at.column += number_of(from, "x");
	at.row += number_of(from, "y");
	++at.depth;
	if (const auto only_in = text_of(from, "frame"); !only_in.empty()) {
		if (at.only_in && *at.only_in != only_in) // then there is no frame that it is in
			return;
		at.only_in = only_in;
	}
	if (type == "ref")
		return add_reference(from, at, to);
	add_text(from, at, to);
	add_rows(from, at, to);
}

void keep_element(const json_text &line, sketch &into) {
	const auto kept = std::make_shared<json_text>(line);
	const member from(*kept);
	if (!from.value->is_object())
		must_be(from, "an object");
	const auto type = text_of(from, "type");
	if (type == "frame") {
		const bool is_told = from.has("duration_ms") && !from["duration_ms"].value->is_null();
		const auto ms = is_told ? take_integer(from["duration_ms"], 0, longest_hold_ms) : 0;
		into.pages.push_back({text_of(from, "id"), ms == 0 ? default_hold : std::chrono::milliseconds(ms)});
		return;
	}
	if (type == "group")
		into.groups[text_of(from, "id")] = kept;
	into.elements.push_back(kept);
}

// Columns and rows as far as any piece goes.
grid blank_for(const sketch &of, const std::string &file) {
	long long columns = 1, rows = 1;
	for (const auto &shown : of.pieces) {
		auto end = shown.column;
		for (const auto &glyph : shown.glyphs)
			end += glyph.columns;
		columns = std::max(columns, end);
		rows = std::max(rows, shown.row + 1);
	}
	if (columns > most_cells_a_side || rows > most_cells_a_side)
		throw error(about(file,
				  "this drawing has " + std::to_string(columns) + "x" + std::to_string(rows) +
					  " cells; at most 1000x1000 can be shown",
				  ""));
	return {static_cast<int>(columns),
		static_cast<int>(rows),
		std::vector<cell>(static_cast<std::size_t>(columns * rows)),
		{}};
}

void put(grid &on, const piece &shown) {
	auto column = shown.column;
	if (shown.row < 0)
		return;
	const auto row = static_cast<int>(shown.row);
	for (const auto &glyph : shown.glyphs) {
		const auto at = static_cast<int>(column);
		column += glyph.columns;
		if (at < 0)
			continue;
		put_glyph(on, at, row, glyph);
		for (int i = 0; i < glyph.columns; ++i) {
			on.at(at + i, row).ink = shown.look.ink;
			on.at(at + i, row).paper = shown.look.paper;
		}
	}
}

bool is_seen(const piece &shown, const std::string &page_id) {
	return !shown.only_in || *shown.only_in == page_id;
}

// Takes away what is in no frame: DarkDraw keeps groups so.
void drop_unseen(sketch &from) {
	std::set<std::string_view> ids;
	for (const auto &shown : from.pages)
		ids.insert(shown.id);
	std::erase_if(from.pieces, [&](const piece &one) { return one.only_in && !ids.contains(*one.only_in); });
}

animation make_animation(sketch from, const std::string &file, const bounds &at_most) {
	drop_unseen(from);
	if (from.pieces.size() * from.pages.size() > most_painted)
		throw error(about(file,
				  "this drawing has " + std::to_string(from.pieces.size()) + " pieces in " +
					  std::to_string(from.pages.size()) + " frames, which would take too long",
				  "export it frame by frame"));
	const auto blank = blank_for(from, file);
	check_frame_count(file, from.pages.size(), at_most);
	check_cells_to_send(file, blank.columns, blank.rows, from.pages.size(), at_most);
	const auto kept = std::make_shared<strip>();
	animation made;
	for (const auto &[id, hold] : from.pages) {
		auto drawn = blank;
		for (const auto &shown : from.pieces)
			if (is_seen(shown, id))
				put(drawn, shown);
		kept->add_frame(drawn);
		auto &added = made.frames.emplace_back();
		added.hold = hold;
		added.content = strip_frame{kept, kept->frames() - 1};
	}
	return made;
}

} // namespace

std::string why_no_darkdraw(input &from) {
	const auto *const first = from.first_value();
	if (!first)
		return "it is no JSON";
	const auto *const type = find_member(first, "type");
	if (type && (*type == "frame" || *type == "group" || *type == "ref") && first->contains("id"))
		return "";
	if (find_member(first, "x") && find_member(first, "y") && find_member(first, "text"))
		return "";
	return "its first line is neither a frame nor a text with \"x\" and \"y\"";
}

animation read_darkdraw(input from, const reading &how) {
	const auto bytes = from.take_bytes();
	json_lines lines(from.file(), bytes);
	sketch read;
	while (const auto *const line = lines.next())
		keep_element(*line, read);
	for (const auto &kept : read.elements)
		add_element(member(*kept), {}, read);
	if (read.pages.empty())
		read.pages.push_back({"", default_hold});
	return make_animation(std::move(read), from.file(), how.at_most);
}

} // namespace assetc
