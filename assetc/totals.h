// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// What the frames of an animation have together: a small file can name a large one many times.
#pragma once

#include "animation.h"

#include <cstdint>
#include <string>

namespace assetc {

class totals {
public:
	totals(std::string of_file, const bounds &allowed) : file(std::move(of_file)), at_most(allowed) {}

	// Throws error where there are more cells, or pixels in picture files, than allowed. Each file counts as often
	// as it is a frame. What recordings and films have is for their readers to count.
	void add(const frame &shown);
	void add_cells(std::uint64_t more);

private:
	std::string file;
	bounds at_most;
	std::uint64_t cells = 0;
	std::uint64_t pixels = 0;
};

// Throws error where frames of one size have more cells than may be sent.
void check_cells_to_send(const std::string &file, int columns, int rows, std::size_t frames, const bounds &at_most);

} // namespace assetc
