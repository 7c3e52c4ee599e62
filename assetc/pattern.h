// SPDX-License-Identifier: GPL-2.0-or-later
// File names with wildcards.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assetc {

// Whether the name has a wildcard (* ? or [).
bool is_pattern(std::string_view name);

// As part of a pattern, what matches this and nothing else.
std::string as_it_is(std::string_view name);

// The files that match, in natural order; empty if none does. What is hidden is matched by a period only. A pattern can
// lead through the same folders over and over: each name that it looks at takes one of the looks, and where none is
// left there is no answer.
std::optional<std::vector<std::string>> matching_files(std::string_view pattern, std::size_t &looks);

// Natural order: runs of digits compare as numbers, so that 2.png comes before 10.png; the same on every
// machine, whatever the locale.
bool naturally_before(std::string_view a, std::string_view b);

} // namespace assetc
