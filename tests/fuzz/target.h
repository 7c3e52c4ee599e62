// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// What is fuzzed: functions that take any bytes, and end the program where a promise is broken.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace assetc::fuzz {

using target = std::function<void(std::string_view bytes)>;

// The target of that name, one of target_names(); empty if there is none.
target find_target(std::string_view name);

// The formats that assetc reads, but for video, which is ffmpeg's; and what else there is.
std::vector<std::string> target_names();

// Bytes as a file of a format, or (`format` is empty) of whichever takes them: they are refused with an error, or
// become a table that is right (see table_check.h).
void read_file_of(std::string_view format, std::string_view bytes);

// Bytes that a program wrote to its terminal, which shows them; what it shows becomes a table.
void record(std::string_view bytes);

// Grids that the bytes describe, sent whole and as changes: a terminal shows them.
void send_grids(std::string_view bytes);

// Credits and a name of a file, each up to a NUL: the header stays what it is without them.
void credit(std::string_view bytes);

// A table, a clock, speeds and sizes of reads: the player keeps order and time.
void play(std::string_view bytes);

} // namespace assetc::fuzz
