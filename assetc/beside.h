// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Files that an input names: they lie beside it.
#pragma once

#include "member.h"
#include "reading.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace assetc {

// Whether a name leads out of the folder that it is looked for in.
bool climbs_out(std::string_view name);

// Whether a file lies in a folder once symbolic links are followed; not where that cannot be told.
bool is_really_within(const std::filesystem::path &folder, const std::filesystem::path &file);

// Throws error if a name is longer than any file's.
void check_length(const member &naming, const std::string &name);

// The path of a file (or a pattern) that a document names, as seen from where assetc runs. It need not exist. Throws
// error: it lies outside the document's folder, and paths are not trusted; or as the checks beside this.
std::string path_beside(const member &naming, const std::string &name, const reading &how);

// Of a path that a document led to, as each match of a pattern: throws error if a symbolic link leads out of the
// document's folder, and paths are not trusted; or if it is a pipe or a device, which could be waited for without end.
void check_beside(const member &naming, const std::string &path, const reading &how);

} // namespace assetc
