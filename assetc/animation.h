// SPDX-License-Identifier: GPL-2.0-or-later
// An animation: what every reader makes of its format, and all that the later stages know.
#pragma once

#include "bounds.h"
#include "color.h"
#include "diagnostic.h"
#include "draw_settings.h"
#include "film.h"
#include "grid.h"
#include "picture_part.h"
#include "strip.h"
#include "terminal.h"
#include "timeline.h"

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace assetc {

// What a letter of `paint` stands for.
struct paint {
	color ink;
	color paper;
};

// Text that was checked (see find_fault): rows of art and, above them as it were, rows of letters that name
// paints. A letter paints the columns that it covers; a space, or no letter, leaves them as they are.
struct text_art {
	std::vector<std::string> art;
	std::vector<std::string> paint;
};

// A picture of a film, by its number from 0. All pictures of a film are frames, one behind the other.
struct film_picture {
	std::shared_ptr<const film> of;
	std::size_t number = 0;
};

using frame_content = std::variant<text_art, picture_part, film_picture, strip_frame, grid>;

struct frame {
	std::chrono::nanoseconds hold{};
	std::optional<color> tint; // the ink of every cell that has none of its own
	frame_content content;
};

struct animation {
	std::string name;
	std::string title;
	std::string author;
	std::string license;
	std::string file; // it came from, as messages call it
	std::map<char32_t, paint> palette;
	std::optional<int> loops; // empty: for ever, but a still picture once; 0: for ever
	int columns = 0;          // asked of pictures; 0: follows from rows, or fits
	int rows = 0;
	terminal_size screen; // what pictures fit, where no size is asked
	unsigned jobs = 0;    // how many threads draw and encode; 0: as many as there are cores
	color background = color::rgb(0, 0, 0);
	draw_settings drawing; // of pictures; all but their size, background and colours
	std::optional<color_depth> colors;
	sending send;
	timeline when;
	bounds at_most;           // of pictures that are decoded when they are drawn
	bool idle_is_cut = false; // by its reader, who knows better than the holds do when nothing happens
	std::vector<frame> frames;
	std::vector<diagnostic> remarks; // what the user should know of the input, though it can be read
};

// Adds all pictures of a film as frames. What is held for 10 ms or less is held for 100 ms, as browsers do: much was
// made when nothing was faster.
void add_frames(film shown, const std::vector<std::chrono::nanoseconds> &holds, animation &to);

// The grid of one frame, before frames are brought to one size; but for pictures, which draw_pictures draws together.
// Text is mirrored as the timeline says; a frame that is a grid already is taken as it is.
grid draw_frame(const animation &of, const frame &shown);

} // namespace assetc
