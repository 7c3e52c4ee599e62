// SPDX-License-Identifier: GPL-2.0-or-later
// JSON that remembers its text, so that an error can show the place.
#pragma once

#include "diagnostic.h"

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace assetc {

using json = nlohmann::ordered_json; // in the file's order: some formats depend on it

struct json_text {
	std::string file; // as the user named it
	std::string text;
	json root;
	int first_line = 1; // where in the file the text begins
};

// Parses JSON (RFC 8259), with // and /* */ comments. Throws error for anything that is none, for a key that
// stands twice in one object, for nesting deeper than 100, and for more than 20 million values.
json_text parse_json(std::string file, std::string text, int first_line = 1);

// What of a member is meant.
enum class json_part { value, key };

// Where the value (or its key) that a JSON pointer names stands; the pointer must name one.
place locate(const json_text &document, std::string_view pointer, json_part part = json_part::value);

// Where the byte at `offset` of a string value came from.
place locate_in_string(const json_text &document, std::string_view pointer, std::size_t offset);

// The pointer to a member or an element; a key is escaped as RFC 6901 asks.
std::string child(std::string_view pointer, std::string_view key);
std::string child(std::string_view pointer, std::size_t index);

// The key or index that a pointer ends with, as it is in the document; empty for the whole document.
std::string last_step(std::string_view pointer);

} // namespace assetc
