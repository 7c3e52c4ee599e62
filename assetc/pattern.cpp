// SPDX-License-Identifier: GPL-2.0-or-later
#include "pattern.h"

#include <algorithm>
#include <filesystem>
#include <fnmatch.h>

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

// What a part of a pattern, between slashes, stands for; nothing where a wildcard lets it stand for several names.
std::optional<std::string> only_name(std::string_view part) {
	std::string name;
	for (std::size_t i = 0; i < part.size(); ++i) {
		if (is_pattern(part.substr(i, 1)))
			return std::nullopt;
		if (part[i] == '\\' && i + 1 < part.size())
			++i;
		name += part[i];
	}
	return name;
}

bool is_there(const std::string &path) {
	std::error_code failed;
	return std::filesystem::exists(std::filesystem::symlink_status(path, failed));
}

// Those that a pattern has led to so far, each with what comes next of it; false if that takes too many looks.
class search {
public:
	explicit search(std::size_t &looks) : left(looks) {}

	bool go_on(const std::string &part) {
		std::vector<std::string> from;
		from.swap(found);
		const auto name = only_name(part);
		return std::all_of(from.begin(), from.end(), [&](const std::string &start) {
			return name ? add_one(start + *name) : add_matching(start, part);
		});
	}

	void enter() {
		for (auto &path : found)
			path += '/';
	}

	std::vector<std::string> found{""};

private:
	bool look() { return left > 0 && left-- > 0; }

	bool add_one(std::string path) {
		if (path.empty() || is_there(path))
			found.push_back(std::move(path));
		return look();
	}

	// A folder that cannot be read has nothing in it.
	bool add_matching(const std::string &folder, const std::string &part) {
		std::error_code failed;
		std::filesystem::directory_iterator file(folder.empty() ? "." : folder, failed);
		for (const std::filesystem::directory_iterator end; !failed && file != end; file.increment(failed)) {
			const auto name = file->path().filename().string();
			if (!look())
				return false;
			if (::fnmatch(part.c_str(), name.c_str(), FNM_PERIOD) == 0)
				found.push_back(folder + name);
		}
		return true;
	}

	std::size_t &left;
};

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

std::optional<std::vector<std::string>> matching_files(std::string_view pattern, std::size_t &looks) {
	search of(looks);
	for (;;) {
		const auto slash = pattern.find('/');
		if (!of.go_on(std::string(pattern.substr(0, slash))))
			return std::nullopt;
		if (slash == pattern.npos || of.found.empty())
			break;
		of.enter();
		pattern.remove_prefix(slash + 1);
	}
	std::sort(of.found.begin(), of.found.end(), naturally_before);
	return std::move(of.found);
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
