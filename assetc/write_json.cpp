// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "write_json.h"

#include "text.h"

#include <cstdio>
#include <map>
#include <nlohmann/json.hpp>
#include <tuple>

namespace assetc {

namespace {

std::string json_string(std::string_view text) {
	return nlohmann::json(text).dump();
}

std::string color_text(color of) {
	if (of.is == color::kind::standard)
		return "default";
	if (of.is == color::kind::indexed && of.number() < 16)
		return (of.number() < 8 ? "" : "bright ") + std::string(color_names[of.number() % 8]);
	if (of.is == color::kind::indexed)
		return std::to_string(of.number());
	char text[8];
	std::snprintf(text, sizeof(text), "#%02x%02x%02x", of.red, of.green, of.blue);
	return text;
}

std::string paint_text(const paint &of) {
	if (of.paper == color{})
		return color_text(of.ink);
	return (of.ink == color{} ? "" : color_text(of.ink) + " ") + "on " + color_text(of.paper);
}

std::string utf8(char32_t code_point) {
	std::string text;
	append_utf8(text, code_point);
	return text;
}

// Whether the character can stand for one column in a row of paint, and never joins its neighbours to one glyph, its
// like among them.
bool is_letter(char32_t code_point) {
	if (code_point == U'"' || code_point == U'\\' || code_point == U' ' || code_point == 0xa0)
		return false;
	const auto alone = utf8(code_point);
	return !find_fault(alone) && split_glyphs("x" + alone + alone + "x").size() == 4 && width(alone) == 1;
}

// Letters for the paints of cells, in the order in which they come up: first the alphabet, then what else there is.
class lettering {
public:
	explicit lettering(const reel &of) {
		for (std::size_t i = 0; i < of.frames(); ++i)
			for (const auto &shown : of.at(i).cells)
				name(shown, of);
	}

	char32_t letter_of(const cell &shown) const {
		const auto found = letters.find(key(shown));
		return found == letters.end() ? U' ' : found->second;
	}

	std::vector<std::pair<char32_t, paint>> palette;

private:
	using colors = std::tuple<color::kind, std::uint8_t, std::uint8_t, std::uint8_t>;
	static colors key(color of) { return {of.is, of.red, of.green, of.blue}; }
	// The ink of a space is not seen.
	static std::pair<colors, colors> key(const cell &of) {
		return {key(of.glyph == U' ' ? color{} : of.ink), key(of.paper)};
	}

	void name(const cell &shown, const reel &of) {
		const paint wanted{shown.glyph == U' ' ? color{} : shown.ink, shown.paper};
		if ((wanted.ink == color{} && wanted.paper == color{}) || letters.contains(key(shown)))
			return;
		const auto letter = next_letter(of);
		letters.emplace(key(shown), letter);
		palette.emplace_back(letter, wanted);
	}

	char32_t next_letter(const reel &of) {
		constexpr std::u32string_view alphabet =
			U"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
		if (palette.size() < alphabet.size())
			return alphabet[palette.size()];
		for (++last; last < cluster_base; ++last)
			if (is_letter(last) && alphabet.find(last) == alphabet.npos)
				return last;
		throw error(about(of.file, "has more colours than there are letters to name them",
				  "--color 256 makes them fewer"));
	}

	std::map<std::pair<colors, colors>, char32_t> letters;
	char32_t last = U' ';
};

std::string milliseconds(std::uint32_t us) {
	return us % 1000 == 0 ? std::to_string(us / 1000) : nlohmann::json(us / 1000.0).dump();
}

std::string member_text(std::string_view name, const std::string &value) {
	return "  " + json_string(name) + ": " + value + ",\n";
}

std::string color_depth_text(color_depth of) {
	constexpr std::array names = {"none", "16", "256", "rgb"};
	return json_string(names[static_cast<std::size_t>(of)]);
}

void write_settings(const reel &from, const byte_sink &out) {
	out(member_text("name", json_string(from.name)));
	if (!from.title.empty())
		out(member_text("title", json_string(from.title)));
	if (!from.author.empty())
		out(member_text("author", json_string(from.author)));
	if (!from.license.empty())
		out(member_text("license", json_string(from.license)));
	out(member_text("hold_ms", milliseconds(from.holds_us.front())));
	out(member_text("loops", std::to_string(from.loops)));
	out(member_text("color", color_depth_text(from.colors)));
	if (from.send.how == update::changes) {
		out(member_text("update", json_string("changes")));
		out(member_text("keyframe_every", std::to_string(from.send.keyframe_every)));
	}
	if (from.send.on == terminal::xterm)
		out(member_text("terminal", json_string("xterm")));
}

void write_palette(const lettering &of, const byte_sink &out) {
	if (of.palette.empty())
		return;
	out("  \"palette\": {");
	for (std::size_t i = 0; i < of.palette.size(); ++i) {
		const auto &[letter, painted] = of.palette[i];
		out((i == 0 ? "\n    " : ",\n    ") + json_string(utf8(letter)) + ": " +
		    json_string(paint_text(painted)));
	}
	out("\n  },\n");
}

std::string rows_text(std::string_view name, const std::vector<std::string> &rows) {
	std::string text = json_string(name) + ": [";
	for (std::size_t i = 0; i < rows.size(); ++i)
		text += (i == 0 ? "\n      " : ",\n      ") + json_string(rows[i]);
	return text + "\n    ]";
}

// Blanks at the end of a row need not be told, but one row, the first one of all, tells the width of the art.
std::string art_text(const grid &shown, bool is_first) {
	std::vector<std::string> rows(static_cast<std::size_t>(shown.rows));
	for (int row = 0; row < shown.rows; ++row) {
		const auto cells = row_of(shown, row);
		for (const auto &one : cells.first(is_first && row == 0 ? cells.size() : columns_used(cells)))
			append_glyph(rows[static_cast<std::size_t>(row)], shown, one);
	}
	return rows_text("art", rows);
}

// Empty where all has the standard colours.
std::string paint_text(const grid &shown, const lettering &by) {
	std::vector<std::string> rows(static_cast<std::size_t>(shown.rows));
	for (int row = 0; row < shown.rows; ++row) {
		auto &letters = rows[static_cast<std::size_t>(row)];
		for (int column = 0; column < shown.columns; ++column)
			append_utf8(letters, by.letter_of(shown.at(column, row)));
		letters.erase(letters.find_last_not_of(' ') + 1);
	}
	while (!rows.empty() && rows.back().empty())
		rows.pop_back();
	return rows.empty() ? "" : rows_text("paint", rows);
}

} // namespace

void write_json(const reel &from, const byte_sink &out) {
	const lettering letters(from);
	out("{\n");
	write_settings(from, out);
	write_palette(letters, out);
	out("  \"frames\": [\n");
	for (std::size_t i = 0; i < from.frames(); ++i) {
		const auto cells = from.at(i);
		const auto paint = paint_text(cells, letters);
		out("  {");
		if (from.holds_us[i] != from.holds_us.front())
			out(" \"hold_ms\": " + milliseconds(from.holds_us[i]) + ",");
		out("\n    " + art_text(cells, i == 0) + (paint.empty() ? "" : ",\n    " + paint));
		out(i + 1 < from.frames() ? " },\n" : " }\n");
	}
	out("  ]\n}\n");
}

} // namespace assetc
