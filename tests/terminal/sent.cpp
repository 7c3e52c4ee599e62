// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "sent.h"

#include <utf8proc.h>

namespace assetc {

namespace {

// The parameters and the final byte of a control sequence whose ESC [ is gone.
std::string_view take_sequence(std::string_view &rest) {
	const auto end = rest.find_first_not_of("0123456789;?");
	const auto taken = rest.substr(0, end == rest.npos ? rest.size() : end + 1);
	rest.remove_prefix(taken.size());
	return taken;
}

bool may_be(std::string_view sequence, terminal on) {
	if (sequence.empty())
		return false;
	if (sequence.front() == '?')
		return on == terminal::xterm && (sequence == "?2026h" || sequence == "?2026l");
	if (sequence.find('?') != sequence.npos)
		return false;
	if (sequence.back() == 'b')
		return on == terminal::xterm;
	return std::string_view("ABCDGHJKLMPXdm@").find(sequence.back()) != std::string_view::npos;
}

bool may_be(utf8proc_int32_t code_point) {
	switch (utf8proc_category(code_point)) {
	case UTF8PROC_CATEGORY_CC:
	case UTF8PROC_CATEGORY_CS:
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP:
		return false;
	default:
		return !(code_point >= 0x200e && code_point <= 0x200f) &&
		       !(code_point >= 0x202a && code_point <= 0x202e) &&
		       !(code_point >= 0x2066 && code_point <= 0x2069) && code_point != 0x061c;
	}
}

// Tags, and what else is not seen beside them.
bool is_tag(utf8proc_int32_t code_point) {
	return code_point >= 0xe0000 && code_point <= 0xe0fff && !(code_point >= 0xe0100 && code_point <= 0xe01ef);
}

bool is_variant(utf8proc_int32_t code_point) {
	return (code_point >= 0xe0100 && code_point <= 0xe01ef) || (code_point >= 0xfe00 && code_point <= 0xfe0f);
}

// What is not seen wherever it stands.
bool is_filler(utf8proc_int32_t code_point) {
	for (const utf8proc_int32_t filler :
	     {0x34f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x180b, 0x180c, 0x180d, 0x180f, 0x2065, 0x3164, 0xffa0})
		if (code_point == filler)
			return true;
	return code_point >= 0xfff0 && code_point <= 0xfff8;
}

// What came before, as far as it matters.
struct context {
	bool in_flag = false;
	utf8proc_int32_t before = 0;
};

bool is_fine(utf8proc_int32_t code_point, const context &in) {
	if (is_variant(code_point)) {
		const bool of_emoji = code_point == 0xfe0e || code_point == 0xfe0f;
		return of_emoji ? in.before != 0 && !is_variant(in.before) : utf8proc_charwidth(in.before) == 2;
	}
	return may_be(code_point) && !is_filler(code_point) && (in.in_flag || !is_tag(code_point));
}

std::string take_code_point(std::string_view &rest, context &in) {
	constexpr utf8proc_int32_t black_flag = 0x1f3f4;
	utf8proc_int32_t code_point = 0;
	const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t *>(rest.data()),
					     static_cast<utf8proc_ssize_t>(rest.size()), &code_point);
	if (length <= 0)
		return "no UTF-8";
	rest.remove_prefix(static_cast<std::size_t>(length));
	in.in_flag = code_point == black_flag || (in.in_flag && is_tag(code_point));
	const bool fine = is_fine(code_point, in);
	in.before = code_point;
	return fine ? "" : "code point " + std::to_string(code_point);
}

} // namespace

std::string find_forbidden(std::string_view sent, terminal on) {
	context in;
	while (!sent.empty()) {
		if (sent.starts_with("\033[")) {
			sent.remove_prefix(2);
			const auto sequence = take_sequence(sent);
			if (!may_be(sequence, on))
				return "sequence ESC [ " + std::string(sequence);
		} else if (std::string_view("\n\r\b").find(sent.front()) != std::string_view::npos) {
			sent.remove_prefix(1);
		} else if (auto wrong = take_code_point(sent, in); !wrong.empty()) {
			return wrong;
		}
	}
	return "";
}

} // namespace assetc
