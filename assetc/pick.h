// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Which animation is meant, where one file holds several.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace assetc {

// The number of the name that is wanted. If none is wanted, that of the only one. Throws error: no such name, or
// several and none wanted.
std::size_t pick_one(const std::string &file, const std::vector<std::string> &names, const std::string &wanted);

// Throws error if something is wanted of a file that holds one animation.
void check_no_pick(const std::string &file, const std::string &wanted);

// A name for a part of a file: the file's and the part's, "beetle_walk".
std::string name_of_part(const std::string &file, const std::string &pick);

// A name for what has little to do with the rest of its file: its own, or that of a part where that is taken.
std::string name_of_pick(const std::string &file, const std::string &pick);

} // namespace assetc
