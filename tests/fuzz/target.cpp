// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "target.h"

#include "font_file.h"
#include "format.h"
#include "gunzip.h"

#include <algorithm>
#include <array>
#include <utility>

namespace assetc::fuzz {

namespace {

void read_font(std::string_view bytes) {
	try {
		const auto font = decode_font("fuzzed", std::string(bytes));
		for (const auto &[character, number] : font.number_of)
			font.lights(number, font.width - 1, font.height - 1);
	} catch (const error &) {
	}
}

void unpack(std::string_view bytes) {
	try {
		gunzip("fuzzed", std::string(bytes));
	} catch (const error &) {
	}
}

constexpr std::array<std::pair<std::string_view, void (*)(std::string_view)>, 6> others = {{
	{"font", read_font},
	{"gunzip", unpack},
	{"emulator", record},
	{"screen", send_grids},
	{"header", credit},
	{"playback", play},
}};

bool is_read_here(const format &row) {
	return row.name != "video";
}

} // namespace

target find_target(std::string_view name) {
	if (name == "any")
		return [](std::string_view bytes) { read_file_of("", bytes); };
	for (const auto &row : formats())
		if (row.name == name && is_read_here(row))
			return [&row](std::string_view bytes) { read_file_of(row.name, bytes); };
	for (const auto &[known, run] : others)
		if (known == name)
			return run;
	return {};
}

std::vector<std::string> target_names() {
	std::vector<std::string> names{"any"};
	for (const auto &row : formats())
		if (is_read_here(row))
			names.emplace_back(row.name);
	for (const auto &[name, run] : others)
		names.emplace_back(name);
	return names;
}

} // namespace assetc::fuzz
