// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "content.h"
#include "format.h"
#include "promise.h"
#include "table_check.h"
#include "target.h"

#include <algorithm>

namespace assetc::fuzz {

namespace {

constexpr bounds small = {16'384, 64}; // what is drawn takes most of the time
constexpr int most_side = 12;
constexpr std::string_view our_file = FOLDER "/beside/fuzzed";

// Beside it lie the pictures and texts that a document may name. Some TGAs are known by their name only.
input make_input(std::string_view format, std::string_view bytes) {
	return {std::string(our_file) + (format == "picture" ? ".tga" : ""), std::string(bytes)};
}

// Also what does not look like it, as with --format.
animation read(std::string_view named, std::string_view bytes) {
	reading how;
	how.at_most = small;
	auto from = make_input(named, bytes);
	return named.empty() ? read_any(std::move(from), how) : read_as(find_format(named), std::move(from), how);
}

// What is drawn takes time, and says little of what was read; so mostly it is not asked what looks best.
void make_small(animation &made, std::string_view bytes) {
	constexpr std::size_t draw_best = 64;
	if (bytes.size() % draw_best != 0) {
		made.drawing.recipe = 0;
		made.drawing.retouched = false;
		if (made.drawing.glyphs == draw_settings{}.glyphs)
			made.drawing.glyphs = "half";
	}
	for (int *const side : {&made.columns, &made.rows})
		*side = *side == 0 ? most_side : std::min(*side, most_side);
	made.at_most = small;
}

void complete(animation &made, std::string_view bytes) {
	made.name = "fuzzed";
	made.file = "fuzzed";
	for (auto &shown : made.frames)
		if (shown.hold == std::chrono::nanoseconds::zero())
			shown.hold = std::chrono::milliseconds(100);
	if (bytes.size() % 2 == 1)
		made.send.how = update::changes;
	if (bytes.size() % 4 >= 2)
		made.send.on = terminal::xterm;
}

} // namespace

void read_file_of(std::string_view format, std::string_view bytes) {
	try {
		auto made = read(format, bytes);
		check_frame_count("fuzzed", made.frames.size(), small);
		require(!made.frames.empty(), "an animation has frames");
		if (!find_cut_fault(made.when, made.frames.size()).empty())
			return;
		make_small(made, bytes);
		complete(made, bytes);
		check_table_of(std::move(made));
	} catch (const error &told) {
		to_text(told.said, "error", true);
	}
}

} // namespace assetc::fuzz
