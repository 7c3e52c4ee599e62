// SPDX-License-Identifier: GPL-2.0-or-later
#include "emit_header.h"

#include "decimal.h"
#include "encode.h"
#include "text.h"

#include <algorithm>
#include <cstdio>
#include <vector>

namespace assetc {

namespace {

// sparse complains of a string of more than 8191 bytes; a longer frame is told in pieces.
constexpr std::size_t longest_literal = 8000;

void append_octal(std::string &to, unsigned char byte) {
	to += {'\\', static_cast<char>('0' + (byte >> 6)), static_cast<char>('0' + (byte >> 3 & 7)),
	       static_cast<char>('0' + (byte & 7))};
}

// Invisible characters are told by number, even those that may be part of a glyph.
bool is_visible(std::string_view character) {
	const auto glyphs = split_glyphs(character);
	const auto code_point = glyphs.front().code_points.front();
	return code_point != 0xad && code_point != 0x200c && code_point != 0x200d && code_point < 0xe0000;
}

bool needs_no_escape(char c) {
	return c >= 0x20 && c < 0x7f && c != '"' && c != '\\' && c != '?';
}

std::size_t character_length(std::string_view text) {
	const bool is_long = (static_cast<unsigned char>(text.front()) & 0x80) != 0;
	std::size_t length = 1;
	while (is_long && length < text.size() && (static_cast<unsigned char>(text[length]) & 0xc0) == 0x80)
		++length;
	return length;
}

void append_character(std::string &to, std::string_view character) {
	const char c = character.front();
	if (c == '"' || c == '\\')
		(to += '\\') += c;
	else if (c == '\n')
		to += "\\n";
	else if (c == '?' && to.ends_with('?'))
		to += "\\?";
	else if ((c >= 0x20 && c < 0x7f) || (character.size() > 1 && !find_fault(character) && is_visible(character)))
		to += character;
	else
		for (const char byte : character)
			append_octal(to, static_cast<unsigned char>(byte));
}

// Text for a comment: it must not end it, nor begin another.
std::string in_comment(std::string_view text) {
	std::string safe = c_escaped(text);
	for (const std::string_view mark : {"*/", "/*"})
		for (auto found = safe.find(mark); found != safe.npos; found = safe.find(mark))
			safe.insert(found + 1, " ");
	return safe;
}

std::string milliseconds(std::uint64_t us) {
	char text[32];
	std::snprintf(text, sizeof(text), "%llu.%03llu", static_cast<unsigned long long>(us / 1000),
		      static_cast<unsigned long long>(us % 1000));
	return without_zeros(text) + " ms";
}

// An encoded frame's rows, joined into pieces of at most longest_literal bytes.
std::vector<std::vector<std::string_view>> split_pieces(std::string_view text) {
	std::vector<std::vector<std::string_view>> pieces;
	std::size_t size = longest_literal;
	while (!text.empty()) {
		auto row = first_row(text);
		row = row.substr(0, longest_literal);
		if (size + row.size() > longest_literal) {
			pieces.emplace_back();
			size = 0;
		}
		pieces.back().push_back(row);
		size += row.size();
		text.remove_prefix(row.size());
	}
	return pieces;
}

// The sequences that open a frame stand on a line of their own, so that all rows begin in one column.
std::size_t length_of_opening(std::string_view row) {
	std::size_t length = 0;
	if (!row.starts_with("\033[H"))
		return length;
	while (row.substr(length).starts_with("\033[")) {
		const auto end = row.find_first_not_of("0123456789;", length + 2);
		if (row[end] != 'H' && row[end] != 'J' && row[end] != 'm')
			break;
		length = end + 1;
	}
	return length;
}

void emit_literal(std::string_view text, const byte_sink &out) {
	out("\n\t\"");
	out(c_escaped(text));
	out("\"");
}

void emit_rows(const std::vector<std::string_view> &rows, const byte_sink &out) {
	for (auto row : rows) {
		if (const auto opening = length_of_opening(row); opening > 0) {
			emit_literal(row.substr(0, opening), out);
			row.remove_prefix(opening);
		}
		if (!row.empty())
			emit_literal(row, out);
	}
}

bool is_in_pieces(const std::string &text) {
	return text.size() > longest_literal;
}

void emit_text(const std::string &name, const std::string &text, const byte_sink &out) {
	const auto pieces = split_pieces(text);
	if (!is_in_pieces(text)) {
		out("static const char " + name + "[] =");
		emit_rows(pieces.front(), out);
		return out(";\n");
	}
	out("static const struct {\n");
	for (std::size_t i = 0; i < pieces.size(); ++i) {
		std::size_t size = 0;
		for (const auto row : pieces[i])
			size += row.size();
		out("\tchar piece_" + std::to_string(i) + "[" + std::to_string(size) + "] __nonstring;\n");
	}
	out("} " + name + " = {");
	for (const auto &piece : pieces) {
		emit_rows(piece, out);
		out(",\n");
	}
	out("};\n");
}

// Of each text, the number of the first entry that has it.
std::vector<std::size_t> first_entries(const frame_table &table) {
	std::vector<std::size_t> first(table.texts.size(), table.entries.size());
	for (std::size_t i = 0; i < table.entries.size(); ++i)
		first[table.entries[i].text] = std::min(first[table.entries[i].text], i);
	return first;
}

std::string text_name(std::size_t entry, const frame_table &table) {
	return entry == table.frames() ? "frame_0_again" : "frame_" + std::to_string(entry);
}

std::string comment_of(std::size_t entry, std::size_t same_as, const frame_table &table) {
	const auto last = entry == table.frames();
	std::string comment =
		"\n/* frame " + std::to_string(last ? 0 : entry) + ": " + milliseconds(table.entries[entry].hold_us);
	if (entry == 0)
		comment += "; here play starts, on a screen that it clears";
	if (last)
		comment += "; painted over the last frame, before frame 1 again";
	if (same_as != entry)
		comment += "; the same as frame " + std::to_string(same_as);
	return comment + " */\n";
}

void emit_frames(const frame_table &table, const std::vector<std::size_t> &first, const byte_sink &out) {
	for (std::size_t i = 0; i < table.entries.size(); ++i) {
		const auto &entry = table.entries[i];
		out(comment_of(i, first[entry.text], table));
		if (first[entry.text] == i)
			emit_text(text_name(i, table), table.texts[entry.text], out);
	}
}

void emit_entries(const frame_table &table, const std::vector<std::size_t> &first, const byte_sink &out) {
	out("\nstatic const struct frame entries[] = {\n");
	for (const auto &entry : table.entries) {
		const auto name = text_name(first[entry.text], table);
		const bool whole = !is_in_pieces(table.texts[entry.text]);
		out(whole ? "\t{ " + name + ", sizeof(" + name + ") - 1, "
			  : "\t{ (const char *)&" + name + ", sizeof(" + name + "), ");
		out(std::to_string(entry.hold_us) + " },\n");
	}
	out("};\n");
}

std::string credits(const frame_table &table) {
	std::string text = "/*\n * " + in_comment(table.title.empty() ? table.name : table.title);
	if (!table.author.empty())
		text += ", by " + in_comment(table.author);
	if (!table.license.empty())
		text += "\n * Licence of the art: " + in_comment(table.license);
	text += "\n *\n * Made by assetc from " + in_comment(table.source_name) +
		"; do not edit, run assetc again.\n */\n";
	return text;
}

void emit_definitions(const frame_table &table, const byte_sink &out) {
	out("#include \"frame_table.h\"\n\n");
	out("#define ANIMATION_NAME \"" + table.name + "\"\n");
	out("#define ANIMATION_TITLE \"" + c_escaped(table.title.empty() ? table.name : table.title) + "\"\n");
	out("#define ANIMATION_AUTHOR \"" + c_escaped(table.author) + "\"\n");
	out("#define ANIMATION_LICENSE \"" + c_escaped(table.license) + "\"\n");
}

} // namespace

std::string c_escaped(std::string_view text) {
	std::string escaped;
	escaped.reserve(text.size() + text.size() / 8);
	while (!text.empty()) {
		const auto plain =
			std::find_if_not(text.begin(), text.end(), [](char c) { return needs_no_escape(c); });
		escaped.append(text.begin(), plain);
		text.remove_prefix(static_cast<std::size_t>(plain - text.begin()));
		if (text.empty())
			break;
		const auto length = character_length(text);
		append_character(escaped, text.substr(0, length));
		text.remove_prefix(length);
	}
	return escaped;
}

void emit_header(const frame_table &table, const byte_sink &out) {
	out(credits(table));
	out("#ifndef ANIMATION_NAME\n");
	emit_definitions(table, out);
	const auto first = first_entries(table);
	emit_frames(table, first, out);
	emit_entries(table, first, out);
	out("\nstatic const struct frame_table animation = {\n\t.entries = entries,\n");
	out("\t.frames = " + std::to_string(table.frames()) + ",\n");
	out("\t.loops = " + std::to_string(table.loops) + ",\n");
	out("\t.columns = " + std::to_string(table.columns) + ",\n");
	out("\t.rows = " + std::to_string(table.rows) + ",\n");
	out("};\n\n#endif /* ANIMATION_NAME */\n");
}

} // namespace assetc
