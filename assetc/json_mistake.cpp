// SPDX-License-Identifier: GPL-2.0-or-later
#include "json_mistake.h"

#include "diagnostic.h"
#include "text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <vector>

namespace assetc {

namespace {

bool is_digit(char c) {
	return c >= '0' && c <= '9';
}

bool is_letter(char c) {
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
}

bool is_hexadecimal(char c) {
	return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// A number by JSON's grammar: how many bytes of the word belong to it.
std::size_t length_of_number(std::string_view word) {
	std::size_t at = word.starts_with('-') ? 1 : 0;
	const auto digits = [&] {
		const auto from = at;
		while (at < word.size() && is_digit(word[at]))
			++at;
		return at > from;
	};
	if (at < word.size() && word[at] == '0')
		++at;
	else if (!digits())
		return 0;
	if (at < word.size() && word[at] == '.' && (++at, !digits()))
		return 0;
	if (at < word.size() && (word[at] == 'e' || word[at] == 'E')) {
		++at;
		if (at < word.size() && (word[at] == '+' || word[at] == '-'))
			++at;
		if (!digits())
			return 0;
	}
	return at;
}

// As the parser asks; std::from_chars does not tell it from what is too small.
bool is_too_large(std::string_view number) {
	return std::isinf(std::strtod(std::string(number).c_str(), nullptr));
}

std::string hint_for_number(std::string_view word) {
	const auto digits = word.substr(word.starts_with('-') || word.starts_with('+') ? 1 : 0);
	if (digits.starts_with("0x") || digits.starts_with("0X"))
		return "numbers are decimal";
	if (digits.starts_with('0') && digits.size() > 1 && is_digit(digits[1]))
		return "a number does not begin with a 0";
	if (word.starts_with('+'))
		return "a number needs no +";
	if (word.starts_with('.') || word.ends_with('.'))
		return "digits stand before and after the point";
	return "a number is digits alone, without a unit";
}

std::string hint_for_word(std::string_view word) {
	std::string small(word);
	std::transform(small.begin(), small.end(), small.begin(),
		       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
	for (const std::string_view known : {"true", "false", "null"})
		if (small == known)
			return "it is written " + std::string(known);
	if (small == "none" || small == "nil" || small == "undefined" || small == "nan")
		return "leave the key out where there is no value";
	return "text stands in double quotes: \"" + std::string(word) + "\"";
}

// Quotes that only look like quotes: single ones, and those that a word processor puts in.
bool starts_foreign_quote(std::string_view text) {
	constexpr std::array<std::string_view, 9> quotes = {"'",      "`",      "\u201c", "\u201d", "\u201e",
							    "\u2018", "\u2019", "\u00ab", "\u00bb"};
	return std::any_of(quotes.begin(), quotes.end(),
			   [&](std::string_view quote) { return text.starts_with(quote); });
}

std::string first_character(std::string_view text) {
	std::size_t length = 1;
	while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xc0) == 0x80)
		++length;
	return std::string(text.substr(0, length));
}

// Reads JSON by its grammar until something is wrong. What reads a part returns whether it was fine; `at` is then
// behind it.
class proofreader {
public:
	explicit proofreader(std::string_view of) : text(of) {}

	std::optional<json_mistake> read() {
		if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff"))
			say(0, "this file is UTF-16", "save the file as UTF-8");
		else if (read_document())
			return std::nullopt;
		return found;
	}

private:
	struct bracket {
		char closing;
		std::size_t offset;
	};

	std::string_view text;
	std::size_t at = 0;
	std::size_t end_of_value = 0; // behind the value or key read last
	std::vector<bracket> open;
	json_mistake found;

	bool say(std::size_t offset, std::string what, std::string hint) {
		found = {offset, std::move(what), std::move(hint)};
		return false;
	}

	bool is_at_end() const { return at >= text.size(); }
	char here() const { return is_at_end() ? '\0' : text[at]; }
	std::string_view rest() const { return text.substr(at); }

