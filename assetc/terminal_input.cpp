// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "terminal_input.h"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <utf8proc.h>
#include <vector>

namespace assetc {

namespace {

constexpr char bell = '\a', cancel = '\x18', substitute = '\x1a', escape = '\033', del = '\x7f';
constexpr std::size_t longest_sequence = 256;
constexpr int most_parameters = 16;
constexpr int largest_parameter = 999999;

bool is_control(char byte) {
	return static_cast<unsigned char>(byte) < ' ';
}

bool is_ascii(char byte) {
	return static_cast<unsigned char>(byte) < 0x80;
}

bool is_digit(char byte) {
	return byte >= '0' && byte <= '9';
}

bool is_separator(char byte) {
	return byte == ';' || byte == ':';
}

constexpr std::size_t mark_size = 3; // in bytes, as that of the letters it can be composed with

bool is_wide_mark(std::string_view character) {
	return (character >= "\u302a" && character <= "\u302f") || character == "\u3099" || character == "\u309a";
}

// A letter and its mark as one code point, if Unicode has it so; else the letter.
std::string composed(std::string_view letter, std::string_view mark) {
	const std::string both = std::string(letter) += mark;
	const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> made(
		utf8proc_NFC(reinterpret_cast<const utf8proc_uint8_t *>(both.c_str())), &std::free);
	const std::string_view one = made ? reinterpret_cast<const char *>(made.get()) : "";
	return std::string(one.size() == mark_size ? one : letter);
}

std::string without_wide_marks(std::string_view bytes) {
	std::string made;
	for (std::size_t mark; (mark = bytes.find('\xe3')) != bytes.npos;) {
		made += bytes.substr(0, mark);
		bytes.remove_prefix(mark);
		const auto character = bytes.substr(0, mark_size);
		bytes.remove_prefix(character.size());
		if (!is_wide_mark(character)) {
			made += character;
		} else if (made.size() >= mark_size) {
			const auto letter = made.size() - mark_size;
			made.replace(letter, mark_size, composed(made.substr(letter), character));
		}
	}
	return made += bytes;
}

// From U+1F000 on, the stand-in is what is 0x20000 further.
std::string with_stand_ins(std::string made) {
	for (auto at = made.find("\xf0\x9f"); at != made.npos && at + 3 < made.size();
	     at = made.find("\xf0\x9f", at + 1)) {
		const auto code_point = 0x1f000 | (made[at + 2] & 0x3f) << 6 | (made[at + 3] & 0x3f);
		if (utf8proc_charwidth(code_point) == 2)
			made[at + 1] = '\xbf';
	}
	return made;
}

std::string without_c1(std::string made) {
	for (auto at = made.find('\xc2'); at != made.npos; at = made.find('\xc2', at + 1))
		if (at + 1 < made.size() && static_cast<unsigned char>(made[at + 1]) < 0xa0) {
			made[at] = escape;
			made[at + 1] = static_cast<char>(static_cast<unsigned char>(made[at + 1]) - 0x40);
		}
	return made;
}

// The number at the beginning, which is taken off; 0 if there is none.
int take_number(std::string_view &from) {
	int number = 0;
	for (; !from.empty() && is_digit(from.front()); from.remove_prefix(1))
		number = std::min(10 * number + (from.front() - '0'), largest_parameter);
	return number;
}

std::string bounded(std::string_view parameters) {
	std::string made;
	int count = 1;
	while (!parameters.empty()) {
		if (is_digit(parameters.front())) {
			made += std::to_string(take_number(parameters));
			continue;
		}
		const char byte = parameters.front();
		parameters.remove_prefix(1);
		count += is_separator(byte);
		if (count <= most_parameters || !is_separator(byte))
			made += byte;
		else
			take_number(parameters);
	}
	return made;
}

std::vector<std::string_view> parts_of(std::string_view text, char separator) {
	std::vector<std::string_view> parts;
	for (std::size_t end; (end = text.find(separator)) != text.npos; text.remove_prefix(end + 1))
		parts.push_back(text.substr(0, end));
	parts.push_back(text);
	return parts;
}

// 38:2::1:2:3, of whose color space libvterm 0.1 knows nothing, is 38:2:1:2:3.
std::string without_color_space(std::string_view parameter) {
	const auto parts = parts_of(parameter, ':');
	const bool has_one = parts.size() >= 6 && (parts[0] == "38" || parts[0] == "48") && parts[1] == "2";
	if (!has_one)
		return std::string(parameter);
	std::string made = std::string(parts[0]) + ":2";
	for (std::size_t i = 3; i < 6; ++i)
		(made += ':') += parts[i];
	return made;
}

// How many parameters belong together from one on: 38;2;R;G;B and 38;5;N are colours.
std::size_t parameters_together(const std::vector<std::string_view> &all, std::size_t from) {
	const bool is_color = all[from] == "38" || all[from] == "48" || all[from] == "58";
	const auto how = is_color && from + 1 < all.size() ? all[from + 1] : "";
	return std::min<std::size_t>(all.size() - from, how == "2" ? 5 : how == "5" ? 3 : 1);
}

// The parameters of SGR as libvterm 0.1 knows them: it takes the numbers of an underline's colour, 58, for others.
std::string known_looks(std::string_view parameters) {
	const auto all = parts_of(parameters, ';');
	std::string made;
	for (std::size_t i = 0, end = 0; i < all.size(); i = end) {
		end = i + parameters_together(all, i);
		if (all[i] == "58")
			continue;
		for (auto next = i; next < end; ++next)
			(made += without_color_space(all[next])) += ';';
	}
	return made.substr(0, made.size() - !made.empty());
}

} // namespace

void terminal_input::take_text(char byte) {
	const bool continues = (static_cast<unsigned char>(byte) & 0xc0) == 0x80;
	if (!continues)
		glyph.clear();
	if (!is_control(byte))
		glyph += byte;
	ready += byte;
}

void terminal_input::take_escape(char byte) {
	constexpr std::string_view strings = "]PX^_";
	if (held.empty() && byte == '[') {
		at = place::sequence;
	} else if (held.empty() && strings.find(byte) != strings.npos) {
		at = place::string;
	} else if (byte >= ' ' && byte < '0') {
		held += byte;
	} else {
		at = place::text;
		if (!is_ascii(byte))
			take_text(byte);
		else if (held.size() < longest_sequence && byte != '[' && strings.find(byte) == strings.npos)
			ready += escape + held + byte; // else libvterm 0.1 would begin what was not bounded here
	}
}

void terminal_input::take_sequence(char byte) {
	if (byte >= ' ' && byte < '@') {
		held += byte;
		return;
	}
	at = place::text;
	if (!is_ascii(byte))
		take_text(byte);
	else if (held.size() < longest_sequence)
		end_sequence(byte);
}

void terminal_input::end_sequence(char final_byte) {
	std::string_view parameters = held;
	if (final_byte == 'b' && held.find_first_not_of("0123456789;:") == held.npos)
		repetitions = std::max(1, take_number(parameters));
	else if (const auto looks = final_byte == 'm' ? known_looks(parameters) : held; !looks.empty() || held.empty())
		ready += std::string{escape, '['} + bounded(looks) + final_byte;
}

void terminal_input::take(char byte) {
	if (byte == '\0' || byte == del)
		return;
	if (byte == cancel || byte == substitute) {
		at = place::text;
	} else if (byte == escape) {
		at = place::escape;
		held.clear();
	} else if (at == place::string) {
		if (byte == bell)
			at = place::text;
	} else if (at == place::text) {
		take_text(byte);
	} else if (is_control(byte)) {
		ready += byte;
	} else if (at == place::escape) {
		take_escape(byte);
	} else {
		take_sequence(byte);
	}
}

void terminal_input::pass(std::string_view bytes, int columns, const sink &to) {
	for (const char byte : with_stand_ins(without_c1(without_wide_marks(bytes)))) {
		take(byte);
		if (repetitions == 0)
			continue;
		to(ready);
		ready.clear();
		for (int i = 0; i < std::min(repetitions, columns); ++i)
			to(glyph);
		repetitions = 0;
	}
	to(ready);
	ready.clear();
}

} // namespace assetc
