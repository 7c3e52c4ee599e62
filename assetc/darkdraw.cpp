// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "darkdraw.h"

#include "content.h"
#include "json_lines.h"
#include "member.h"
#include "text.h"
#include "totals.h"

#include <algorithm>
#include <deque>
#include <iterator>
#include <map>
#include <set>
#include <sstream>

namespace assetc {

namespace {

constexpr std::chrono::milliseconds default_hold(100);
constexpr long long longest_hold_ms = 3'600'000; // an hour
constexpr std::size_t most_pieces = 100'000;     // groups of groups multiply
constexpr std::size_t most_visits = 1'000'000;   // of elements, those of a group each time that it is referred to
constexpr int deepest_group = 20;

// Of what is painted, in all frames together. A glyph counts for one; what takes more time, or memory once the frames
// are packed, for more.
constexpr std::size_t most_painted = 100'000'000;
constexpr std::size_t weight_of_piece = 10;
constexpr std::size_t weight_of_mark = 10; // of each character, in a glyph of several

constexpr auto none = static_cast<std::size_t>(-1);

// What a line of the file says, or an entry of the rows of an element: a text, or a reference, or rows, at a place.
struct element {
	int column = 0;
	int row = 0;
	std::u32string glyphs; // as cells have them, a column each
	std::size_t weight = weight_of_piece;
	cell look;
	const std::string *only_in = nullptr; // the frame, of the names
	const std::string *group = nullptr;   // that it refers to, of the names
	std::size_t end = 0;                  // behind its rows, which follow it
	std::size_t inside = none;            // what it is in the rows of
	std::size_t number = 0;               // among those; without any, of its line
};

// A text at a place, in one frame or in all of them.
struct piece {
	long long column = 0;
	long long row = 0;
	const element *shown = nullptr;
	const std::string *only_in = nullptr;
};

struct page {
	const std::string *id = nullptr;
	std::chrono::nanoseconds hold{};
};

// References show an element many times: what can be long is kept once, and pointed to.
struct sketch {
	std::string file;
	std::string_view bytes;
	std::set<std::string> names; // of frames and groups
	std::map<std::u32string, char32_t> clusters;
	std::deque<element> elements;
	std::map<const std::string *, std::size_t> groups; // by their names; none, of those that show nothing
	std::vector<page> pages;
	std::vector<piece> pieces;
	std::size_t visits = 0; // of elements
};

const std::string *interned(std::string name, sketch &in) {
	return &*in.names.insert(std::move(name)).first;
}

std::string text_of(const member &from, const char *key) {
	if (!from.has(key) || from[key].value->is_null())
		return "";
	if (from[key].value->is_number_integer()) // DarkDraw's ids are text, but mostly look like numbers
		return std::to_string(from[key].value->get<long long>());
	return take_text(from[key]);
}

int number_of(const member &from, const char *key) {
	if (!from.has(key) || from[key].value->is_null())
		return 0;
	return static_cast<int>(take_integer(from[key], -1'000'000, 1'000'000));
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

char32_t glyph_of_cell(std::u32string characters, sketch &in) {
	if (characters.size() == 1)
		return characters.front();
	const auto next = cluster_base + static_cast<char32_t>(in.clusters.size());
	return in.clusters.try_emplace(std::move(characters), next).first->second;
}

void keep_text(const member &from, element &to, sketch &into) {
	const auto text = text_of(from, "text");
	if (text.empty())
		return;
	take_glyphs(text, [&](const glyph_text &glyph) {
		auto characters = characters_in_cell(glyph);
		to.weight += characters.size() == 1 ? 1 : characters.size() * weight_of_mark;
		to.glyphs += glyph_of_cell(std::move(characters), into);
		if (glyph.columns == 2)
			to.glyphs += wide_tail;
	});
	to.glyphs.shrink_to_fit();
	to.look = look_of(text_of(from, "color"));
}

bool keep_element(const member &from, std::size_t inside, std::size_t number, sketch &into);

void keep_rows(const member &group, std::size_t of, sketch &into) {
	if (!group.has("rows") || group["rows"].value->is_null())
		return;
	const auto rows = group["rows"];
	if (!rows.value->is_array())
		must_be(rows, "an array");
	for (std::size_t i = 0; i < rows.value->size(); ++i)
		keep_element(rows[i], of, i, into);
}

// False, and nothing kept, if it shows nothing.
bool keep_element(const member &from, std::size_t inside, std::size_t number, sketch &into) {
	if (!from.value->is_object())
		must_be(from, "an object");
	const auto type = text_of(from, "type");
	if (type == "frame")
		return false;
	const auto here = into.elements.size();
	auto &kept = into.elements.emplace_back();
	kept.inside = inside;
	kept.number = number;
	kept.column = number_of(from, "x");
	kept.row = number_of(from, "y");
	if (auto only_in = text_of(from, "frame"); !only_in.empty())
		kept.only_in = interned(std::move(only_in), into);
	if (type == "ref") {
		kept.group = interned(text_of(from, "ref"), into);
	} else {
		keep_text(from, kept, into);
		keep_rows(from, here, into);
	}
	kept.end = into.elements.size();
	const bool is_seen = kept.group || !kept.glyphs.empty() || kept.end > here + 1;
	if (!is_seen)
		into.elements.pop_back();
	return is_seen;
}

void keep_page(const member &from, sketch &into) {
	const bool is_told = from.has("duration_ms") && !from["duration_ms"].value->is_null();
	const auto ms = is_told ? take_integer(from["duration_ms"], 0, longest_hold_ms) : 0;
	into.pages.push_back(
		{interned(text_of(from, "id"), into), ms == 0 ? default_hold : std::chrono::milliseconds(ms)});
}

void keep_line(json_text &line, sketch &into) {
	const member from(line);
	if (!from.value->is_object())
		must_be(from, "an object");
	const auto type = text_of(from, "type");
	if (type == "frame")
		return keep_page(from, into);
	const auto here = into.elements.size();
	const bool is_kept = keep_element(from, none, static_cast<std::size_t>(line.first_line), into);
	if (type == "group")
		into.groups[interned(text_of(from, "id"), into)] = is_kept ? here : none;
}

void keep_lines(sketch &of) {
	json_lines lines(of.file, of.bytes);
	while (auto *const line = lines.next())
		keep_line(*line, of);
}

// Throws error at an element, or at what the pointer leads to from there. Its line is parsed again: errors are few.
[[noreturn]] void reject(const sketch &of, std::size_t which, std::string pointer, std::string what,
			 std::string hint = "") {
	const auto *wrong = &of.elements[which];
	for (; wrong->inside != none; wrong = &of.elements[wrong->inside])
		pointer = child("/rows", wrong->number) + pointer;
	json_lines lines(of.file, of.bytes);
	const auto *line = lines.next();
	while (static_cast<std::size_t>(line->first_line) < wrong->number)
		line = lines.next();
	throw error({locate(*line, pointer), std::move(what), std::move(hint)});
}

// Where the elements of a group are: its own place, its frame, and how many groups it is in.
struct whereabouts {
	long long column = 0;
	long long row = 0;
	const std::string *only_in = nullptr;
	int depth = 0;
};

void add_element(std::size_t number, whereabouts at, sketch &to);

void add_elements(std::size_t first, std::size_t end, const whereabouts &at, sketch &to) {
	for (auto i = first; i < end; i = to.elements[i].end)
		add_element(i, at, to);
}

void add_rows(std::size_t group, const whereabouts &at, sketch &to) {
	const auto first = group + 1, end = to.elements[group].end;
	if (first < end && at.depth > deepest_group)
		reject(to, group, "", "groups within groups, " + std::to_string(deepest_group) + " deep",
		       "does a group refer to itself?");
	add_elements(first, end, at, to);
}

void add_reference(std::size_t number, const whereabouts &at, sketch &to) {
	const auto *const name = to.elements[number].group;
	const auto found = to.groups.find(name);
	if (found == to.groups.end())
		reject(to, number, "/ref", "there is no group " + quote(*name));
	if (found->second != none)
		add_rows(found->second, at, to);
}

void add_text(std::size_t number, const whereabouts &at, sketch &to) {
	const auto &shown = to.elements[number];
	if (shown.glyphs.empty())
		return;
	if (to.pieces.size() == most_pieces)
		reject(to, number, "", "this drawing has more than 100000 pieces");
	to.pieces.push_back({at.column, at.row, &shown, at.only_in});
}

void add_element(std::size_t number, whereabouts at, sketch &to) {
	const auto &added = to.elements[number];
	if (++to.visits > most_visits)
		reject(to, number, "", "the groups of this drawing have more than 1000000 elements together",
		       "do they refer to each other many times?");
	at.column += added.column;
	at.row += added.row;
	++at.depth;
	if (added.only_in) {
		if (at.only_in && at.only_in != added.only_in) // then there is no frame that it is in
			return;
		at.only_in = added.only_in;
	}
	if (added.group)
		return add_reference(number, at, to);
	add_text(number, at, to);
	add_rows(number, at, to);
}

// Columns and rows as far as any piece goes.
grid blank_for(const sketch &of) {
	long long columns = 1, rows = 1;
	for (const auto &[column, row, shown, only_in] : of.pieces) {
		columns = std::max(columns, column + static_cast<long long>(shown->glyphs.size()));
		rows = std::max(rows, row + 1);
	}
	if (columns > most_cells_a_side || rows > most_cells_a_side)
		throw error(about(of.file,
				  "this drawing has " + std::to_string(columns) + "x" + std::to_string(rows) +
					  " cells; at most 1000x1000 can be shown",
				  ""));
	return {static_cast<int>(columns),
		static_cast<int>(rows),
		std::vector<cell>(static_cast<std::size_t>(columns * rows)),
		{}};
}

// A wide glyph is gone where only half of it is seen, or left of others.
void put(grid &on, const piece &one) {
	const auto &glyphs = one.shown->glyphs;
	const auto length = static_cast<long long>(glyphs.size());
	if (one.row < 0 || one.column + length <= 0)
		return;
	auto first = std::max(0LL, -one.column);
	if (glyphs[static_cast<std::size_t>(first)] == wide_tail)
		++first;
	const auto row = static_cast<int>(one.row), end = static_cast<int>(one.column + length);
	auto column = static_cast<int>(one.column + first);
	if (column == end)
		return;
	if (on.at(column, row).glyph == wide_tail)
		on.at(column - 1, row).glyph = U' ';
	if (end < on.columns && on.at(end, row).glyph == wide_tail)
		on.at(end, row).glyph = U' ';
	for (auto glyph = glyphs.begin() + first; column < end; ++column, ++glyph)
		on.at(column, row) = {*glyph, one.shown->look.ink, one.shown->look.paper};
}

// Takes away what is in no frame: DarkDraw keeps groups so.
void drop_unseen(sketch &from) {
	std::set<const std::string *> ids{nullptr};
	for (const auto &shown : from.pages)
		ids.insert(shown.id);
	std::erase_if(from.pieces, [&](const piece &one) { return !ids.contains(one.only_in); });
}

// In their order; those that are in all frames, under nothing.
using pieces_by_frame = std::map<const std::string *, std::vector<const piece *>>;

pieces_by_frame sort_pieces(const sketch &from) {
	pieces_by_frame sorted;
	for (const auto &one : from.pieces)
		sorted[one.only_in].push_back(&one);
	return sorted;
}

void check_painted(const sketch &of, const pieces_by_frame &sorted) {
	std::map<const std::string *, std::size_t> frames{{nullptr, of.pages.size()}};
	for (const auto &shown : of.pages)
		++frames[shown.id];
	std::size_t painted = 0;
	for (const auto &[id, pieces] : sorted)
		for (const auto *const one : pieces)
			if (painted += one->shown->weight * frames[id]; painted > most_painted)
				throw error(
					about(of.file,
					      "what is painted in the frames of this drawing counts for more than " +
						      in_words(most_painted) + " characters together",
					      "export it frame by frame"));
}

// Each glyph of several code points, at its number.
std::vector<std::u32string> list_clusters(const sketch &of) {
	std::vector<std::u32string> listed(of.clusters.size());
	for (const auto &[code_points, number] : of.clusters)
		listed[number - cluster_base] = code_points;
	return listed;
}

animation make_animation(sketch &from, const bounds &at_most) {
	drop_unseen(from);
	auto sorted = sort_pieces(from);
	check_painted(from, sorted);
	auto drawn = blank_for(from);
	check_frame_count(from.file, from.pages.size(), at_most);
	check_cells_to_send(from.file, drawn.columns, drawn.rows, from.pages.size(), at_most);
	drawn.clusters = list_clusters(from);
	const auto kept = std::make_shared<strip>();
	const auto &everywhere = sorted[nullptr];
	animation made;
	for (const auto &[id, hold] : from.pages) {
		std::vector<const piece *> shown; // in their order, which is that of their places in memory
		std::ranges::merge(everywhere, sorted[id], std::back_inserter(shown));
		std::ranges::fill(drawn.cells, cell{});
		for (const auto *const one : shown)
			put(drawn, *one);
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
	sketch read;
	read.file = from.file();
	read.bytes = bytes;
	keep_lines(read);
	add_elements(0, read.elements.size(), {}, read);
	if (read.pages.empty())
		read.pages.push_back({interned("", read), default_hold});
	return make_animation(read, how.at_most);
}

} // namespace assetc
