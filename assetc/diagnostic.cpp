// SPDX-License-Identifier: GPL-2.0-or-later
#include "diagnostic.h"

#include "text.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace assetc {

namespace {

constexpr std::size_t longest_quote = 40;
constexpr std::size_t longest_line = 100;  // of a source line: as much as is shown around the caret
constexpr std::size_t longest_text = 1000; // of anything else that is said: more nobody reads

void append_harmless(std::string &to, std::string_view text) {
	while (const auto fault = find_fault(text)) {
		const auto byte = static_cast<unsigned char>(text[fault->offset]);
		to += text.substr(0, fault->offset);
		to += {'\\', 'x', "0123456789abcdef"[byte / 16], "0123456789abcdef"[byte % 16]};
		text.remove_prefix(fault->offset + 1);
	}
	to += text;
}

// Cuts after at most so many bytes, but not within a character.
std::string_view shortened(std::string_view text, std::size_t most) {
	if (text.size() <= most)
		return text;
	while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xc0) == 0x80)
		--most;
	return text.substr(0, most);
}

std::string brief(std::string_view text) {
	const auto shown = shortened(text, longest_text);
	return harmless(shown) + (shown.size() < text.size() ? "..." : "");
}

// Where in the line its column-th character begins.
std::size_t byte_of_column(std::string_view line, int column) {
	std::size_t byte = 0;
	for (; column > 1 && byte < line.size(); --column)
		do
			++byte;
		while (byte < line.size() && (static_cast<unsigned char>(line[byte]) & 0xc0) == 0x80);
	return byte;
}

// The line and a caret below it. Of a long line (a whole film can be one) the part around the caret is shown.
std::string excerpt(const place &where) {
	std::string_view line = where.source_line;
	const int column = where.column - where.first_column + 1;
	auto caret = byte_of_column(line, column);
	if (caret > longest_line * 2 / 3) {
		const auto skipped = byte_of_column(line, column - static_cast<int>(longest_line / 2));
		line.remove_prefix(skipped);
		caret -= skipped;
	}
	line = shortened(line, std::max(longest_line, caret + longest_line / 4));
	std::string flat(line);
	std::replace(flat.begin(), flat.end(), '\t', ' ');
	std::string number = std::to_string(where.line);
	number.insert(0, number.size() < 5 ? 5 - number.size() : 0, ' ');
	const auto before = harmless(std::string_view(flat).substr(0, caret));
	std::string text = number + " | " + harmless(flat) + "\n";
	text += std::string(number.size(), ' ') + " | " + std::string(static_cast<std::size_t>(width(before)), ' ') +
		"^";
	return text + (where.pointer.empty() ? "" : " at " + brief(where.pointer)) + "\n";
}

std::string heading(const place &where) {
	if (where.file.empty())
		return "assetc: ";
	if (where.line == 0)
		return harmless(where.file) + ": ";
	return harmless(where.file) + ":" + std::to_string(where.line) + ":" + std::to_string(where.column) + ": ";
}

// Edits that turn one word into the other: insert, delete, replace, or swap two neighbours.
std::size_t distance(std::string_view a, std::string_view b) {
	std::vector<std::size_t> before_last, last(b.size() + 1), now(b.size() + 1);
	std::iota(last.begin(), last.end(), std::size_t{0});
	for (std::size_t i = 1; i <= a.size(); ++i) {
		now[0] = i;
		for (std::size_t j = 1; j <= b.size(); ++j) {
			now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1])});
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				now[j] = std::min(now[j], before_last[j - 2] + 1);
		}
		before_last = std::exchange(last, now);
	}
	return last[b.size()];
}

} // namespace

diagnostic about(std::string file, std::string what, std::string hint) {
	diagnostic said;
	said.where.file = std::move(file);
	said.what = std::move(what);
	said.hint = std::move(hint);
	return said;
}

std::string to_text(const diagnostic &said, std::string_view severity, bool colored) {
	const std::string_view bold = colored ? "\033[1m" : "";
	const std::string_view red = colored ? (severity == "error" ? "\033[1;31m" : "\033[1;35m") : "";
	const std::string_view plain = colored ? "\033[m" : "";
	std::string text;
	((text += bold) += heading(said.where)) += plain;
	(((text += red) += severity) += ":") += plain;
	((text += " ") += brief(said.what)) += "\n";
	if (said.where.line > 0)
		text += excerpt(said.where);
	for (const auto &note : said.notes)
		text += "note: " + brief(note) + "\n";
	if (!said.hint.empty())
		text += "hint: " + brief(said.hint) + "\n";
	return text;
}

std::string harmless(std::string_view text) {
	std::string shown;
	append_harmless(shown, text);
	return shown;
}

std::string quote(std::string_view text) {
	const auto shown = shortened(text, longest_quote);
	return "\"" + harmless(shown) + (shown.size() < text.size() ? "...\"" : "\"");
}

std::string_view nearest(std::string_view word, const std::vector<std::string_view> &candidates) {
	std::string_view best;
	auto allowed = std::max<std::size_t>(1, std::min<std::size_t>(word.size(), 9) / 3);
	for (const auto candidate : candidates) {
		const auto edits = distance(shortened(word, longest_quote), candidate);
		if (edits <= allowed) {
			best = candidate;
			allowed = edits == 0 ? 0 : edits - 1;
		}
		if (edits == 0)
			break;
	}
	return best;
}

} // namespace assetc
