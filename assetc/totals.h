// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// What the frames of an animation have together: a small file can name a large one many times.
#pragma once

#include "animation.h"
#include "reading.h"

#include <cstdint>
#include <set>
#include <string>

namespace assetc {

class totals {
public:
	totals(std::string of_file, const bounds &allowed) : file(std::move(of_file)), at_most(allowed) {}

	// Throws error where there are more cells, pixels in picture files, or bytes that films keep, than allowed.
	// Each file counts as often as it is named. What pictures recordings and films have is for their readers to
	// count.
	void add(const frame &shown);
	void add_cells(std::uint64_t more);

	// The bounds of what is read beside all that was added.
	bounds left() const;

private:
	std::string file;
	bounds at_most;
	std::uint64_t cells = 0;
	std::uint64_t pixels = 0;
	std::set<const film *> films;
	std::uint64_t film_bytes = 0;

	void add_film(const film &kept);
};

// Throws error where frames of one size have more cells than may be sent.
void check_cells_to_send(const std::string &file, int columns, int rows, std::size_t frames, const bounds &at_most);

// Throws error where all files that are read for an animation have more bytes together than pictures could need.
void count_bytes(const std::string &file, std::uint64_t bytes, const reading &how);

// Throws error where the decoded pictures that frames are cut from have more pixels together than a sheet may.
void count_sheet(const std::string &document, const picture &sheet, const reading &how);

} // namespace assetc
