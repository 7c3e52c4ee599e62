// SPDX-License-Identifier: GPL-2.0-or-later
// What the compiler says to people: where, what, and how to mend it.
#pragma once

#include <exception>
#include <string>
#include <string_view>
#include <vector>

namespace assetc {

// A place in an input. A line of 0 means the file as a whole, an empty file the command line.
struct place {
	std::string file;
	int line = 0;            // from 1
	int column = 0;          // from 1, in characters
	std::string source_line; // the line itself, or the part of a long one around the column; shown above a caret
	std::string pointer;     // where in a JSON document, as a JSON pointer (RFC 6901)
	int first_column = 1;    // of source_line
};

struct diagnostic {
	place where;
	std::string what;
	std::string hint;                 // how to mend it; may be empty
	std::vector<std::string> notes{}; // what else is to be known, a line each
};

// A diagnostic about a file as a whole, or with an empty file about the command line.
diagnostic about(std::string file, std::string what, std::string hint);

// The one error type: thrown where something is found wrong, caught in main.
struct error : std::exception {
	diagnostic said;
	explicit error(diagnostic of) : said(std::move(of)) {}
	const char *what() const noexcept override { return said.what.c_str(); }
};

// A mistake in how assetc was called, not in its input: exit status 2.
struct usage_error : error {
	using error::error;
};

// The diagnostic as a compiler prints it, ending in a newline; severity is "error" or "warning". Escapes and
// other control characters from the input are made harmless. colored: with the terminal's bold and red.
std::string to_text(const diagnostic &said, std::string_view severity, bool colored);

// Text from an input, fit to be shown: control characters, those that reorder text, and bad UTF-8 as \xNN.
std::string harmless(std::string_view text);

// Text from an input, fit to be shown in a message: in quotes, control characters and bad UTF-8 as \xNN,
// shortened to about 40 characters.
std::string quote(std::string_view text);

// The candidate most like the word (by Damerau-Levenshtein distance), or "" if none is near enough to be meant.
std::string_view nearest(std::string_view word, const std::vector<std::string_view> &candidates);

} // namespace assetc
