// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "write_cast.h"

#include <nlohmann/json.hpp>

namespace assetc {

namespace {

// A recording is of what a terminal gets after its line discipline made each line feed a new line.
std::string with_returns(std::string_view bytes) {
	std::string made;
	for (const char c : bytes) {
		if (c == '\n')
			made += '\r';
		made += c;
	}
	return made;
}

std::string event(std::uint64_t at_us, std::string_view bytes) {
	const auto fraction = std::to_string(1'000'000 + at_us % 1'000'000).substr(1);
	return "[" + std::to_string(at_us / 1'000'000) + "." + fraction + ", \"o\", " + nlohmann::json(bytes).dump() +
	       "]\n";
}

} // namespace

void write_cast(const frame_table &from, const byte_sink &out) {
	nlohmann::ordered_json header;
	header["version"] = 2;
	header["width"] = from.columns;
	header["height"] = from.rows + 1; // the cursor stands below the art
	header["title"] = from.title.empty() ? from.name : from.title;
	out(header.dump() + "\n");
	std::uint64_t due_us = 0;
	for (std::size_t i = 0; i < from.frames(); ++i) {
		out(event(due_us, with_returns(from.texts[from.entries[i].text])));
		due_us += from.entries[i].hold_us;
	}
	out(event(due_us, ""));
}

} // namespace assetc
