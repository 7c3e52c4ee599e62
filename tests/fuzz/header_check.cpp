// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "emit_header.h"
#include "promise.h"
#include "table_check.h"
#include "text.h"

namespace assetc::fuzz {

namespace {

// C as a compiler sees it: without comments, with literals by themselves.
struct c_source {
	std::string code;     // with "" for each literal
	std::string literals; // what they mean, one behind the other
};

void take_comment(std::string_view &rest) {
	const auto end = rest.find("*/", 2);
	require(end != rest.npos, "a comment ends");
	require(rest.substr(2, end - 2).find("/*") == rest.npos, "a comment holds no other");
	rest.remove_prefix(end + 2);
}

char take_octal(std::string_view &rest) {
	unsigned value = 0;
	for (const char digit : rest.substr(0, 3)) {
		require(digit >= '0' && digit <= '7', "an escape has three octal digits");
		value = value * 8 + static_cast<unsigned>(digit - '0');
	}
	rest.remove_prefix(3);
	require(value < 256, "an escape is a byte");
	return static_cast<char>(value);
}

char take_escape(std::string_view &rest) {
	require(rest.size() > 3, "an escape is whole");
	const char kind = rest.front();
	if (kind >= '0' && kind <= '7')
		return take_octal(rest);
	require(kind == 'n' || kind == '"' || kind == '\\' || kind == '?', "an escape is one of those that are used");
	rest.remove_prefix(1);
	return kind == 'n' ? '\n' : kind;
}

void take_literal(std::string_view &rest, std::string &to) {
	rest.remove_prefix(1);
	while (!rest.empty() && rest.front() != '"') {
		const char c = rest.front();
		require(c != '\n', "a literal ends in its line");
		rest.remove_prefix(1);
		to += c == '\\' ? take_escape(rest) : c;
	}
	require(!rest.empty(), "a literal ends");
	rest.remove_prefix(1);
}

c_source understand(std::string_view rest) {
	c_source seen;
	while (!rest.empty()) {
		if (rest.starts_with("/*")) {
			take_comment(rest);
		} else if (rest.front() == '"') {
			seen.code += "\"\"";
			take_literal(rest, seen.literals);
		} else {
			require(rest.front() != '\\' && rest.front() != '\'', "code needs no other quotes");
			seen.code += rest.front();
			rest.remove_prefix(1);
		}
	}
	return seen;
}

void check_characters(std::string_view header) {
	require(header.find("?\?") == header.npos, "there is no trigraph");
	for (const auto &line : split_lines(header)) {
		const auto fault = find_fault(line);
		require_nothing(fault ? fault->what : "", "the header holds");
	}
}

std::string header_of(const frame_table &table) {
	std::string header;
	emit_header(table, [&](std::string_view bytes) { header += bytes; });
	return header;
}

frame_table without_credits(frame_table of) {
	of.title = of.author = of.license = of.source_name = "-";
	return of;
}

std::string texts_of(const frame_table &table) {
	std::string all = "frame_table.h" + table.name + (table.title.empty() ? table.name : table.title) +
			  table.author + table.license;
	for (const auto &text : table.texts)
		all += text;
	return all;
}

} // namespace

void check_header(const frame_table &table) {
	const auto header = header_of(table);
	check_characters(header);
	const auto seen = understand(header), plain = understand(header_of(without_credits(table)));
	require(seen.code == plain.code, "credits change no code");
	require(seen.literals == texts_of(table), "the literals are the texts");
}

} // namespace assetc::fuzz
