// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "draw_settings.h"

#include "glyphs.h"
#include "steady_math.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <vector>

namespace assetc {
namespace {

// The numbers in a text, `separator` between them; empty if it is anything else.
std::vector<double> split_numbers(std::string_view text, char separator) {
	std::vector<double> numbers;
	const char *const end = text.data() + text.size();
	for (const char *from = text.data();; ++from) {
		double number = 0;
		const auto parsed = std::from_chars(from, end, number);
		if (parsed.ec != std::errc() || !std::isfinite(number))
			return {};
		numbers.push_back(number);
		from = parsed.ptr;
		if (from == end)
			return numbers;
		if (*from != separator)
			return {};
	}
}

template <double draw_settings::*Member>
bool set_number(draw_settings &in, const std::string &value, double least, double most) {
	const auto numbers = split_numbers(value, '\0');
	if (numbers.size() != 1 || numbers[0] < least || numbers[0] > most)
		return false;
	in.*Member = numbers[0];
	return true;
}

bool set_glyphs(draw_settings &in, const std::string &value) {
	if (!parse_glyphs(value))
		return false;
	in.glyphs = value;
	return true;
}

bool set_font(draw_settings &in, const std::string &value) {
	if (value.empty())
		return false;
	in.font = std::make_shared<const font_file>(read_font(value));
	return true;
}

bool set_dither(draw_settings &in, const std::string &value) {
	if (value == "none")
		in.dither = dithering::none;
	else if (value == "diffusion")
		in.dither = dithering::diffusion;
	else
		return false;
	return true;
}

bool set_detail(draw_settings &in, const std::string &value) {
	return set_number<&draw_settings::detail>(in, value, 0, 10);
}

bool set_contrast(draw_settings &in, const std::string &value) {
	return set_number<&draw_settings::contrast>(in, value, 0, 10);
}

bool set_brightness(draw_settings &in, const std::string &value) {
	return set_number<&draw_settings::brightness>(in, value, -1, 1);
}

bool set_gamma(draw_settings &in, const std::string &value) {
	return set_number<&draw_settings::gamma>(in, value, 0.1, 10);
}

bool set_invert(draw_settings &in, const std::string &value) {
	if (value != "true" && value != "false")
		return false;
	in.invert = value == "true";
	return true;
}

bool set_cell_aspect(draw_settings &in, const std::string &value) {
	const auto sides = split_numbers(value, ':');
	if (sides.size() != 2 || sides[0] <= 0 || sides[1] <= 0)
		return false;
	const double aspect = sides[0] / sides[1];
	if (aspect < 0.1 || aspect > 10)
		return false;
	in.cell_aspect = aspect;
	return true;
}

bool set_crop(draw_settings &in, const std::string &value) {
	const auto box = split_numbers(value, ',');
	if (box.size() != 4)
		return false;
	for (std::size_t i = 0; i < 4; ++i)
		if (box[i] < (i < 2 ? 0 : 1) || box[i] > 1e6 || box[i] != std::floor(box[i]))
			return false;
	in.crop = {static_cast<int>(box[0]), static_cast<int>(box[1]), static_cast<int>(box[2]),
		   static_cast<int>(box[3])};
	return true;
}

using kind = draw_setting::kind;

// Those of pictures' glyphs tell which sets there are.
std::array<draw_setting, 10> list_settings() {
	return {{
		{"glyphs", kind::text, "SET",
		 "Of pictures: " + glyph_set_names() + ", several (ascii,half), ramp:CHARS",
		 glyph_set_names() + ", or ramp: and 2 to 256 different characters", set_glyphs},
		{"font", kind::file, "FILE", "Console font (.psf, .psf.gz) that pictures are drawn for", "a font file",
		 set_font},
		{"dither", kind::text, "HOW", "Mix colours that are not there: none or diffusion",
		 "\"none\" or \"diffusion\"", set_dither},
		{"detail", kind::number, "X", "Sharpen contours of pictures: 0 not at all, 1 as usual, 3 much",
		 "a number from 0 to 10", set_detail},
		{"contrast", kind::number, "X", "Contrast of pictures: times the usual", "a number from 0 to 10",
		 set_contrast},
		{"brightness", kind::number, "X", "Brightness of pictures: from -1 to 1, 0 as usual",
		 "a number from -1 to 1", set_brightness},
		{"gamma", kind::number, "X", "Gamma of pictures: above 1 the middle is brighter",
		 "a number from 0.1 to 10", set_gamma},
		{"invert", kind::flag, "", "Draw pictures for dark ink on light paper", "true or false", set_invert},
		{"cell-aspect", kind::text, "W:H", "Shape of the terminal's cells, 1:10 to 10:1; 1:2 is usual",
		 "\"WIDTH:HEIGHT\", from \"1:10\" to \"10:1\"", set_cell_aspect},
		{"crop", kind::text, "X,Y,W,H", "Part of each picture to draw, in pixels",
		 "\"X,Y,WIDTH,HEIGHT\", whole numbers of pixels", set_crop},
	}};
}

} // namespace

float adjusted(float value, const draw_settings &drawing) {
	const auto contrast = static_cast<float>(drawing.contrast);
	const auto brightness = static_cast<float>(drawing.brightness);
	value = std::clamp(0.5F + contrast * (value - 0.5F) + brightness, 0.0F, 1.0F);
	return drawing.gamma == 1 ? value : static_cast<float>(steady_power(value, 1 / drawing.gamma));
}

std::span<const draw_setting> all_draw_settings() {
	static const auto settings = list_settings();
	return settings;
}

} // namespace assetc
