// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// JSON lines: a value a line.
#pragma once

#include "json_text.h"

#include <string>
#include <string_view>

namespace assetc {

// Reads one after the other: there can be millions.
class json_lines {
public:
	// The text must stay.
	json_lines(std::string file, std::string_view text);

	// The next line that is neither empty nor a comment (#), parsed; null behind the last. It stays until the next
	// call. Throws error as parse_json does of each line, with the place; there is no next one then.
	json_text *next();

private:
	void parse(std::string_view text);

	std::string_view rest;
	json_text line;
};

} // namespace assetc
