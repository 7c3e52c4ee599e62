// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// A terminal that is only thought of: what a recording wrote to its terminal goes in, grids come out. So whatever
// sequences a recording has end here.
#pragma once

#include "strip.h"
#include "terminal_input.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct VTerm;

namespace assetc {

// What libvterm makes of the bytes, with three things more: REP (ESC [ n b), which it does not know; bold, which makes
// the first eight inks bright, as the Linux console does; and reverse in standard colours, which is black on white.
// Underlines, italics and the cursor are not shown: cells have only colours.
class emulator {
public:
	// Sides from 1 to most_cells_a_side. There may be a row more, for the cursor below the art: it is not shown.
	emulator(int columns, int rows, std::uint64_t most_work = -1);
	~emulator();
	emulator(const emulator &) = delete;
	emulator &operator=(const emulator &) = delete;

	// UTF-8 as a program writes it behind its line discipline. A character may not be cut in two.
	void write(std::string_view bytes);
	void resize(int columns, int rows);

	// Adds what the screen shows to the strip, always the same one, as a frame. False, and nothing added, if the
	// last one shows the same.
	bool shoot(strip &onto);

	// About how many cells were changed, moved or looked at so far: a few bytes can scroll millions. Once that is
	// more than most_work, nothing is written any more.
	std::uint64_t work() const { return work_; }

private:
	struct freed {
		void operator()(VTerm *terminal) const;
	};
	struct row_state {
		bool changed = true;
		std::uint32_t number = 0; // in the strip, of what it showed when it was last shot
	};
	friend struct callbacks; // libvterm's view of us
	void put_in(std::string_view bytes);
	bool is_like_last_shot(strip &on, const std::vector<std::uint32_t> &numbers) const;

	std::unique_ptr<VTerm, freed> terminal;
	int columns;
	int columns_of_terminal; // at least two: libvterm cannot put a wide glyph on a terminal of one column
	std::vector<row_state> rows;
	std::vector<std::uint32_t> last_shot;
	terminal_input input;
	std::uint64_t most_work;
	std::uint64_t work_ = 0;
};

} // namespace assetc
