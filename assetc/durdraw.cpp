// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "durdraw.h"

#include "content.h"
#include "member.h"
#include "text.h"
#include "totals.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace assetc {

namespace {

constexpr int newest_version = 8;
constexpr int first_version_by_rows = 8; // before, colours stood column by column
constexpr int first_version_by_bits = 7; // before, colours had numbers of their own
constexpr double longest_delay_s = 3600;

// What colour a number is: DOS has them in the order of its bits, terminals in another.
constexpr std::array<std::uint8_t, 16> terminal_colors = {0, 4, 2, 6, 1, 5, 3, 7, 8, 12, 10, 14, 9, 13, 11, 15};

// Versions before 7 count from white to black. Of numbers from 1 on: which of version 7's, in drawings of 16 colours
// and of 256.
constexpr std::array<std::uint8_t, 16> old_inks_of_16 = {8, 4, 6, 2, 7, 3, 5, 1, 16, 12, 14, 10, 15, 11, 13, 9};
constexpr std::array<std::uint8_t, 16> old_inks_of_256 = {7, 3, 5, 1, 6, 2, 4, 16, 12, 10, 14, 9, 13, 11, 15, 8};
constexpr std::array<std::uint8_t, 8> old_papers_of_16 = {7, 3, 5, 1, 6, 2, 4, 8};

// How a drawing says what colour a cell has.
struct coloring {
	bool has_256 = false;
	bool is_old = false;
};

template <std::size_t Size> long long modern(const std::array<std::uint8_t, Size> &table, long long number) {
	const bool is_known = number >= 1 && number <= static_cast<long long>(Size);
	return is_known ? table[static_cast<std::size_t>(number - 1)] : number;
}

color ink_of(long long number, const coloring &by) {
	if (by.is_old)
		number = by.has_256 ? modern(old_inks_of_256, number) : modern(old_inks_of_16, number);
	if (number <= 0) // the terminal's own
		return {};
	if (!by.has_256) // which counts from 1
		--number;
	if (number > (by.has_256 ? 255 : 15))
		return {};
	if (number < 16)
		return color::indexed(terminal_colors[static_cast<std::size_t>(number)]);
	return color::indexed(static_cast<std::uint8_t>(number));
}

color paper_of(long long number, const coloring &by) {
	constexpr int second_black = 8;
	if (by.is_old && !by.has_256)
		number = modern(old_papers_of_16, number);
	if (number <= 0 || number == second_black || number > (by.has_256 ? 255 : 7))
		return {};
	if (by.has_256)
		return color::indexed(static_cast<std::uint8_t>(number));
	return color::indexed(terminal_colors[static_cast<std::size_t>(number)]);
}

// The glyphs that a PC shows for control characters, and for what would be control characters elsewhere.
char32_t pc_glyph(char32_t code_point) {
	constexpr std::u32string_view low = U" ☺☻♥♦♣♠•◘○◙♂♀♪♫☼►◄↕‼¶§▬↨↑↓→←∟↔▲▼";
	constexpr std::u32string_view high = U"ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ";
	if (code_point < low.size())
		return low[code_point];
	if (code_point == 0x7f)
		return U'⌂';
	if (code_point >= 0x80 && code_point < 0x80 + high.size())
		return high[code_point - 0x80];
	return code_point;
}

std::string with_pc_glyphs(std::string_view text) {
	std::string shown;
	for (const auto &glyph : split_glyphs(text))
		for (const char32_t code_point : glyph.code_points)
			append_utf8(shown, pc_glyph(code_point));
	return shown;
}

// A drawing that is being read.
struct drawing {
	int version = 0;
	int columns = 0;
	int rows = 0;
	bool is_for_pc = false;
	coloring colors;
	std::chrono::nanoseconds hold{};
	std::shared_ptr<strip> kept = std::make_shared<strip>();
};

std::string text_or_nothing(const member &movie, const char *key) {
	return movie.has(key) && movie[key].value->is_string() ? take_text(movie[key]) : "";
}

int take_side(const member &movie, const char *key, const char *old_key) {
	const char *const there = movie.has(key) ? key : old_key;
	if (!movie.has(there))
		reject(movie, std::string("this drawing has no \"") + key + "\"", "\"" + std::string(key) + "\": 80");
	return static_cast<int>(take_integer(movie[there], 1, most_cells_a_side));
}

bool has_high_colors(const member &frames) {
	for (const auto &shown : *frames.value)
		if (shown.is_object() && shown.contains("colorMap"))
			for (const auto &line : shown["colorMap"])
				for (const auto &pair : line)
					if (pair.is_array() && !pair.empty() && pair[0].is_number() && pair[0] > 16)
						return true;
	return false;
}

drawing take_settings(const member &movie) {
	drawing read;
	read.version = movie.has("formatVersion")
			       ? static_cast<int>(take_integer(movie["formatVersion"], 0, newest_version,
							       "newer ones are not known yet"))
			       : 0;
	read.columns = take_side(movie, "columns", "sizeX");
	read.rows = take_side(movie, "lines", "sizeY");
	read.is_for_pc = text_or_nothing(movie, "encoding") == "cp437";
	const auto colors = text_or_nothing(movie, "colorFormat");
	read.colors.is_old = read.version < first_version_by_bits;
	// Of old drawings Durdraw does not believe the format either.
	read.colors.has_256 = read.colors.is_old ? has_high_colors(movie["frames"]) : colors.ends_with("256");
	if (!movie.has("framerate"))
		reject(movie, "this drawing has no \"framerate\"", "\"framerate\": 10.0");
	const auto rate = take_positive_number(movie["framerate"], "frames a second");
	if (rate < 1 / longest_delay_s || rate > 1e6)
		must_be(movie["framerate"], "from one frame an hour to 1000000 a second");
	read.hold = std::chrono::nanoseconds(std::llround(1e9 / rate));
	return read;
}

std::chrono::nanoseconds take_delay(const member &from, const drawing &of) {
	if (!from.has("delay") || from["delay"].value->is_null())
		return of.hold;
	const auto delay = from["delay"];
	if (!delay.value->is_number() || !(delay.value->get<double>() >= 0) ||
	    delay.value->get<double>() > longest_delay_s)
		must_be(delay, "a number of seconds from 0 to 3600", "0 stands for the frame rate");
	const std::chrono::nanoseconds hold(std::llround(delay.value->get<double>() * 1e9));
	return hold.count() == 0 ? of.hold : hold;
}

std::string take_line(const member &from, const drawing &of) {
	if (!of.is_for_pc)
		return take_text(from);
	if (!from.value->is_string())
		must_be(from, "text in double quotes");
	const auto &text = from.value->get_ref<const std::string &>();
	const auto shown = with_pc_glyphs(text);
	return find_fault(shown) ? take_text(from) : shown;
}

// [ink, paper], or what is nearest to it in a map that is too small.
void color_cell(cell &into, const json &map, std::size_t column, std::size_t row, const drawing &of) {
	const auto outer = of.version >= first_version_by_rows ? row : column;
	const auto inner = of.version >= first_version_by_rows ? column : row;
	if (!map.is_array() || outer >= map.size() || !map[outer].is_array() || inner >= map[outer].size())
		return;
	const auto &pair = map[outer][inner];
	if (!pair.is_array() || pair.size() < 2 || !pair[0].is_number_integer() || !pair[1].is_number_integer())
		return;
	into.paper = paper_of(pair[1].get<long long>(), of.colors);
	if (into.glyph != U' ')
		into.ink = ink_of(pair[0].get<long long>(), of.colors);
}

// A map has a pair for each character, which for wide ones is not each column.
void put_line(grid &on, int row, const std::string &line, const json &map, const drawing &of) {
	int column = 0;
	std::size_t character = 0;
	for (const auto &glyph : split_glyphs(line)) {
		if (column + glyph.columns > on.columns)
			return;
		put_glyph(on, column, row, glyph);
		for (int i = 0; i < glyph.columns; ++i)
			color_cell(on.at(column + i, row), map, character, static_cast<std::size_t>(row), of);
		column += glyph.columns;
		character += glyph.code_points.size();
	}
}

grid draw(const member &from, const drawing &of) {
	grid drawn{of.columns, of.rows, std::vector<cell>(static_cast<std::size_t>(of.columns) * of.rows), {}};
	if (!from.has("contents") || !from["contents"].value->is_array())
		reject(from, "this frame has no \"contents\"", "\"contents\": [\"row 1\", \"row 2\"]");
	const json no_map;
	const auto &map = from.has("colorMap") ? (*from.value)["colorMap"] : no_map;
	const auto contents = from["contents"];
	const auto rows = std::min(contents.value->size(), static_cast<std::size_t>(of.rows));
	for (std::size_t row = 0; row < rows; ++row)
		put_line(drawn, static_cast<int>(row), take_line(contents[row], of), map, of);
	return drawn;
}

} // namespace

std::string why_no_durdraw(input &from) {
	return find_member(from.root(), "DurMovie") ? "" : "it has no \"DurMovie\"";
}

animation read_durdraw(input from, const reading &how) {
	auto document = from.take_document();
	const auto movie = member(document)["DurMovie"];
	if (!movie.value->is_object())
		must_be(movie, "an object");
	if (!movie.has("frames"))
		reject(movie, "this drawing has no frames", "\"frames\": [ ... ]");
	const auto frames = movie["frames"];
	const auto count = take_array(frames).size();
	auto of = take_settings(movie);
	check_frame_count(document.file, count, how.at_most);
	check_cells_to_send(document.file, of.columns, of.rows, count, how.at_most); // an empty frame is as large
	animation read;
	read.title = text_or_nothing(movie, "name");
	read.author = text_or_nothing(movie, "artist");
	for (std::size_t i = 0; i < count; ++i) {
		if (!frames[i].value->is_object())
			must_be(frames[i], "an object");
		of.kept->add_frame(draw(frames[i], of));
		auto &added = read.frames.emplace_back();
		added.hold = take_delay(frames[i], of);
		added.content = strip_frame{of.kept, i};
	}
	return read;
}

} // namespace assetc
