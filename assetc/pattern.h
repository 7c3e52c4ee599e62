// SPDX-License-Identifier: GPL-2.0-or-later
// File names with wildcards.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace assetc {

// Whether the name has a wildcard (* ? or [).
bool is_pattern(std::string_view name);

// As part of a pattern, what matches this and nothing else.
std::string as_it_is(std::string_view name);

// The files that match, in natural order. Empty if none does.
std::vector<std::string> matching_files(const std::string &pattern);

// Natural order: runs of digits compare as numbers, so that 2.png comes before 10.png; the same on every
// machine, whatever the locale.
bool naturally_before(std::string_view a, std::string_view b);

} // namespace assetc
