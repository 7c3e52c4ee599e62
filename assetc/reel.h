// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// A reel: an animation ready to be shown, its frames as grids of one size, in colours that the output has.
#pragma once

#include "animation.h"
#include "progress.h"

#include <cstdint>
#include <string>
#include <vector>

namespace assetc {

// Grids are large, so a frame is drawn each time that it is asked for. Frames may be asked for by several threads
// at once.
class reel {
public:
	// Throws error: a picture that cannot be read, a frame of more than 1000 columns or held for more than an hour.
	explicit reel(animation from, const progress &tell = {});

	std::string name;
	std::string title; // may be empty
	std::string author;
	std::string license;
	std::string file; // it came from, as messages call it
	int columns = 0;
	int rows = 0;
	int loops = 0; // 0: for ever
	color_depth colors = color_depth::ansi256;
	sending send;
	terminal_size screen;           // that it is made for
	unsigned jobs = 0;              // how many threads encode it; 0: as many as there are cores
	std::uint64_t most_bytes = 0;   // that its frame table may have
	std::uint64_t most_changes = 0; // cells that differ from frame to frame, where only changes are sent
	bool has_pictures = false;      // which are as large as is asked; all else is as large as it is
	std::vector<diagnostic> remarks;
	std::vector<std::uint32_t> holds_us; // of each frame, as the timeline orders them; they add up exactly

	std::size_t frames() const { return holds_us.size(); }
	grid at(std::size_t frame) const;
	// The same, for the last time: frees what the frame was drawn from, so that a film is in memory once.
	grid take(std::size_t frame);

private:
	animation of;
	std::vector<step> steps;
};

// What to call it: its title, or else its name.
const std::string &title_of(const reel &of);

// How long one loop lasts.
std::uint64_t loop_us(const reel &of);

} // namespace assetc
