// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// A strip: many grids in little memory. Rows that are alike are kept once, and packed.
#pragma once

#include "grid.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace assetc {

// A screen of text that scrolls, or in which some one types, shares nearly all of its rows with the one before, so that
// an hour of it fits where ten seconds of whole grids would. Reading is safe from several threads at once.
class strip {
public:
	// Keeps a row of a grid and tells its number. Rows that show the same have the same number.
	std::uint32_t add_row(const grid &of, int row);

	// Adds a frame of rows that were added before.
	void add_frame(int columns, const std::vector<std::uint32_t> &rows);

	// Adds a whole grid as a frame.
	void add_frame(const grid &shown);

	std::size_t frames() const { return kept.size(); }
	int columns(std::size_t number) const { return kept[number].columns; }
	int rows(std::size_t number) const { return kept[number].rows; }
	grid at(std::size_t number) const;

	// About how much memory it takes.
	std::size_t bytes() const;

private:
	struct extent {
		std::size_t used; // rows, in row_numbers: their count, and they
		int columns;
		int rows;
	};
	// The rows up to the last that is not blank.
	std::span<const std::uint32_t> used_rows(const extent &of) const;
	std::string_view packed_row(std::uint32_t number) const;

	std::string packed;                     // rows, one behind the other
	std::vector<std::size_t> ends;          // of each row
	std::vector<std::uint32_t> row_numbers; // of all frames; once for those in a row that show the same
	std::vector<extent> kept;
	std::unordered_multimap<std::size_t, std::uint32_t> by_hash;
};

// A frame of a strip, by its number from 0.
struct strip_frame {
	std::shared_ptr<const strip> of;
	std::size_t number = 0;
	bool is_mirrored = false; // as the timeline says, already
};

} // namespace assetc