	std::string line_of(std::size_t offset) const {
		return "line " +
		       std::to_string(
			       1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
	}

	bool skip_space() {
		for (;;) {
			at = std::min(text.find_first_not_of(" \t\r\n", at), text.size());
			if (!rest().starts_with("//") && !rest().starts_with("/*"))
				return true;
			if (!skip_comment())
				return false;
		}
	}

	bool skip_comment() {
		const bool is_line = rest().starts_with("//");
		const auto end =
			is_line ? std::min(text.find_first_of("\r\n", at), text.size()) : text.find("*/", at + 2);
		if (const auto zero = text.substr(at, end - at).find('\0'); zero != text.npos)
			return say(at + zero, "a zero byte in a comment", "remove it");
		if (end == text.npos)
			return say(at, "this comment has no end", "it ends with */");
		at = is_line ? end : end + 2;
		return true;
	}

	bool read_document() {
		if (rest().starts_with("\xef\xbb\xbf"))
			at += 3;
		if (!skip_space())
			return false;
		if (is_at_end())
			return say(text.size(), "there is no JSON in this file",
				   "{ \"frames\": [ { \"art\": [\"row 1\", \"row 2\"] } ] }");
		if (!read_values() || !skip_space())
			return false;
		if (is_at_end())
			return true;
		if (here() == '}' || here() == ']')
			return say(at, "one " + first_character(rest()) + " too many", "remove it");
		return say(at, "the document has ended before this", "a file holds one object: { ... }");
	}

	// A value, and with it all that it holds. Without recursion, however deep.
	bool read_values() {
		do {
			if (!read_start_of_value())
				return false;
			while (!open.empty() && !is_expecting_value)
				if (!read_behind_value())
					return false;
		} while (!open.empty());
		return true;
	}

	bool is_expecting_value = true;

	// A scalar, an empty object or array; or an opening bracket with what leads to the first value in it.
	bool read_start_of_value() {
		is_expecting_value = false;
		if (!skip_space())
			return false;
		const char c = here();
		if (c == '{' || c == '[')
			return read_opening(c == '{' ? '}' : ']');
		if (c == '"')
			return read_string();
		if (is_digit(c) || c == '-' || c == '+' || c == '.')
			return read_number();
		if (is_letter(c))
			return read_word();
		return say_no_value();
	}

	bool read_opening(char closing) {
		open.push_back({closing, at++});
		if (!skip_space())
			return false;
		if (here() == closing && !is_at_end())
			return close();
		is_expecting_value = true;
		return closing == ']' || read_key();
	}

	bool close() {
		end_of_value = ++at;
		open.pop_back();
		return true;
	}

	// The comma before a further value, or the closing bracket.
	bool read_behind_value() {
		if (!skip_space())
			return false;
		if (is_at_end())
			return say_unclosed();
		if (here() == open.back().closing)
			return close();
		if (here() != ',')
			return say_no_comma();
		const auto comma = at++;
		if (!skip_space())
			return false;
		if (here() == '}' || here() == ']')
			return say(comma, "a comma with nothing after it", "remove it: JSON has none after the last");
		is_expecting_value = true;
		return open.back().closing == ']' || read_key();
	}

	bool read_key() {
		if (is_at_end())
			return say_unclosed();
		if (here() != '"')
			return say_no_key();
		if (!read_string() || !skip_space())
			return false;
		if (here() != ':')
			return say_no_colon();
		++at;
		return true;
	}

	bool read_string() {
		const auto start = at++;
		while (!is_at_end() && here() != '"')
			if (!read_character(start))
				return false;
		if (is_at_end())
			return say(start, "this string has no closing quote",
				   "a string ends with \" in the line where it begins");
		end_of_value = ++at;
		return true;
	}

	bool read_character(std::size_t start) {
		const auto code = static_cast<unsigned char>(here());
		if (code == '\\')
			return read_escape();
		if (code == '\n' || code == '\r')
			return say(start, "this string has no closing quote",
				   "a string ends with \" in the line where it begins");
		if (code >= 0x20 && code < 0x80)
			return ++at, true;
		const auto character = first_character(rest());
		if (const auto fault = find_fault(character); fault && (code < 0x20 || !is_utf8(character)))
			return say(at + fault->offset, fault->what, fault->hint);
		at += character.size();
		return true;
	}

	bool read_escape() {
		const char c = at + 1 < text.size() ? text[at + 1] : ' ';
		if (c == 'u')
			return read_unicode_escape();
		if (std::string_view("\"\\/bfnrt").find(c) == std::string_view::npos)
			return say(at, "a lone backslash", "a backslash is written twice: \\\\");
		at += 2;
		return true;
	}

	// The number of \uXXXX here; -1 if it is none.
	int code_of_escape() const {
		const auto digits = text.substr(std::min(at + 2, text.size()), 4);
		int code = -1;
		if (rest().starts_with("\\u") && digits.size() == 4 &&
		    std::all_of(digits.begin(), digits.end(), is_hexadecimal))
			std::from_chars(digits.data(), digits.data() + 4, code, 16);
		return code;
	}

	bool read_unicode_escape() {
		const auto start = at;
		const int code = code_of_escape();
		if (code < 0)
			return say(start, "\\u wants four hexadecimal digits",
				   "\\u0041 is A; a backslash is written twice: \\\\");
		at += 6;
		if (code < 0xd800 || code > 0xdfff)
			return true;
		const int second = code < 0xdc00 ? code_of_escape() : -1;
		if (second < 0xdc00 || second > 0xdfff)
			return say(start, "half a surrogate pair", "write the character itself, in UTF-8");
		at += 6;
		return true;
	}

	std::string_view word() const {
		const auto end =
			std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), [](char c) {
				return is_letter(c) || is_digit(c) || c == '.' || c == '+' || c == '-' || c == '%';
			});
		return text.substr(at, static_cast<std::size_t>(end - text.begin()) - at);
	}

