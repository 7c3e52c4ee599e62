// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "emulator.h"

#include "content.h"
#include "text.h"

#include <algorithm>
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

// What hides or reorders text is not for a screen, and a cell has one glyph.
std::u32string glyph_of(const VTermScreenCell &from) {
	std::string glyph;
	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && from.chars[i] != 0; ++i) {
		auto longer = glyph;
		append_utf8(longer, static_cast<char32_t>(without_stand_in(from.chars[i])));
		if (!find_fault(longer))
			glyph = std::move(longer);
		else if (i == 0)
			append_utf8(glyph, unknown_glyph);
	}
	return glyph.empty() ? U" " : split_glyphs(glyph).front().code_points;
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

	// As an emoji a symbol is wide, as text it may not be, nor is the digit of a keycap. Others could then join the
	// glyph behind them.
	static glyph_text as_text(glyph_text glyph) {
		const auto base = glyph.code_points.front();
		const auto size = glyph.code_points.size();
		const bool is_keycap = size == 3 && glyph.code_points[2] == U'\u20e3';
		if ((size != 2 && !is_keycap) || glyph.code_points[1] != U'\ufe0f' ||
		    (base >= 0x100 && base < 0x2000) || base > 0x3300)
			return glyph;
		glyph.code_points.resize(1);
		std::string bytes;
		append_utf8(bytes, base);
		glyph.columns = width(bytes);
		return glyph;
	}

	// Of a wide glyph, what came later may have painted over the right half; or libvterm took it for a narrow one.
	void put(glyph_text glyph, int column, int room) {
		if (glyph.code_points == U" " || read.at(column, 0).glyph == wide_tail) // which took a blank
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

} // namespace

struct callbacks {
	static std::uint64_t cells(VTermRect of) {
		return static_cast<std::uint64_t>(of.end_row - of.start_row) *
		       static_cast<std::uint64_t>(of.end_col - of.start_col);
	}

	static int damage(VTermRect where, void *user) {
		static_cast<emulator *>(user)->work_ += cells(where);
		auto &rows = static_cast<emulator *>(user)->rows;
		for (int row = where.start_row; row < std::min(where.end_row, static_cast<int>(rows.size())); ++row)
			rows[static_cast<std::size_t>(row)].changed = true;
		return 1;
	}

	// Scrolling is what recordings do most; the rows that only move need not be read again.
	static int move(VTermRect to, VTermRect from, void *user) {
		auto &of = *static_cast<emulator *>(user);
		of.work_ += cells(to);
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

void emulator::freed::operator()(VTerm *unused) const {
	vterm_free(unused);
}

emulator::emulator(int with_columns, int with_rows, std::uint64_t limit)
    : terminal(vterm_new(with_rows, std::max(2, with_columns))), columns(with_columns),
      columns_of_terminal(std::max(2, with_columns)), rows(static_cast<std::size_t>(with_rows)), most_work(limit) {
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

// libvterm 0.1 takes four bytes of the stack for each byte, so it is fed by the spoon, though with whole characters.
void emulator::put_in(std::string_view bytes) {
	constexpr std::size_t spoon = 1024;
	while (!bytes.empty() && work_ <= most_work) {
		auto size = std::min(bytes.size(), spoon);
		while (size < bytes.size() && size > 1 && (static_cast<unsigned char>(bytes[size]) & 0xc0) == 0x80)
			--size;
		vterm_input_write(terminal.get(), bytes.data(), size);
		bytes.remove_prefix(size);
	}
}

void emulator::write(std::string_view bytes) {
	input.pass(bytes, columns_of_terminal, [this](std::string_view fit) { put_in(fit); });
}

// libvterm 0.1 keeps places that a smaller screen has no more, and then writes beyond it: so margins, the cursor, what
// is below it, and the saved cursor are put in order first.
std::string before_resize(VTermPos cursor, int to_columns, int to_rows, int rows) {
	const auto move_to = [](int row, int column) {
		return "\033[" + std::to_string(row + 1) + ";" + std::to_string(column + 1) + "H";
	};
	std::string bytes = "\033[r\033[?69l\033[?6l";
	const int first_to_erase = std::max(cursor.row + 1, to_rows);
	if (first_to_erase < rows)
		bytes += move_to(first_to_erase, 0) + "\033[J";
	return bytes + move_to(cursor.row, std::min(cursor.col, to_columns - 1));
}

void emulator::resize(int to_columns, int to_rows) {
	VTermPos cursor;
	vterm_state_get_cursorpos(vterm_obtain_state(terminal.get()), &cursor);
	put_in(before_resize(cursor, std::max(2, to_columns), to_rows, static_cast<int>(rows.size())));
	columns = to_columns;
	columns_of_terminal = std::max(2, to_columns);
	work_ += std::max(rows.size(), static_cast<std::size_t>(to_rows)) * static_cast<std::uint64_t>(columns);
	rows.resize(std::max(rows.size(), static_cast<std::size_t>(to_rows))); // it calls back while it resizes
	vterm_set_size(terminal.get(), to_rows, columns_of_terminal);
	rows.assign(static_cast<std::size_t>(to_rows), {});
	put_in("\0337");
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
	constexpr std::uint64_t work_a_cell = 6; // to look at it, which takes longer than to move it
	std::vector<std::uint32_t> numbers;
	for (std::size_t row = 0; row < std::min<std::size_t>(rows.size(), most_cells_a_side); ++row) {
		if (rows[row].changed) {
			rows[row] = {false, onto.add_row(row_reader(screen, static_cast<int>(row), columns).take(), 0)};
			work_ += work_a_cell * static_cast<std::uint64_t>(columns);
		}
		numbers.push_back(rows[row].number);
	}
	if (is_like_last_shot(onto, numbers))
		return false;
	onto.add_frame(columns, numbers);
	last_shot = std::move(numbers);
	return true;
}

} // namespace assetc
