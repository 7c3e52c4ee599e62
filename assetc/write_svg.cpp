// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "write_svg.h"

#include "decimal.h"
#include "drawing.h"

#include <cstdint>
#include <cstdio>
#include <unordered_map>

namespace assetc {

namespace {

// Frames that look alike stand on the strip once.
struct strip {
	std::unordered_map<std::string, int> places;
	std::vector<int> place_of_frame;
};

std::string percent(std::uint64_t part, std::uint64_t whole) {
	char text[32];
	std::snprintf(text, sizeof(text), "%.5f", 100.0 * static_cast<double>(part) / static_cast<double>(whole));
	return without_zeros(text) + "%";
}

// How far down the strip it is, in pixels: of many frames, further than an int counts.
std::int64_t top_of(int place, const reel &of) {
	return std::int64_t{place} * drawing_height(of);
}

std::string moved(int place, const reel &of) {
	return "{transform:translateY(-" + std::to_string(top_of(place, of)) + "px)}";
}

strip write_strip(const reel &from, const byte_sink &out) {
	strip written;
	for (std::size_t i = 0; i < from.frames(); ++i) {
		auto cells = draw_cells(from.at(i), 0, 0);
		const auto place = static_cast<int>(written.places.size());
		const auto [found, is_new] = written.places.emplace(std::move(cells), place);
		written.place_of_frame.push_back(found->second);
		if (is_new)
			out("<g transform=\"translate(" + std::to_string(margin) + " " +
			    std::to_string(margin + top_of(place, from)) + ")\">" + found->first + "</g>\n");
	}
	return written;
}

void write_keyframes(const reel &from, const strip &on, const byte_sink &out) {
	const auto total = loop_us(from);
	std::uint64_t shown = 0;
	out("@keyframes play{");
	for (std::size_t i = 0; i < from.frames(); ++i) {
		out(percent(shown, total) + moved(on.place_of_frame[i], from));
		shown += from.holds_us[i];
	}
	out("to" + moved(on.place_of_frame.back(), from) + "}\n");
}

void write_motion(const reel &from, const strip &on, const byte_sink &out) {
	out("<style>\n");
	write_keyframes(from, on, out);
	const auto times = from.loops == 0 ? "infinite" : std::to_string(from.loops) + " forwards";
	const auto ms = loop_us(from) / 1000, rest = loop_us(from) % 1000;
	const auto fraction = std::to_string(1000 + rest).substr(1);
	out("@media(prefers-reduced-motion:no-preference){#strip{animation:play " + std::to_string(ms) +
	    (rest == 0 ? "" : "." + fraction) + "ms step-end " + times + "}}\n</style>\n");
}

void write_opening(const reel &from, const byte_sink &out) {
	const auto width = drawing_width(from), height = drawing_height(from);
	const auto title = markup_escaped(title_of(from));
	out("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + std::to_string(width * 3 / 2) + "\" height=\"" +
	    std::to_string(height * 3 / 2) + "\" viewBox=\"0 0 " + std::to_string(width) + " " +
	    std::to_string(height) + "\" role=\"img\" " + std::string(drawing_style) + ">\n");
	out("<title>" + title + "</title>\n");
	if (!from.author.empty() || !from.license.empty())
		out("<desc>" + markup_escaped(from.author) + (from.author.empty() || from.license.empty() ? "" : ", ") +
		    markup_escaped(from.license) + "</desc>\n");
	out(draw_screen(from) + "\n");
}

} // namespace

void write_svg(const reel &from, const byte_sink &out) {
	write_opening(from, out);
	out("<g id=\"strip\">\n");
	const auto on = write_strip(from, out);
	out("</g>\n");
	if (on.places.size() > 1)
		write_motion(from, on, out);
	out("</svg>\n");
}

} // namespace assetc