	bool read_number() {
		const auto number = word();
		if (length_of_number(number) != number.size())
			return say(at, quote(number) + " is no number", hint_for_number(number));
		if (is_too_large(number))
			return say(at, quote(number) + " is too large", "");
		end_of_value = at += number.size();
		return true;
	}

	bool read_word() {
		const auto name = word();
		if (name != "true" && name != "false" && name != "null")
			return say(at, quote(name) + " means nothing in JSON", hint_for_word(name));
		end_of_value = at += name.size();
		return true;
	}

	bool say_unclosed() {
		const auto [closing, offset] = open.back();
		return say(offset, "this " + first_character(text.substr(offset)) + " is never closed",
			   std::string("a ") + closing + " is missing, at the latest at the end of the file");
	}

	bool say_no_value() {
		if (is_at_end())
			return open.empty() ? say(at, "there is no value here", "") : say_unclosed();
		if (here() == ',' || here() == '}' || here() == ']')
			return say(at, "a value is missing before this " + first_character(rest()), "");
		return say_foreign();
	}

	bool say_no_key() {
		if (is_letter(here()))
			return say(at, "a key stands in double quotes", "write \"" + std::string(word()) + "\"");
		if (here() == ',')
			return say(at, "a member is missing before this comma", "remove one of the commas");
		if (starts_foreign_quote(rest()) || here() == '#')
			return say_foreign();
		return say(at, "a key in double quotes should stand here",
			   "members of an object are written \"key\": value");
	}

	bool say_no_colon() {
		if (here() == '=')
			return say(at, "a colon stands between a key and its value", "write : instead of =");
		return say(end_of_value, "a colon is missing after this key",
			   "members of an object are written \"key\": value");
	}

	bool say_no_comma() {
		const auto [closing, offset] = open.back();
		const auto character = first_character(rest());
		if (here() == '}' || here() == ']')
			return say(at,
				   "this " + character + " does not match the " + text[offset] + " in " +
					   line_of(offset),
				   std::string("a ") + closing + " is missing before it");
		if (here() == ';')
			return say(at, "a comma stands between values", "write , instead of ;");
		if (here() == '\\')
			return say(at, "a backslash outside of a string",
				   "a backslash in a string is written twice: \\\\");
		if (here() == ':')
			return say(at, "a colon stands only behind a key",
				   "objects stand in braces: { \"key\": value }");
		if (starts_foreign_quote(rest()) || here() == '#')
			return say_foreign();
		return say(end_of_value, "a comma is missing here", "");
	}

	// A character that begins nothing in JSON.
	bool say_foreign() {
		if (starts_foreign_quote(rest()))
			return say(at, "strings stand in straight double quotes",
				   "write \" instead of " + first_character(rest()));
		if (here() == '#')
			return say(at, "a comment begins with //", "write // instead of #");
		return say(at, quote(first_character(rest())) + " has no place here", "text stands in double quotes");
	}
};

} // namespace

std::optional<json_mistake> find_json_mistake(std::string_view text) {
	return proofreader(text).read();
}

} // namespace assetc
