// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// A terminal that can be asked what it shows.
#pragma once

#include "grid.h"

#include <memory>
#include <string>
#include <string_view>
#include <vterm.h>

namespace assetc {

class screen {
public:
	screen(int columns, int rows);

	// Bytes as a program writes them: the line discipline makes each line feed a new line.
	void write(std::string_view bytes);

	// Where the screen differs from the grid, or from being sane below it, in words; empty if nowhere.
	std::string difference(const grid &wanted) const;

	// The same for the grid's own cells alone.
	std::string difference_in_art(const grid &wanted) const;

private:
	struct freed {
		void operator()(VTerm *unused) const { vterm_free(unused); }
	};
	std::string difference_in(int columns_of_it, int rows_of_it, const grid &wanted) const;
	std::string cell_difference(const grid &wanted, int column, int row) const;
	VTermScreenCell cell_at(int column, int row) const;
	std::unique_ptr<VTerm, freed> terminal;
	int columns;
	int rows;
};

} // namespace assetc
