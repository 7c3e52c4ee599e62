// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// An input as the formats look at it: its name, its bytes, and what they are as JSON.
#pragma once

#include "json_text.h"

#include <memory>
#include <string>
#include <string_view>

namespace assetc {

// JSON is parsed when a format first asks for it, once for all of them. Of JSON lines (one value a line, as
// recordings have it) only the first is, since there may be millions.
class input {
public:
	input(std::string file, std::string bytes, bool is_standard_input = false);

	const std::string &file() const { return named; }   // as the user named it
	bool is_standard_input() const { return is_piped; } // so that there is no file, or another one, by its name
	std::string_view bytes() const { return document ? document->text : raw; }

	// Whether the file begins as JSON does, or is named so.
	bool means_json() const;

	// The document of a JSON file; null if it means to be none, or is JSON lines. Throws error, with the place:
	// it means to be JSON and is none.
	const json *root();

	// The first value of JSON lines, or else the root.
	const json *first_value();

	// The document of a JSON file, for its reader; nothing is left. Throws error: it is none.
	json_text take_document();

	// The bytes, for a reader; nothing is left.
	std::string take_bytes();

private:
	std::string named;
	std::string raw;                     // unless there is a document, which has them then
	std::unique_ptr<json_text> document; // once it was asked for
	std::unique_ptr<json_text> line;     // the first of JSON lines, once it was asked for
	bool is_piped = false;
	bool was_asked = false;

	void parse();
};

// Why there is no JSON object to look into, where a format needs one; the root must be none.
std::string why_no_object(input &from);

// A member of a JSON object; null if there is none, or the value is no object, or null itself.
const json *find_member(const json *object, const char *key);

} // namespace assetc
