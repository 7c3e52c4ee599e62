// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
//
// Prints how many bytes one loop takes, in Markdown. Arguments are animations, beside those made by rule; --film FRAMES
// writes a film in our own format instead.
#include "diagnostic.h"
#include "frame_table.h"
#include "painted.h"
#include "read.h"
#include "scenes.h"
#include "text.h"

#include <cmath>
#include <cstdio>
#include <string_view>

namespace {

using namespace assetc;

std::size_t bytes_a_loop(animation of, update how) {
	of.send.how = how;
	const auto table = build_frame_table(reel(std::move(of)));
	std::size_t bytes = 0;
	for (std::size_t i = 1; i < table.entries.size(); ++i)
		bytes += table.texts[table.entries[i].text].size();
	return bytes;
}

struct totals {
	int count = 0;
	double logarithms = 0;
};

void print_row(const animation &of, const std::string &name, totals &into) {
	const reel shown(of);
	const auto full = bytes_a_loop(of, update::full), changes = bytes_a_loop(of, update::changes);
	const auto painted = bytes_by_ncurses(shown);
	const double ratio = static_cast<double>(changes) / static_cast<double>(painted);
	std::printf("| %s | %zu | %dx%d | %zu | %zu | %zu | %.2f | %.2f |\n", name.c_str(), shown.frames(),
		    shown.columns, shown.rows, full, changes, painted,
		    static_cast<double>(changes) / static_cast<double>(full), ratio);
	++into.count;
	into.logarithms += std::log(ratio);
}

void print_asset(const char *file, totals &into) {
	options asked;
	asked.input = file;
	auto made = read_animation(asked);
	print_row(made, made.name, into);
	made.colors = color_depth::none;
	print_row(made, made.name + ", no colour", into);
}

void print_table(int argc, char **argv) {
	totals all;
	std::puts("| animation | frames | size | full | changes | ncurses | of full | of ncurses |");
	std::puts("|---|---|---|---|---|---|---|---|");
	for (int i = 1; i < argc; ++i)
		print_asset(argv[i], all);
	for (const auto &made : scenes())
		print_row(made, made.name, all);
	std::printf("\nIn the mean (geometric), %.2f of ncurses' bytes.\n", std::exp(all.logarithms / all.count));
}

void print_film(int frames) {
	std::puts("{ \"name\": \"film\", \"hold_ms\": 42, \"frames\": [");
	const reel shown(film(frames));
	for (std::size_t i = 0; i < shown.frames(); ++i) {
		const auto cells = shown.at(i);
		std::string text = i == 0 ? "{\"art\":[" : ",{\"art\":[";
		for (int row = 0; row < cells.rows; ++row) {
			text += row == 0 ? "\"" : ",\"";
			for (int column = 0; column < cells.columns; ++column)
				append_glyph(text, cells, cells.at(column, row));
			text += '"';
		}
		std::puts((text + "]}").c_str());
	}
	std::puts("] }");
}

} // namespace

int main(int argc, char **argv) {
	try {
		if (argc == 3 && std::string_view(argv[1]) == "--film")
			print_film(std::stoi(argv[2]));
		else
			print_table(argc, argv);
		return 0;
	} catch (const error &wrong) {
		std::fputs(to_text(wrong.said, "error", false).c_str(), stderr);
		return 1;
	}
}
