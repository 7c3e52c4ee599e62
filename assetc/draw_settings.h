// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// How pictures are to be drawn: the choices, and their names on the command line and in JSON.
#pragma once

#include "color.h"
#include "diagnostic.h"
#include "font_file.h"
#include "terminal_size.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace assetc {

// Whether errors of colour are made up for by the cells around.
enum class dithering : std::uint8_t { where_it_helps, none, diffusion };

// A part of a picture, in pixels; width 0: all of it.
struct crop_box {
	int x = 0;
	int y = 0;
	int width = 0;
	int height = 0;
	place told_at{}; // to be named where it turns out to be wrong
};

struct draw_settings {
	int columns = 0; // 0: follows from rows and the picture's shape
	int rows = 0;    // 0: follows from columns and the picture's shape; both 0: the largest that fits the screen
	terminal_size screen;                   // the cursor stands below the picture
	color background = color::rgb(0, 0, 0); // under transparent pixels
	crop_box crop;
	std::string glyphs = "ascii";          // as parse_glyphs reads them
	std::shared_ptr<const font_file> font; // null: the Linux console's own
	color_depth colors = color_depth::none;
	dithering dither = dithering::where_it_helps;
	double cell_aspect = 0;            // width / height; 0: the font's
	double detail = 1;                 // how much contours are sharpened; 1 is right for most
	double contrast = 1;               // times that of the picture, once its levels are stretched
	double brightness = 0;             // -1 all black to 1 all white
	double gamma = 1;                  // above 1 the middle is brighter
	bool invert = false;               // dark ink on light paper
	bool retouched = true;             // without colours: looked at and drawn again, many times
	unsigned jobs = 1;                 // how many threads do that; 0: as many as there are cores
	std::optional<std::size_t> recipe; // of tones, see tone.h; empty: the best for each picture
};

// One choice that has a name. In JSON there is _ where the command line has -.
struct draw_setting {
	enum class kind { text, number, flag, file };
	std::string_view name; // as an option, without --
	kind is = kind::text;
	std::string_view type; // what stands for its value in the help
	std::string what;      // for the help
	std::string such;      // what it must be
	// Takes a value as text. False, and nothing changed, if it is not such. Throws error for a file that cannot
	// be read.
	bool (*set)(draw_settings &in, const std::string &value);
};

// A value from 0 to 1 with contrast, brightness and gamma as they are set.
float adjusted(float value, const draw_settings &drawing);

// All that have one, but for columns, rows, background and colors, which are not for pictures alone.
std::span<const draw_setting> all_draw_settings();

} // namespace assetc
