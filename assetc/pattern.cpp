// SPDX-License-Identifier: GPL-2.0-or-later
#include "pattern.h"

#include <algorithm>
#include <glob.h>

namespace assetc {

namespace {

bool is_digit(char c) {
	return c >= '0' && c <= '9';
}

// Takes the digits at the start of the text away and returns them without leading zeros.
std::string_view take_number(std::string_view &text) {
	const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
	auto digits = text.substr(0, static_cast<std::size_t>(end - text.begin()));
	text.remove_prefix(digits.size());
	digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
	return digits;
}

} // namespace

bool is_pattern(std::string_view name) {
	return name.find_first_of("*?[") != name.npos;
}

std::string as_it_is(std::string_view name) {
	std::string escaped;
	for (const char c : name) {
		if (std::string_view("*?[\\").find(c) != std::string_view::npos)
			escaped += '\\';
		escaped += c;
	}
	return escaped;
}

std::vector<std::string> matching_files(const std::string &pattern) {
	glob_t found{};
	std::vector<std::string> files;
	if (::glob(pattern.c_str(), GLOB_NOSORT, nullptr, &found) == 0)
		files.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
	::globfree(&found);
	std::sort(files.begin(), files.end(), naturally_before);
	return files;
}

bool naturally_before(std::string_view a, std::string_view b) {
	const auto whole_a = a, whole_b = b;
	while (!a.empty() && !b.empty()) {
		if (is_digit(a.front()) && is_digit(b.front())) {
			const auto x = take_number(a), y = take_number(b);
			if (x != y)
				return x.size() != y.size() ? x.size() < y.size() : x < y;
		} else if (a.front() != b.front()) {
			return static_cast<unsigned char>(a.front()) < static_cast<unsigned char>(b.front());
		} else {
			a.remove_prefix(1);
			b.remove_prefix(1);
		}
	}
	if (a.empty() != b.empty())
		return a.empty();
	return whole_a < whole_b; // they differ in leading zeros only
}

} // namespace assetc
