// SPDX-License-Identifier: GPL-2.0-or-later
// What went wrong in JSON that was written by hand.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace assetc {

struct json_mistake {
	std::size_t offset = 0; // of the byte where the reader should look
	std::string what;
	std::string hint;
};

// The first mistake in a text that is no JSON (comments allowed), told to a person; empty if there is none. The parser
// knows only which byte it did not expect; which one was forgotten takes a second look, and time that an error has.
std::optional<json_mistake> find_json_mistake(std::string_view text);

} // namespace assetc
