// SPDX-License-Identifier: GPL-2.0-or-later
// What people want to know of a table before they build it.
#pragma once

#include "diagnostic.h"
#include "frame_table.h"

#include <string>

namespace assetc {

// A few lines: name, title, author, licence, frames, size, tempo, bytes.
std::string describe(const frame_table &table);

// One line for who has just compiled it: "10 frames of 50x20, 0.7 s a loop".
std::string summarize(const reel &shown);

// Microseconds as seconds, with no more digits than needed: "0.7 s".
std::string seconds(std::uint64_t us);

} // namespace assetc
