// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "emulator.h"

#include "text.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <vterm.h>

namespace assetc {

namespace {

constexpr auto right_half = static_cast<std::uint32_t>(-1); // what libvterm has behind a wide glyph
constexpr char32_t unknown_glyph = U'\ufffd';

color color_of(const VTermColor &from) {
	if (VTERM_COLOR_IS_DEFAULT_FG(&from) || VTERM_COLOR_IS_DEFAULT_BG(&from))
		return {};
	if (VTERM_COLOR_IS_INDEXED(&from))
		return color::indexed(from.indexed.idx);
	return color::rgb(from.rgb.red, from.rgb.green, from.rgb.blue);
}

cell blank_of(const VTermScreenCell &from) {
	constexpr auto white = color::indexed(7), black = color::indexed(0);
	cell blank{U' ', color_of(from.fg), color_of(from.bg)};
	if (from.attrs.bold && blank.ink.is == color::kind::indexed && blank.ink.number() < 8)
		blank.ink = color::indexed(static_cast<std::uint8_t>(blank.ink.number() + 8));
	if (from.attrs.reverse)
		blank = {U' ', blank.paper == color{} ? black : blank.paper, blank.ink == color{} ? white : blank.ink};
	return blank;
}

// What hides or reorders text is not for a screen.
std::u32string glyph_of(const VTermScreenCell &from) {
	std::u32string glyph;
	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && from.chars[i] != 0; ++i) {
		std::string bytes;
		append_utf8(bytes, static_cast<char32_t>(from.chars[i]));
		if (!find_fault(bytes))
			glyph += static_cast<char32_t>(from.chars[i]);
		else if (i == 0)
			glyph += unknown_glyph;
	}
	return glyph.empty() ? U" " : glyph;
}

// A row as libvterm has it. Two of its glyphs can be one to us (the parts of a flag, a family, a syllable), and it may
// think otherwise of a width.
class row_reader {
public:
	row_reader(const VTermScreen *screen, int at_row, int columns) : read{columns, 1, {}, {}} {
		for (int column = 0; column < columns; ++column) {
			VTermScreenCell here;
			vterm_screen_get_cell(screen, {at_row, column}, &here);
			add(here);
		}
	}

	grid take() {
		if (is_plain(text))
			put_plain();
		else
			put_glyphs();
		for (auto &shown : read.cells)
			if (shown.glyph == U' ')
				shown.ink = {};
		return std::move(read);
	}

private:
	grid read;
	std::string text;
	std::vector<int> columns_of_text; // where each of its code points stands
	std::vector<bool> is_space;       // each column

	void add(const VTermScreenCell &from) {
		if (from.chars[0] == right_half) // its colours are those of what was here before
			return add_half(read.cells.empty() ? blank_of(from) : read.cells.back());
		const auto glyph = glyph_of(from);
		for (const char32_t code_point : glyph) {
			append_utf8(text, code_point);
			columns_of_text.push_back(static_cast<int>(read.cells.size()));
		}
		read.cells.push_back(blank_of(from));
		is_space.push_back(glyph == U" ");
	}

	void add_half(const cell &of) {
		read.cells.push_back(of);
		is_space.push_back(false);
	}

	void put_plain() {
		for (std::size_t i = 0; i < text.size(); ++i)
			read.at(columns_of_text[i], 0).glyph = static_cast<char32_t>(text[i]);
	}

	void put_glyphs() {
		const auto glyphs = split_glyphs(text);
		std::size_t code_point = 0;
		for (const auto &glyph : glyphs) {
			const int from = columns_of_text[code_point];
			code_point += glyph.code_points.size();
			const int end =
				code_point < columns_of_text.size() ? columns_of_text[code_point] : read.columns;
			put(glyph, from, end - from);
		}
	}

	bool has_blank_behind(int column) const {
		return column + 1 < read.columns && is_space[static_cast<std::size_t>(column) + 1];
	}

	// As an emoji it is wide, as text it may not be.
	static glyph_text as_text(glyph_text glyph) {
		std::erase(glyph.code_points, U'\ufe0f');
		std::string bytes;
		for (const char32_t code_point : glyph.code_points)
			append_utf8(bytes, code_point);
		glyph.columns = width(bytes);
		return glyph;
	}

	// Of a wide glyph, what came later may have painted over the right half; or libvterm took it for a narrow one.
	void put(glyph_text glyph, int column, int room) {
		if (glyph.code_points == U" ") // perhaps it is a wide glyph's half already
			return;
		if (glyph.columns > room && !has_blank_behind(column))
			glyph = as_text(std::move(glyph));
		if (glyph.columns > room && !has_blank_behind(column))
			return;
		put_glyph(read, column, 0, glyph);
		if (glyph.columns == 2) {
			read.at(column + 1, 0).ink = read.at(column, 0).ink;
			read.at(column + 1, 0).paper = read.at(column, 0).paper;
		}
	}
};

// Control characters of the second set (U+0080 to U+009F), as the escape sequences that mean the same: libvterm would
// take them for glyphs of less than no width.
std::string without_c1(std::string_view bytes) {
	std::string made(bytes);
	for (auto at = made.find('\xc2'); at != made.npos; at = made.find('\xc2', at + 1))
		if (at + 1 < made.size() && static_cast<unsigned char>(made[at + 1]) < 0xa0) {
			made[at] = '\033';
			made[at + 1] = static_cast<char>(static_cast<unsigned char>(made[at + 1]) - 0x40);
		}
	return made;
}

// The last character of a text; nothing if that is a control character.
std::string_view last_glyph(std::string_view text) {
	auto begin = text.size();
	while (begin > 0 && (static_cast<unsigned char>(text[begin - 1]) & 0xc0) == 0x80)
		--begin;
	if (begin == 0 || (text[begin - 1] >= 0 && text[begin - 1] < 0x20))
		return "";
	return text.substr(begin - 1);
}

// How long the repetition (REP: ESC [ n b) at the beginning of the text is, 0 if there is none; and what n is.
std::pair<std::size_t, int> find_repetition(std::string_view text) {
	int count = 1;
	const auto end = text.data() + text.size();
	const auto [behind, failed] = std::from_chars(text.data() + std::min<std::size_t>(2, text.size()), end, count);
	if (behind == end || *behind != 'b')
		return {0, 0};
	if (failed == std::errc::result_out_of_range)
		count = std::numeric_limits<int>::max();
	return {static_cast<std::size_t>(behind - text.data()) + 1, count};
}

} // namespace

