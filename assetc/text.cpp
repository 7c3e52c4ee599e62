// SPDX-License-Identifier: GPL-2.0-or-later
#include "text.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <utf8proc.h>
#include <utility>

namespace assetc {

namespace {

constexpr int tab_stop = 8;
constexpr int far_out = 100'000; // columns, which no frame has
constexpr utf8proc_int32_t emoji_selector = 0xfe0f;
constexpr char32_t no_break_space = 0xa0;

const utf8proc_uint8_t *bytes_of(std::string_view text) {
	return reinterpret_cast<const utf8proc_uint8_t *>(text.data());
}

bool is_plain_byte(char byte) {
	return byte >= 0x20 && byte < 0x7f;
}

// The code point at the start of the text and its length in bytes; a negative code point if it is no UTF-8.
struct decoded {
	utf8proc_int32_t code_point = -1;
	std::size_t length = 1;
};

decoded decode(std::string_view text) {
	if (is_plain_byte(text.front()))
		return {text.front(), 1};
	decoded result;
	const auto length =
		utf8proc_iterate(bytes_of(text), static_cast<utf8proc_ssize_t>(text.size()), &result.code_point);
	if (length < 0)
		return {};
	result.length = static_cast<std::size_t>(length);
	return result;
}

// Joiners are part of glyphs; the rest of the format characters hide or reorder what is read.
bool is_part_of_glyph(utf8proc_int32_t code_point) {
	return code_point == 0x200c || code_point == 0x200d || code_point == 0xad;
}

// Letters that nobody sees: behind a black flag they spell whose it is, anywhere else they would be a hidden text.
bool is_tag(utf8proc_int32_t code_point) {
	return code_point >= 0xe0020 && code_point <= 0xe007f;
}

// Those to come will not be seen, either.
bool is_beside_tags(utf8proc_int32_t code_point) {
	return code_point >= 0xe0000 && code_point <= 0xe0fff;
}

// What Unicode keeps for programs among themselves. No XML may hold U+FFFE and U+FFFF.
bool is_noncharacter(utf8proc_int32_t code_point) {
	return (code_point & 0xfffe) == 0xfffe || (code_point >= 0xfdd0 && code_point <= 0xfdef);
}

// Of one glyph, one of several looks: as an emoji or as text, or, of an ideograph, one that somebody's name is written
// with.
bool is_style_selector(utf8proc_int32_t code_point) {
	return code_point == 0xfe0e || code_point == emoji_selector;
}

bool is_selector(utf8proc_int32_t code_point) {
	return (code_point >= 0xfe00 && code_point <= 0xfe0f) || (code_point >= 0xe0100 && code_point <= 0xe01ef);
}

// What shows nothing, beside the format characters: those to come (of Default_Ignorable_Code_Point, Unicode's
// DerivedCoreProperties.txt), and letters that fill a place.
bool is_hidden_otherwise(utf8proc_int32_t code_point) {
	switch (code_point) {
	case 0x034f:
	case 0x115f:
	case 0x1160:
	case 0x17b4:
	case 0x17b5:
	case 0x180f:
	case 0x2065:
	case 0x3164:
	case 0xffa0:
		return true;
	default:
		return (code_point >= 0x180b && code_point <= 0x180d) || (code_point >= 0xfff0 && code_point <= 0xfff8);
	}
}

bool is_fine_alone(utf8proc_int32_t code_point) {
	if (is_hidden_otherwise(code_point))
		return false;
	switch (utf8proc_category(code_point)) {
	case UTF8PROC_CATEGORY_CC:
	case UTF8PROC_CATEGORY_CS:
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP:
		return false;
	case UTF8PROC_CATEGORY_CF:
		return is_part_of_glyph(code_point);
	case UTF8PROC_CATEGORY_CN:
		return !is_noncharacter(code_point) && !is_beside_tags(code_point);
	default:
		return true;
	}
}

// What may be sent of a text, one code point after the other.
class sending_rule {
public:
	bool allows(utf8proc_int32_t code_point) {
		constexpr utf8proc_int32_t black_flag = 0x1f3f4;
		if (is_tag(code_point))
			return in_flag;
		in_flag = code_point == black_flag;
		const auto before = std::exchange(previous, code_point);
		return is_selector(code_point) ? may_select(code_point, before) : is_fine_alone(code_point);
	}

private:
	bool in_flag = false;
	utf8proc_int32_t previous = 0;

