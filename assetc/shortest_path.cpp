// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
//
// The cells are gone through once, from the top left, by dynamic programming. A place is a cell, or the end of a row,
// where the cursor can stand with all that is before it done; an arrival there is one way to have come, in one pen.
// From each place, steps lead on: write the cell, or jump over what is right already, perhaps after erasing what is
// blank here, and perhaps erasing or shifting there.
#include "shortest_path.h"

#include "text.h"

#include <algorithm>

namespace assetc {

namespace {

enum class leaving : std::uint8_t { plain, erasing_row, erasing_cells, erasing_rest };
enum class landing : std::uint8_t { plain, erasing_left, shifting };

struct step {
	bool writes = false; // else it jumps
	leaving leave = leaving::plain;
	landing land = landing::plain;
	int count = 0; // of cells written, or erased when leaving
	pen erasing;   // in which pen it leaves
};

struct arrival {
	pen now = {};
	int cost = 0;
	int from = -1;         // place
	int from_arrival = -1; // which of its arrivals
	step by = {};
};

bool is_blank(const cell &shown) {
	return shown == cell{};
}

struct path_search {
	const screen_change &asked;
	const grid &after;
	int columns;
	int width; // of a row of places
	int start;
	int end;
	std::vector<std::uint8_t> changed; // is the cell at this place?
	std::vector<int> next;             // the first place, from here on, that must be landed on
	std::vector<int> blank_until;      // the first place in the row, from here on, that is not blank
	std::vector<int> alike_until;      // the same, that is not as this one
	int blank_from = 0;                // from this place on all is blank
	std::vector<std::vector<arrival>> arrivals;

	explicit path_search(const screen_change &of);

	int place(int row, int column) const { return row * width + column; }
	position at(int place) const { return {place / width, place % width}; }
	const cell &cell_at(int place) const { return after.at(place % width, place / width); }
	bool is_end_of_row(int place) const { return place % width == columns; }
	const row_shift &shift_of(int row) const { return asked.shifts[static_cast<std::size_t>(row)]; }
	bool is_shift(int place) const {
		const auto [row, column] = at(place);
		return shift_of(row).count != 0 && shift_of(row).column == column;
	}

