// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Where things stand in a JSON text. It is parsed again to find that: to count bytes all the time would make every
// document slower, and errors are few.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace assetc {

struct json_place {
	std::size_t key = 0; // of a member; of the root and of elements, the same as the value
	std::size_t value = 0;
};

// The first bytes of the member or element that the steps (keys, or indexes as text) lead to from the root; where
// there is none, of the last value on the way: who asked for a member that is missing shows what it is missing from.
// The text must be valid as far as that.
json_place find_json_place(std::string_view text, std::span<const std::string> steps);

// The first byte of the n-th key, counted from 1; the text must be valid up to it.
std::size_t find_json_key(std::string_view text, std::size_t n);

// Where the byte at `wanted` of a string's value comes from, if the string begins at `quote`; its end, if it has fewer.
std::size_t find_in_json_string(std::string_view text, std::size_t quote, std::size_t wanted);

} // namespace assetc
