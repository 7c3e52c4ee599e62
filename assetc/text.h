// SPDX-License-Identifier: GPL-2.0-or-later
// Text as a terminal understands it: UTF-8 in, characters and columns out.
#pragma once

#include "grid.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assetc {

// Whether all of the text is printable ASCII, whose every byte is one character of one column.
bool is_plain(std::string_view text);

bool is_utf8(std::string_view text);

// What is wrong with a text, and at which byte.
struct text_fault {
	std::size_t offset = 0;
	std::string what;
	std::string hint;
};

// The first thing in the text that may not be sent to a terminal: bytes that are no UTF-8, control
// characters (C0, C1, DEL), invisible characters that reorder text or are one of their own (tags, but for those of a
// flag; fillers; selectors of a variant, but for one behind what has variants), line separators, noncharacters.
std::optional<text_fault> find_fault(std::string_view text);

// One character, or several that make one glyph (a letter and its marks), and its width on a terminal.
struct glyph_text {
	std::u32string code_points;
	int columns = 1; // 1 or 2
};

// The glyphs of a text without faults, by the rules of Unicode's UAX #29 and UAX #11 as libutf8proc has them.
std::vector<glyph_text> split_glyphs(std::string_view text);

// The same one after the other, which takes a little longer: all of them together would take 40 times the text.
void take_glyphs(std::string_view text, const std::function<void(glyph_text)> &take);

// Whether a terminal puts it onto the glyph before, and not into a cell of its own.
bool is_mark(char32_t code_point);

// The characters of a glyph as a cell has them. A mark without a letter gets a blank to stand on (U+00A0): sent alone
// it would go to what is in the cell before.
std::u32string characters_in_cell(const glyph_text &glyph);

// Puts a glyph into the cells that it covers, which must be in the grid; their colours stay. Of a wide glyph that it
// covers by half, the other half becomes a blank.
void put_glyph(grid &on, int column, int row, const glyph_text &glyph);

// How many columns a text without faults takes.
int width(std::string_view text);

// The lines of a text file: a byte order mark and line ends (LF, CRLF) are gone, tabs are spaces up to the
// next multiple of eight columns. A line end at the end of the file begins no further line.
std::vector<std::string> split_lines(std::string_view bytes);

// The same line by line, for files that may have too many: takes the first one away from bytes, which are not empty.
std::string take_line(std::string_view &bytes);
std::string_view without_byte_order_mark(std::string_view bytes);

void append_utf8(std::string &to, char32_t code_point);

// What a cell shows, as UTF-8; nothing for the right half of a wide glyph. Whatever a reader has let through, no
// control character, noncharacter or what hides or reorders leaves here: this is the one way from a grid into any
// output.
void append_glyph(std::string &to, const grid &of, const cell &shown);

} // namespace assetc
