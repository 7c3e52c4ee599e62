// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "input.h"

#include "json_lines.h"

#include <utility>

namespace assetc {

namespace {

constexpr std::string_view space = " \t\r\n\xef\xbb\xbf"; // and the byte order mark

// The first line that is not empty, from its first character on.
std::string_view first_line_of(std::string_view text) {
	text.remove_prefix(std::min(text.find_first_not_of(space), text.size()));
	return text.substr(0, text.find('\n'));
}

// Whether the first line is a value, and another one, or a comment of those that only lines have, follows it. A
// document of one line is none of these; of other documents the first line is a part.
bool are_json_lines(std::string_view text) {
	const auto line = first_line_of(text);
	const auto end = static_cast<std::size_t>(line.data() - text.data()) + line.size();
	const auto next = text.find_first_not_of(space, end);
	const bool is_followed =
		next != text.npos && std::string_view("{[#").find(text[next]) != std::string_view::npos;
	return line.starts_with('{') && is_followed && json::accept(line);
}

// "{o,o}" is an owl, no JSON with a mistake in it: no key follows the bracket, and the file is named a text.
bool is_drawn(std::string_view file, std::string_view text) {
	const auto next = text.find_first_not_of(space, text.find('{') + 1);
	return file.ends_with(".txt") && next != text.npos &&
	       std::string_view("\"}/").find(text[next]) == std::string_view::npos;
}

json_text parse_first_line(const std::string &file, const std::string &text) {
	json_lines lines(file, text);
	return std::move(*lines.next());
}

} // namespace

input::input(std::string file, std::string bytes, bool is_standard_input)
    : named(std::move(file)), raw(std::move(bytes)), is_piped(is_standard_input) {}

bool input::means_json() const {
	const auto text = bytes();
	return named.ends_with(".json") || (first_line_of(text).starts_with('{') && !is_drawn(named, text));
}

void input::parse() {
	if (std::exchange(was_asked, true) || !means_json())
		return;
	if (are_json_lines(raw))
		line = std::make_unique<json_text>(parse_first_line(named, raw));
	else
		document = std::make_unique<json_text>(parse_json(named, std::move(raw)));
}

const json *input::root() {
	parse();
	return document ? &document->root : nullptr;
}

const json *input::first_value() {
	parse();
	return line ? &line->root : root();
}

json_text input::take_document() {
	if (document)
		return std::move(*std::exchange(document, nullptr));
	return parse_json(named, std::move(raw));
}

std::string input::take_bytes() {
	return document ? std::move(std::exchange(document, nullptr)->text) : std::move(raw);
}

std::string why_no_object(input &from) {
	if (from.root())
		return "its JSON is no object";
	return from.means_json() ? "it is more than one JSON document" : "it is no JSON";
}

const json *find_member(const json *object, const char *key) {
	if (!object || !object->is_object())
		return nullptr;
	const auto found = object->find(key);
	return found == object->end() || found->is_null() ? nullptr : &*found;
}

} // namespace assetc
