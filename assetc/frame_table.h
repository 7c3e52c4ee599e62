// SPDX-License-Identifier: GPL-2.0-or-later
// The table that the player gets; module/frame_table.h is the same on the kernel's side.
#pragma once

#include "reel.h"

#include <cstdint>
#include <string>
#include <vector>

namespace assetc {

struct table_entry {
	std::size_t text = 0;      // which of the texts
	std::uint32_t hold_us = 0; // until the next frame is due
};

struct frame_table {
	std::string name;
	std::string title;
	std::string author;
	std::string license;
	std::string source_name; // base name of the file it came from: the same in whichever folder
	int columns = 0;
	int rows = 0;
	int loops = 0;                    // 0: for ever
	std::vector<std::string> texts;   // what is sent, each different
	std::vector<table_entry> entries; // frames + 1: see module/frame_table.h
	std::size_t frames() const { return entries.size() - 1; }
};

// Encodes and shares. Takes the reel, whose frames it frees as it goes: a film is in memory once.
// Throws error: more bytes than the reel may have.
frame_table build_frame_table(reel from);

// Bytes of all texts together.
std::size_t size_of_texts(const frame_table &of);

// How long one loop lasts.
std::uint64_t loop_us(const frame_table &of);

} // namespace assetc
