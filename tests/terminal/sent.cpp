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

// Tags, and what else is not seen beside them, but for the selectors of a variant.
bool is_hidden(utf8proc_int32_t code_point) {
	return code_point >= 0xe0000 && code_point <= 0xe0fff && !(code_point >= 0xe0100 && code_point <= 0xe01ef);
}

std::string take_code_point(std::string_view &rest, bool &in_flag) {
	constexpr utf8proc_int32_t black_flag = 0x1f3f4;
	utf8proc_int32_t code_point = 0;
	const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t *>(rest.data()),
					     static_cast<utf8proc_ssize_t>(rest.size()), &code_point);
	if (length <= 0)
		return "no UTF-8";
	rest.remove_prefix(static_cast<std::size_t>(length));
	in_flag = code_point == black_flag || (in_flag && is_hidden(code_point));
	return may_be(code_point) && (in_flag || !is_hidden(code_point)) ? ""
									 : "code point " + std::to_string(code_point);
}

} // namespace

std::string find_forbidden(std::string_view sent, terminal on) {
	bool in_flag = false;
	while (!sent.empty()) {
		if (sent.starts_with("\033[")) {
			sent.remove_prefix(2);
			const auto sequence = take_sequence(sent);
			if (!may_be(sequence, on))
				return "sequence ESC [ " + std::string(sequence);
		} else if (std::string_view("\n\r\b").find(sent.front()) != std::string_view::npos) {
			sent.remove_prefix(1);
		} else if (auto wrong = take_code_point(sent, in_flag); !wrong.empty()) {
			return wrong;
		}
	}
	return "";
}

} // namespace assetc
