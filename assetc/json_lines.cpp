// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "json_lines.h"

#include "text.h"

#include <algorithm>

namespace assetc {

json_lines::json_lines(std::string file, std::string_view text)
    : rest(without_byte_order_mark(text)), line{std::move(file), {}, {}, 0} {}

json_text *json_lines::next() {
	while (!rest.empty()) {
		const auto end = std::min(rest.find('\n'), rest.size());
		const auto text = rest.substr(0, end);
		rest.remove_prefix(std::min(end + 1, rest.size()));
		++line.first_line;
		if (text.find_first_not_of(" \t\r") == text.npos || text.starts_with('#'))
			continue;
		parse(text);
		return &line;
	}
	return nullptr;
}

void json_lines::parse(std::string_view text) {
	line = parse_json(std::move(line.file), std::string(text), line.first_line);
}

} // namespace assetc