	// One behind each letter would spell a hidden text.
	static bool may_select(utf8proc_int32_t selector, utf8proc_int32_t before) {
		if (is_style_selector(selector))
			return before != 0 && !is_selector(before);
		return utf8proc_charwidth(before) == 2;
	}
};

std::string hexadecimal(unsigned value, std::size_t least_digits) {
	std::string text;
	for (; value > 0 || text.size() < least_digits; value /= 16)
		text.insert(text.begin(), "0123456789abcdef"[value % 16]);
	return text;
}

text_fault describe(std::size_t offset, std::string_view rest, utf8proc_int32_t code_point) {
	if (code_point < 0)
		return {offset, "byte 0x" + hexadecimal(static_cast<unsigned char>(rest.front()), 2) + " is no UTF-8",
			"save the file as UTF-8"};
	if (code_point == '\t')
		return {offset, "a tab has no fixed width here", "use spaces"};
	if (code_point == '\n' || code_point == '\r')
		return {offset, "a line break within a line",
			"each row of art is a string of its own: [\"row 1\", \"row 2\"]"};
	if (code_point == 0x1b)
		return {offset, "an escape sequence may not be part of the text",
			"art is coloured by \"palette\" and \"paint\", which name colours"};
	const auto code = "U+" + hexadecimal(static_cast<unsigned>(code_point), 4);
	if (utf8proc_category(code_point) == UTF8PROC_CATEGORY_CC)
		return {offset, "control character " + code + " may not be part of the text",
			"a terminal would act on it instead of showing it"};
	if (is_noncharacter(code_point))
		return {offset, "noncharacter " + code + " may not be part of the text",
			"it stands for nothing that could be shown"};
	return {offset, "invisible character " + code + " may not be part of the text",
		"it hides or reorders what stands beside it"};
}

int glyph_columns(std::u32string_view code_points) {
	const bool as_emoji = code_points.find(emoji_selector) != std::u32string_view::npos;
	const int columns = utf8proc_charwidth(static_cast<utf8proc_int32_t>(code_points.front()));
	return std::clamp(as_emoji ? 2 : columns, 1, 2);
}

} // namespace

bool is_plain(std::string_view text) {
	// Eight bytes at a time, since whole films pass here: a byte's high bit gets set where it is below 0x20, is
	// 0x7f, or was above.
	constexpr std::uint64_t each = 0x0101010101010101;
	while (text.size() >= sizeof(std::uint64_t)) {
		std::uint64_t bytes;
		std::memcpy(&bytes, text.data(), sizeof(bytes));
		if (((bytes - 0x20 * each) | (bytes + each) | bytes) & 0x80 * each)
			return false;
		text.remove_prefix(sizeof(bytes));
	}
	return std::all_of(text.begin(), text.end(), is_plain_byte);
}

bool is_utf8(std::string_view text) {
	while (!text.empty()) {
		const auto [code_point, length] = decode(text);
		if (code_point < 0)
			return false;
		text.remove_prefix(length);
	}
	return true;
}

std::optional<text_fault> find_fault(std::string_view text) {
	if (is_plain(text))
		return std::nullopt;
	sending_rule rule;
	for (std::size_t offset = 0; offset < text.size();) {
		const auto [code_point, length] = decode(text.substr(offset));
		if (code_point < 0 || !rule.allows(code_point))
			return describe(offset, text.substr(offset), code_point);
		offset += length;
	}
	return std::nullopt;
}

namespace {

// Calls take(code_point, starts_glyph) for each.
template <typename Take> void take_code_points(std::string_view text, Take take) {
	utf8proc_int32_t previous = 0;
	utf8proc_int32_t state = 0;
	for (std::size_t offset = 0; offset < text.size();) {
		const auto [code_point, length] = decode(text.substr(offset));
		take(static_cast<char32_t>(code_point),
		     offset == 0 || utf8proc_grapheme_break_stateful(previous, code_point, &state));
		previous = code_point;
		offset += length;
	}
}

} // namespace

std::vector<glyph_text> split_glyphs(std::string_view text) {
	std::vector<glyph_text> glyphs;
	glyphs.reserve(text.size());
	take_code_points(text, [&](char32_t code_point, bool starts_glyph) {
		if (starts_glyph)
			glyphs.emplace_back();
		glyphs.back().code_points += code_point;
	});
	for (auto &glyph : glyphs)
		glyph.columns = glyph_columns(glyph.code_points);
	return glyphs;
}

void take_glyphs(std::string_view text, const std::function<void(glyph_text)> &take) {
	glyph_text glyph;
	const auto end_glyph = [&] {
		if (glyph.code_points.empty())
			return;
		glyph.columns = glyph_columns(glyph.code_points);
		take(std::exchange(glyph, {}));
	};
	take_code_points(text, [&](char32_t code_point, bool starts_glyph) {
		if (starts_glyph)
			end_glyph();
		glyph.code_points += code_point;
	});
	end_glyph();
}

int width(std::string_view text) {
	if (is_plain(text))
		return static_cast<int>(text.size());
	int columns = 0, last = 0; // the last glyph may still become an emoji
	take_code_points(text, [&](char32_t code_point, bool starts_glyph) {
		if (starts_glyph) {
			columns += last;
			last = glyph_columns({&code_point, 1});
		} else if (code_point == emoji_selector) {
			last = 2;
		}
	});
	return columns + last; // glyphs themselves would take 40 times the text
}

namespace {

int width_if_fine(std::string_view text) {
	return find_fault(text) ? static_cast<int>(text.size()) : width(text);
}

std::string expand_tabs(std::string_view line) {
	std::string expanded;
	std::size_t from = 0, measured = 0; // bytes: of the line, and of what became of it
	int column = 0;                     // of what is measured
	for (auto tab = line.find('\t'); tab != line.npos; tab = line.find('\t', from)) {
		expanded += line.substr(from, tab - from);
		column += width_if_fine(std::string_view(expanded).substr(measured));
		const int spaces = column < far_out ? tab_stop - column % tab_stop : 1;
		expanded.append(static_cast<std::size_t>(spaces), ' ');
		column += spaces - 1; // a mark behind the tab joins the last space
		measured = expanded.size() - 1;
		from = tab + 1;
	}
	return expanded += line.substr(from);
}

} // namespace

std::string_view without_byte_order_mark(std::string_view bytes) {
	constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
	if (bytes.starts_with(byte_order_mark))
		bytes.remove_prefix(byte_order_mark.size());
	return bytes;
}

std::string take_line(std::string_view &bytes) {
	const auto end = bytes.find('\n');
	auto line = bytes.substr(0, end);
	if (line.ends_with('\r'))
		line.remove_suffix(1);
	bytes.remove_prefix(end == bytes.npos ? bytes.size() : end + 1);
	return expand_tabs(line);
}

std::vector<std::string> split_lines(std::string_view bytes) {
	std::vector<std::string> lines;
	for (bytes = without_byte_order_mark(bytes); !bytes.empty();)
		lines.push_back(take_line(bytes));
	return lines;
}

namespace {

// A wide glyph that loses a half is gone.
void drop_halves(grid &on, int column, int row, int columns) {
	if (on.at(column, row).glyph == wide_tail)
		on.at(column - 1, row).glyph = U' ';
	const int behind = column + columns;
	if (behind < on.columns && on.at(behind, row).glyph == wide_tail)
		on.at(behind, row).glyph = U' ';
}

} // namespace

bool is_mark(char32_t code_point) {
	return utf8proc_charwidth(static_cast<utf8proc_int32_t>(code_point)) == 0;
}

std::u32string characters_in_cell(const glyph_text &glyph) {
	return is_mark(glyph.code_points.front()) ? no_break_space + glyph.code_points : glyph.code_points;
}

void put_glyph(grid &on, int column, int row, const glyph_text &glyph) {
	drop_halves(on, column, row, glyph.columns);
	auto &here = on.at(column, row);
	here.glyph = glyph.code_points.front();
	if (glyph.code_points.size() > 1 || is_mark(here.glyph)) {
		here.glyph = cluster_base + static_cast<char32_t>(on.clusters.size());
		on.clusters.push_back(characters_in_cell(glyph));
	}
	if (glyph.columns == 2)
		on.at(column + 1, row).glyph = wide_tail;
}

void append_utf8(std::string &to, char32_t code_point) {
	utf8proc_uint8_t encoded[4];
	const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), encoded);
	to.append(reinterpret_cast<const char *>(encoded), static_cast<std::size_t>(length));
}

namespace {

void append_harmless(std::string &to, char32_t code_point, sending_rule &rule) {
	constexpr char32_t replacement_character = 0xfffd;
	append_utf8(to, rule.allows(static_cast<utf8proc_int32_t>(code_point)) ? code_point : replacement_character);
}

} // namespace

void append_glyph(std::string &to, const grid &of, const cell &shown) {
	if (shown.glyph == wide_tail)
		return;
	sending_rule rule;
	if (shown.glyph >= 0x20 && shown.glyph < 0x7f)
		to += static_cast<char>(shown.glyph);
	else if (shown.glyph < cluster_base)
		append_harmless(to, shown.glyph, rule);
	else
		for (const char32_t code_point : of.clusters[shown.glyph - cluster_base])
			append_harmless(to, code_point, rule);
}

} // namespace assetc
