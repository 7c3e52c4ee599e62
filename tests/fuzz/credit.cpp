// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "table_check.h"
#include "target.h"

#include <algorithm>

namespace assetc::fuzz {

namespace {

std::string take_text(std::string_view &rest) {
	const auto end = std::min(rest.find('\0'), rest.size());
	std::string text(rest.substr(0, end));
	rest.remove_prefix(std::min(end + 1, rest.size()));
	return text;
}

} // namespace

void credit(std::string_view bytes) {
	frame_table table;
	table.name = "fuzzed";
	table.title = take_text(bytes);
	table.author = take_text(bytes);
	table.license = take_text(bytes);
	table.source_name = take_text(bytes);
	table.columns = table.rows = 1;
	table.texts = {"\033[H" + std::string(bytes) + "\n", "\033[H\033[m?\?/"};
	table.entries = {{0, 1000}, {1, 1'000'000}, {0, 1000}};
	check_header(table);
}

} // namespace assetc::fuzz
