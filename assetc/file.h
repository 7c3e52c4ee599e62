// SPDX-License-Identifier: GPL-2.0-or-later
// Files: read whole, written whole or not at all.
#pragma once

#include "diagnostic.h"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace assetc {

// The bytes of a file. Throws error (no such file, no permission, a folder, larger than 1 GiB).
std::string read_file(const std::filesystem::path &path);

// The bytes of standard input, which errors call by that name. Throws error as read_file.
inline constexpr std::string_view standard_input = "standard input";
std::string read_standard_input();

// At most so many bytes from its start; nothing of what is no regular file, or cannot be read.
std::string read_head(const std::filesystem::path &path, std::size_t most);

// Where in a text a byte is: its line, column and the line itself. offset <= text.size().
place locate(const std::string &file, std::string_view text, std::size_t offset);

// Takes bytes, in order, on their way into a file.
using byte_sink = std::function<void(std::string_view)>;

// Makes or replaces a file with what `write` passes to its sink. All of it appears at once, when write has
// returned; if write throws or anything fails, the file stays as it was. Folders that are missing are made. A device
// or a pipe is written to directly. Throws error.
void write_file(const std::filesystem::path &path, const std::function<void(const byte_sink &)> &write);

// Writes to standard output. Throws error when that fails.
void write_standard_output(std::string_view bytes);

} // namespace assetc
