// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "screen.h"

#include "terminal.h"
#include "text.h"

#include <charconv>
#include <sstream>

namespace assetc {

namespace {

bool same_color(color wanted, VTermColor shown, bool is_ink) {
	if (wanted.is == color::kind::standard)
		return is_ink ? VTERM_COLOR_IS_DEFAULT_FG(&shown) : VTERM_COLOR_IS_DEFAULT_BG(&shown);
	if (VTERM_COLOR_IS_DEFAULT_FG(&shown) || VTERM_COLOR_IS_DEFAULT_BG(&shown))
		return false;
	if (wanted.is == color::kind::indexed)
		return VTERM_COLOR_IS_INDEXED(&shown) && shown.indexed.idx == wanted.number();
	return VTERM_COLOR_IS_RGB(&shown) && shown.rgb.red == wanted.red && shown.rgb.green == wanted.green &&
	       shown.rgb.blue == wanted.blue;
}

std::u32string text_of(const VTermScreenCell &shown) {
	std::u32string text;
	if (shown.chars[0] ==
	    static_cast<std::uint32_t>(-1)) // the right half of a wide glyph; what follows is left over
		return {static_cast<char32_t>(-1)};
	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && shown.chars[i] != 0; ++i)
		text += static_cast<char32_t>(shown.chars[i]);
	return text.empty() ? U" " : text;
}

std::u32string text_of(const grid &of, const cell &wanted) {
	if (wanted.glyph == wide_tail)
		return {static_cast<char32_t>(-1)};
	return wanted.glyph < cluster_base ? std::u32string{wanted.glyph} : of.clusters[wanted.glyph - cluster_base];
}

std::string hexadecimal(const std::u32string &text) {
	std::ostringstream told;
	for (const char32_t code_point : text)
		told << "U+" << std::hex << static_cast<std::uint32_t>(code_point) << " ";
	return told.str();
}

// Older libvterms do not know REP (ESC [ n b): here its work is done for them.
std::string without_repeats(std::string_view bytes) {
	std::string plain;
	for (std::size_t i = 0; i < bytes.size(); ++i) {
		if (bytes[i] == '\n')
			plain += '\r';
		int count = 1;
		if (!bytes.substr(i).starts_with("\033[")) {
			plain += bytes[i];
			continue;
		}
		const auto [end, failed] = std::from_chars(bytes.data() + i + 2, bytes.data() + bytes.size(), count);
		if (*end != 'b') {
			plain += bytes[i];
			continue;
		}
		auto glyph = plain.size() - 1;
		while ((static_cast<unsigned char>(plain[glyph]) & 0xc0) == 0x80)
			--glyph;
		const auto repeated = plain.substr(glyph);
		while (count-- > 0)
			plain += repeated;
		i = static_cast<std::size_t>(end - bytes.data());
	}
	return plain;
}

} // namespace

screen::screen(int with_columns, int with_rows)
    : terminal(vterm_new(with_rows, with_columns)), columns(with_columns), rows(with_rows) {
	vterm_set_utf8(terminal.get(), 1);
	vterm_screen_reset(vterm_obtain_screen(terminal.get()), 1);
}

void screen::write(std::string_view bytes) {
	const auto plain = without_repeats(bytes);
	vterm_input_write(terminal.get(), plain.data(), plain.size());
}

VTermScreenCell screen::cell_at(int column, int row) const {
	VTermScreenCell shown;
	vterm_screen_get_cell(vterm_obtain_screen(terminal.get()), {row, column}, &shown);
	return shown;
}

std::string screen::cell_difference(const grid &wanted, int column, int row) const {
	const auto shown = cell_at(column, row);
	const bool in_art = column < wanted.columns && row < wanted.rows;
	const cell want = in_art ? wanted.at(column, row) : cell{};
	const auto where = " at column " + std::to_string(column) + ", row " + std::to_string(row);
	if (text_of(shown) != text_of(wanted, want))
		return "not " + hexadecimal(text_of(wanted, want)) + " but " + hexadecimal(text_of(shown)) + where;
	if (want.glyph == wide_tail)
		return "";
	if (!same_color(want.paper, shown.bg, false))
		return "the wrong paper" + where;
	if (want.glyph != U' ' && !same_color(want.ink, shown.fg, true))
		return "the wrong ink" + where;
	return "";
}

std::string screen::difference_in(int columns_of_it, int rows_of_it, const grid &wanted) const {
	for (int row = 0; row < rows_of_it; ++row)
		for (int column = 0; column < columns_of_it; ++column)
			if (auto found = cell_difference(wanted, column, row); !found.empty())
				return found;
	return "";
}

std::string screen::difference_in_art(const grid &wanted) const {
	return difference_in(wanted.columns, wanted.rows, wanted);
}

std::string screen::difference(const grid &wanted) const {
	if (auto found = difference_in(columns, rows, wanted); !found.empty())
		return found;
	VTermPos cursor;
	vterm_state_get_cursorpos(vterm_obtain_state(terminal.get()), &cursor);
	if (cursor.col != 0 || cursor.row != std::min(wanted.rows, rows - 1))
		return "the cursor is at column " + std::to_string(cursor.col) + ", row " + std::to_string(cursor.row);
	for (const auto attribute : {VTERM_ATTR_FOREGROUND, VTERM_ATTR_BACKGROUND}) {
		VTermValue value;
		vterm_state_get_penattr(vterm_obtain_state(terminal.get()), attribute, &value);
		if (!same_color({}, value.color, attribute == VTERM_ATTR_FOREGROUND))
			return "the pen is not reset";
	}
	return "";
}

} // namespace assetc
