// SPDX-License-Identifier: GPL-2.0-or-later
// What the user asked for.
#pragma once

#include "color.h"
#include "draw_settings.h"
#include "reading.h"
#include "terminal.h"
#include "timeline.h"

#include <chrono>
#include <iosfwd>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace assetc {

enum class action { compile, play, info };

struct options {
	action what = action::compile;
	std::string input;  // "-": standard input
	std::string format; // of the input; empty: found from its content
	reading read;
	std::string output;      // empty: generated/NAME.h; "-": standard output
	std::string output_kind; // empty: as the output's extension says
	std::optional<int> frame;
	std::string name; // empty: the asset's own
	std::optional<int> columns;
	std::optional<int> rows;
	terminal_size screen; // what pictures fit, where neither is said
	std::optional<int> loops;
	std::optional<std::chrono::nanoseconds> hold;
	timeline when;
	std::optional<color> background;
	std::optional<color_depth> colors;
	std::vector<std::pair<const draw_setting *, std::string>> drawing; // and to what
	std::optional<update> how;
	std::optional<int> keyframe_every;
	std::optional<terminal> on;
	int jobs = 0;        // threads; 0: as many as there are cores
	bool strict = false; // warnings are errors
};

// Reads the command line. Empty if the answer (--help, --version) was printed to `out` and nothing is left to do.
// Throws usage_error.
std::optional<options> parse_command_line(int argc, const char *const *argv, std::ostream &out);

} // namespace assetc