	void find_changes();
	void find_blanks();
	void find_runs();
	void find_next();
	std::string glyph_at(int place) const;
	int cells_at(int place) const;
	std::string write(int place, const pen &now, const pen &wanted, int count) const;
	std::string leave(int place, const pen &now, const step &by) const;
	std::string land(std::optional<position> from, int place, pen now, const arrival &on) const;
	std::string bytes(int from, const pen &now, int to, const arrival &on) const;
	void arrive(int from, int from_arrival, int to, arrival on);
	void write_from(int place, int index);
	void repeat_from(int place, int index);
	void jump_from(int place, int index);
	void erase_from(int place, int index);
	void land_at(int place, int index, int target, const step &by);
	void land_left(int place, int index, int row, const step &by);
	int target_after(int place) const;
	std::vector<pen> pens_for(int place, const pen &now) const;
	std::string replay() const;
	std::string search();
};

path_search::path_search(const screen_change &of)
    : asked(of), after(of.after), columns(of.after.columns), width(columns + 1), start(after.rows * width),
      end(start + 1), changed(static_cast<std::size_t>(start)), next(changed.size() + 1), blank_until(changed.size()),
      alike_until(changed.size()), arrivals(changed.size() + 2) {
	find_changes();
	find_blanks();
	find_runs();
	find_next();
}

void path_search::find_changes() {
	for (int row = 0; row < after.rows; ++row)
		for (int column = columns - 1; column >= 0; --column) {
			const auto &wanted = after.at(column, row);
			const auto here = static_cast<std::size_t>(place(row, column));
			changed[here] = wanted != asked.before.at(column, row);
			// The halves of a wide glyph are written together.
			const bool is_wide = column + 1 < columns && after.at(column + 1, row).glyph == wide_tail;
			if (is_wide && changed[here] != changed[here + 1])
				changed[here] = changed[here + 1] = true;
		}
}

void path_search::find_blanks() {
	for (int row = 0; row < after.rows; ++row) {
		blank_until[static_cast<std::size_t>(place(row, columns))] = place(row, columns);
		for (int here = place(row, columns - 1); here >= place(row, 0); --here)
			blank_until[static_cast<std::size_t>(here)] =
				is_blank(cell_at(here)) ? blank_until[static_cast<std::size_t>(here) + 1] : here;
	}
	blank_from = start;
	while (blank_from > 0 && (is_end_of_row(blank_from - 1) || is_blank(cell_at(blank_from - 1))))
		--blank_from;
}

void path_search::find_runs() {
	for (int here = start - 1; here >= 0; --here) {
		const bool goes_on =
			!is_end_of_row(here) && !is_end_of_row(here + 1) && cell_at(here) == cell_at(here + 1);
		const auto i = static_cast<std::size_t>(here);
		alike_until[i] = goes_on ? alike_until[i + 1] : here + 1;
	}
}

void path_search::find_next() {
	next[static_cast<std::size_t>(start)] = end;
	for (int here = start - 1; here >= 0; --here) {
		const auto i = static_cast<std::size_t>(here);
		next[i] = changed[i] || is_shift(here) ? here : next[i + 1];
	}
}

std::string path_search::glyph_at(int place) const {
	std::string text;
	append_glyph(text, after, cell_at(place));
	return text;
}

int path_search::cells_at(int place) const {
	return !is_end_of_row(place + 1) && cell_at(place + 1).glyph == wide_tail ? 2 : 1;
}

std::string path_search::write(int place, const pen &now, const pen &wanted, int count) const {
	auto text = change_of_pen(now, wanted) + glyph_at(place);
	if (count > cells_at(place))
		text += control('b', count - 1);
	return text;
}

std::string path_search::leave(int place, const pen &now, const step &by) const {
	if (by.leave == leaving::plain || place == start)
		return "";
	const auto pen_first = change_of_pen(now, by.erasing);
	if (by.leave == leaving::erasing_cells)
		return pen_first + control('X', by.count);
	return pen_first + (by.leave == leaving::erasing_row ? "\033[K" : "\033[J");
}

// A landing that erases to the left is on the cell itself, which is then written: the place is the one behind it.
std::string path_search::land(std::optional<position> from, int to, pen now, const arrival &on) const {
	if (to == end)
		return change_of_pen(now, {}) + leave_art(from, after.rows, columns);
	if (on.by.land == landing::plain)
		return move_cursor(from, at(to), columns);
	const pen blank = now.paper == color{} ? now : pen{};
	if (on.by.land == landing::shifting)
		return move_cursor(from, at(to), columns) + change_of_pen(now, blank) +
		       shift_sequence(shift_of(at(to).row));
	const int cell = to - (cell_at(to - 1).glyph == wide_tail ? 2 : 1);
	return move_cursor(from, at(cell), columns) + change_of_pen(now, blank) + "\033[1K" +
	       write(cell, blank, on.now, 1);
}

// The bytes of one step.
std::string path_search::bytes(int from, const pen &now, int to, const arrival &on) const {
	if (on.by.writes)
		return write(from, now, on.now, on.by.count);
	const auto cursor = from == start ? asked.cursor : at(from);
	const auto left = on.by.leave == leaving::plain ? now : on.by.erasing;
	return leave(from, now, on.by) + land(cursor, to, left, on);
}

// Keeps an arrival, unless another one does as well by changing its pen.
void path_search::arrive(int from, int from_arrival, int to, arrival on) {
	const auto &source = arrivals[static_cast<std::size_t>(from)][static_cast<std::size_t>(from_arrival)];
	on.from = from;
	on.from_arrival = from_arrival;
	const bool is_plain_write =
		on.by.writes && source.now == on.now && cell_at(from).glyph < 0x80 && on.by.count == 1;
	on.cost = source.cost + (is_plain_write ? 1 : static_cast<int>(bytes(from, source.now, to, on).size()));
	auto &others = arrivals[static_cast<std::size_t>(to)];
	const auto beats = [](const arrival &a, const arrival &b) {
		return a.cost <= b.cost && a.cost + static_cast<int>(change_of_pen(a.now, b.now).size()) <= b.cost;
	};
	if (std::any_of(others.begin(), others.end(), [&](const arrival &other) { return beats(other, on); }))
		return;
	std::erase_if(others, [&](const arrival &other) { return beats(on, other); });
	others.push_back(on);
}

// The pens in which the cell can be written. The ink of a space does not matter, so it may be the next glyph's already.
std::vector<pen> path_search::pens_for(int place, const pen &now) const {
	const auto &wanted = cell_at(place);
	if (wanted.glyph != U' ')
		return {{wanted.ink, wanted.paper}};
	const pen kept{now.ink, wanted.paper};
	if (kept == now)
		return {kept};
	while (!is_end_of_row(place) && cell_at(place).glyph == U' ')
		++place;
	if (is_end_of_row(place) || cell_at(place).ink == now.ink)
		return {kept, {{}, wanted.paper}};
	return {kept, {cell_at(place).ink, wanted.paper}};
}

void path_search::write_from(int place, int index) {
	const auto now = arrivals[static_cast<std::size_t>(place)][static_cast<std::size_t>(index)].now;
	const int cells = cells_at(place);
	for (const auto &wanted : pens_for(place, now)) {
		arrival on{wanted};
		on.by.writes = true;
		on.by.count = cells;
		arrive(place, index, place + cells, on);
	}
}

void path_search::repeat_from(int place, int index) {
	constexpr int shortest_repeat = 5;
	if (asked.on != terminal::xterm || cells_at(place) != 1 || cell_at(place).glyph >= cluster_base)
		return;
	const int last = alike_until[static_cast<std::size_t>(place)];
	if (last - place < shortest_repeat)
		return;
	const auto now = arrivals[static_cast<std::size_t>(place)][static_cast<std::size_t>(index)].now;
	for (const auto &wanted : pens_for(place, now)) {
		arrival on{wanted};
		on.by.writes = true;
		on.by.count = last - place;
		arrive(place, index, last, on);
	}
}

// Where to land next, when all before `place` is done. A shift that is to be made at a place has been made on arrival.
int path_search::target_after(int place) const {
	const auto i = static_cast<std::size_t>(place);
	return place < start && is_shift(place) && !changed[i] ? next[i + 1] : next[i];
}

void path_search::land_left(int place, int index, int row, const step &by) {
	const int first = this->place(row, 0), lead = blank_until[static_cast<std::size_t>(first)];
	if (is_end_of_row(lead))
		return;
	int last = lead - 1;
	while (!changed[static_cast<std::size_t>(last)])
		--last;
	const auto now = arrivals[static_cast<std::size_t>(place)][static_cast<std::size_t>(index)].now;
	const auto left = by.leave == leaving::plain ? now : by.erasing;
	for (const int cell : {last, lead}) {
		const auto &wanted = cell_at(cell);
		arrival on{{wanted.ink, wanted.paper}};
		if (is_blank(wanted))
			on.now = left.paper == color{} ? left : pen{};
		on.by = by;
		on.by.land = landing::erasing_left;
		arrive(place, index, cell + cells_at(cell), on);
	}
}

// Jumps to the target itself, or to where the cursor comes to stand cheaply before it.
void path_search::land_at(int place, int index, int target, const step &by) {
	constexpr int farthest_before = 12;
	const auto now = arrivals[static_cast<std::size_t>(place)][static_cast<std::size_t>(index)].now;
	arrival on{by.leave == leaving::plain ? now : by.erasing};
	on.by = by;
	if (target == end) {
		on.now = {};
		return arrive(place, index, end, on);
	}
	const auto [row, column] = at(target);
	if (is_shift(target)) {
		on.by.land = landing::shifting;
		on.now = on.now.paper == color{} ? on.now : pen{};
		return arrive(place, index, target, on);
	}
	arrive(place, index, target, on);
	const int first = this->place(row, 0), below = place == start ? -1 : place % width;
	if (place < first || place == start) {
		if (column > 0 && column <= farthest_before)
			arrive(place, index, first, on);
		if (below > 0 && below < column && column - below <= farthest_before &&
		    cell_at(first + below).glyph != wide_tail)
			arrive(place, index, first + below, on);
		if (blank_until[static_cast<std::size_t>(first)] > target)
			land_left(place, index, row, by);
	}
}

void path_search::jump_from(int place, int index) {
	const auto i = static_cast<std::size_t>(place);
	const bool is_behind_change = place != start && (is_shift(place) || (place % width > 0 && changed[i - 1]));
	if (place == start || is_end_of_row(place) || (!changed[i] && is_behind_change))
		land_at(place, index, place == start ? next[0] : target_after(place), {});
}

void path_search::erase_from(int place, int index) {
	const auto now = arrivals[static_cast<std::size_t>(place)][static_cast<std::size_t>(index)].now;
	const int until = blank_until[static_cast<std::size_t>(place)];
	int done = until; // behind the last change
	while (done > place && !changed[static_cast<std::size_t>(done) - 1])
		--done;
	std::vector<pen> pens = {now};
	if (now.paper != color{})
		pens = {{now.ink, {}}, {}};
	for (const auto &erasing : pens) {
		step by;
		by.erasing = erasing;
		if (place >= blank_from && next[static_cast<std::size_t>(until)] != end) {
			by.leave = leaving::erasing_rest;
			land_at(place, index, end, by);
		}
		if (done == place)
			continue;
		by.leave = is_end_of_row(until) ? leaving::erasing_row : leaving::erasing_cells;
		by.count = done - place;
		land_at(place, index, next[static_cast<std::size_t>(done)], by);
	}
}

std::string path_search::replay() const {
	std::vector<std::pair<int, const arrival *>> way;
	const auto &ends = arrivals[static_cast<std::size_t>(end)];
	const auto *on = &*std::ranges::min_element(ends, {}, &arrival::cost);
	for (int here = end; here != start;
	     on = &arrivals[static_cast<std::size_t>(here)][static_cast<std::size_t>(on->from_arrival)]) {
		way.emplace_back(here, on);
		here = on->from;
	}
	std::string text;
	pen now;
	for (auto entry = way.rbegin(); entry != way.rend(); ++entry) {
		text += bytes(entry->second->from, now, entry->first, *entry->second);
		now = entry->second->now;
	}
	return text;
}

std::string path_search::search() {
	if (next[0] == end)
		return "";
	arrivals[static_cast<std::size_t>(start)].emplace_back();
	jump_from(start, 0);
	for (int here = 0; here < start; ++here)
		for (int index = 0; index < static_cast<int>(arrivals[static_cast<std::size_t>(here)].size());
		     ++index) {
			jump_from(here, index);
			if (is_end_of_row(here))
				continue;
			write_from(here, index);
			repeat_from(here, index);
			if (is_blank(cell_at(here)))
				erase_from(here, index);
		}
	return replay();
}

} // namespace

std::string leave_art(std::optional<position> from, int rows, int columns) {
	if (rows < rows_of_a_terminal)
		return move_cursor(from, {rows, 0}, columns);
	return move_cursor({}, {rows, 0}, columns);
}

std::string shortest_path(const screen_change &asked) {
	return path_search(asked).search();
}

} // namespace assetc