struct callbacks {
	static int damage(VTermRect where, void *user) {
		auto &rows = static_cast<emulator *>(user)->rows;
		for (int row = where.start_row; row < std::min(where.end_row, static_cast<int>(rows.size())); ++row)
			rows[static_cast<std::size_t>(row)].changed = true;
		return 1;
	}

	// Scrolling is what recordings do most; the rows that only move need not be read again.
	static int move(VTermRect to, VTermRect from, void *user) {
		auto &of = *static_cast<emulator *>(user);
		if (to.start_col != 0 || from.start_col != 0 || to.end_col != of.columns_of_terminal ||
		    from.end_col != of.columns_of_terminal)
			return 0;
		const auto at = [&](int row) { return of.rows.begin() + row; };
		if (to.start_row < from.start_row)
			std::copy(at(from.start_row), at(from.end_row), at(to.start_row));
		else
			std::copy_backward(at(from.start_row), at(from.end_row), at(to.end_row));
		return 1;
	}

	static constexpr VTermScreenCallbacks all = {damage,  move,    nullptr, nullptr,
						     nullptr, nullptr, nullptr, nullptr};
};

void emulator::freed::operator()(VTerm *terminal) const {
	vterm_free(terminal);
}

emulator::emulator(int with_columns, int with_rows)
    : terminal(vterm_new(with_rows, std::max(2, with_columns))), columns(with_columns),
      columns_of_terminal(std::max(2, with_columns)), rows(static_cast<std::size_t>(with_rows)) {
	vterm_set_utf8(terminal.get(), 1);
	vterm_output_set_callback(
		terminal.get(), [](const char *, std::size_t, void *) {}, nullptr); // nobody is there to ask
	auto *const screen = vterm_obtain_screen(terminal.get());
	vterm_screen_enable_altscreen(screen, 1);
	vterm_screen_set_callbacks(screen, &callbacks::all, this);
	vterm_screen_set_damage_merge(screen, VTERM_DAMAGE_ROW);
	vterm_screen_reset(screen, 1);
}

emulator::~emulator() = default;

void emulator::write(std::string_view bytes) {
	const auto spelled = without_c1(bytes);
	bytes = spelled;
	std::size_t done = 0;
	for (auto at = bytes.find("\033["); at != bytes.npos; at = bytes.find("\033[", at + 1)) {
		const auto [length, count] = find_repetition(bytes.substr(at));
		if (length == 0)
			continue;
		vterm_input_write(terminal.get(), bytes.data() + done, at - done);
		const auto repeated = last_glyph(bytes.substr(0, at));
		const int screenful = columns_of_terminal * static_cast<int>(rows.size());
		for (int i = 0; i < std::clamp(count, 1, screenful); ++i)
			vterm_input_write(terminal.get(), repeated.data(), repeated.size());
		done = at + length;
	}
	vterm_input_write(terminal.get(), bytes.data() + done, bytes.size() - done);
}

void emulator::resize(int to_columns, int to_rows) {
	columns = to_columns;
	columns_of_terminal = std::max(2, to_columns);
	rows.resize(std::max(rows.size(), static_cast<std::size_t>(to_rows))); // it calls back while it resizes
	vterm_set_size(terminal.get(), to_rows, columns_of_terminal);
	rows.assign(static_cast<std::size_t>(to_rows), {});
}

// Blank rows at the end make no difference, so that a new size alone makes no frame.
bool emulator::is_like_last_shot(strip &on, const std::vector<std::uint32_t> &numbers) const {
	if (last_shot.empty())
		return false;
	const auto blank = on.add_row({0, 1, {}, {}}, 0);
	for (std::size_t row = 0; row < std::max(numbers.size(), last_shot.size()); ++row)
		if ((row < numbers.size() ? numbers[row] : blank) != (row < last_shot.size() ? last_shot[row] : blank))
			return false;
	return true;
}

bool emulator::shoot(strip &onto) {
	const auto *const screen = vterm_obtain_screen(terminal.get());
	vterm_screen_flush_damage(vterm_obtain_screen(terminal.get()));
	std::vector<std::uint32_t> numbers;
	for (std::size_t row = 0; row < rows.size(); ++row) {
		if (rows[row].changed)
			rows[row] = {false, onto.add_row(row_reader(screen, static_cast<int>(row), columns).take(), 0)};
		numbers.push_back(rows[row].number);
	}
	if (is_like_last_shot(onto, numbers))
		return false;
	onto.add_frame(columns, numbers);
	last_shot = std::move(numbers);
	return true;
}

} // namespace assetc
