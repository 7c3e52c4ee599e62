// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "pick.h"

#include "diagnostic.h"
#include "name.h"

#include <algorithm>
#include <filesystem>

namespace assetc {

namespace {

constexpr std::size_t names_shown = 12;

std::string list(const std::vector<std::string> &names) {
	std::string listed;
	for (std::size_t i = 0; i < std::min(names.size(), names_shown); ++i)
		listed += (i == 0 ? "" : ", ") + names[i];
	if (names.size() > names_shown)
		listed += ", and " + std::to_string(names.size() - names_shown) + " more";
	return listed;
}

[[noreturn]] void refuse_pick(const std::string &file, const std::vector<std::string> &names,
			      const std::string &wanted) {
	const auto what = "there is no " + quote(wanted) + " to pick";
	if (names.empty())
		throw error(about(file, what, "it holds one animation; leave --pick away"));
	const auto meant = nearest(wanted, {names.begin(), names.end()});
	throw error(
		about(file, what,
		      meant.empty() ? "there are " + list(names) : "did you mean --pick " + std::string(meant) + "?"));
}

} // namespace

std::size_t pick_one(const std::string &file, const std::vector<std::string> &names, const std::string &wanted) {
	const auto found = std::find(names.begin(), names.end(), wanted);
	if (!wanted.empty() && found == names.end())
		refuse_pick(file, names, wanted);
	if (!wanted.empty() || names.size() == 1)
		return wanted.empty() ? 0 : static_cast<std::size_t>(found - names.begin());
	throw error(about(file, "this file holds " + std::to_string(names.size()) + " animations; which one?",
			  "--pick " + names.front() + "; there are " + list(names)));
}

void check_no_pick(const std::string &file, const std::string &wanted) {
	if (!wanted.empty())
		refuse_pick(file, {}, wanted);
}

std::string name_of_part(const std::string &file, const std::string &pick) {
	return name_from_file(std::filesystem::path(file).stem().string() + "_" + pick + ".");
}

std::string name_of_pick(const std::string &file, const std::string &pick) {
	auto name = name_from_file(pick + ".");
	return find_name_fault(name) ? name_of_part(file, pick) : name;
}

} // namespace assetc
