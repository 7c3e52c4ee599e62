// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
//
// Prints what console_test, in the throwaway kernel, is to send to the Linux console and to see there. Given options as
// assetc takes them, of that animation; else of the hard cases. With --frame N, only the bytes as far as entry N, for
// any terminal.
#include "frame_table.h"
#include "hard_cases.h"
#include "read.h"

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <string>

namespace {

using namespace assetc;

constexpr int console_columns = 80;
constexpr int console_rows = 25;

void print(std::uint32_t number) {
	std::fwrite(&number, sizeof(number), 1, stdout);
}

// What the console makes of a colour: three bits, the console's order of which is not ANSI's, and for ink
// one that makes it bright.
int console_bits(int number) {
	return (number & 1) << 2 | (number & 2) | (number & 4) >> 2;
}

// Of the colours from 16 on, and of exact ones, the console has its own idea.
rgb8 console_rgb(color of) {
	if (of.is == color::kind::rgb)
		return {of.red, of.green, of.blue};
	const auto byte = [](int level) { return static_cast<std::uint8_t>(level); };
	const int number = of.number() - 16;
	if (number >= 216)
		return {byte(number * 10 - 2152), byte(number * 10 - 2152), byte(number * 10 - 2152)};
	return {byte(number / 36 * 85 / 2), byte(number / 6 % 6 * 85 / 2), byte(number % 6 * 85 / 2)};
}

int console_ink(color of) {
	if (of.is == color::kind::standard)
		return 7;
	if (of.is == color::kind::indexed && of.number() < 16)
		return console_bits(of.number() & 7) | (of.number() & 8);
	const auto shown = console_rgb(of);
	const int most = std::max({shown.red, shown.green, shown.blue});
	const auto bit = [&](int level, int value) { return level > most / 2 ? value : 0; };
	const int hue = bit(shown.red, 4) | bit(shown.green, 2) | bit(shown.blue, 1);
	if (hue == 7 && most <= 0x55)
		return 8;
	return most > 0xaa ? hue | 8 : hue;
}

int console_paper(color of) {
	if (of.is == color::kind::standard)
		return 0;
	if (of.is == color::kind::indexed && of.number() < 16)
		return console_bits(of.number() & 7);
	const auto shown = console_rgb(of);
	return (shown.red & 0x80) >> 5 | (shown.green & 0x80) >> 6 | (shown.blue & 0x80) >> 7;
}

// A glyph that is not ASCII has a number that depends on the font: 0 stands for any.
void print_cells(const grid &shown) {
	for (const auto &painted : shown.cells) {
		std::putchar(painted.glyph < 0x7f ? static_cast<int>(painted.glyph) : 0);
		std::putchar(console_paper(painted.paper) << 4 | console_ink(painted.ink));
	}
}

// A loop, and the first two frames again.
void print_steps(const reel &shown) {
	const auto table = build_frame_table(shown);
	const auto steps = static_cast<std::uint32_t>(shown.frames() + 3);
	print(static_cast<std::uint32_t>(shown.columns));
	print(static_cast<std::uint32_t>(shown.rows));
	print(steps);
	std::size_t entry = 0;
	for (std::uint32_t step = 0; step < steps; ++step) {
		const auto &text = table.texts[table.entries[entry].text];
		print(static_cast<std::uint32_t>(text.size()));
		std::fwrite(text.data(), 1, text.size(), stdout);
		print_cells(shown.at(entry % shown.frames()));
		entry = entry < shown.frames() ? entry + 1 : std::min<std::size_t>(1, shown.frames());
	}
}

bool has_only_narrow_glyphs(const reel &of) {
	for (std::size_t i = 0; i < of.frames(); ++i)
		for (const auto &painted : of.at(i).cells)
			if (painted.glyph == wide_tail || painted.glyph >= cluster_base)
				return false;
	return true;
}

void print_hard_cases() {
	for (auto &hard : hard_cases())
		for (const auto how : {update::full, update::changes}) {
			hard.send.how = how;
			const reel shown(hard);
			if (shown.columns <= console_columns && shown.rows < console_rows &&
			    has_only_narrow_glyphs(shown))
				print_steps(shown);
		}
}

void print_until(const reel &shown, std::size_t last) {
	const auto table = build_frame_table(shown);
	for (std::size_t entry = 0; entry <= last; ++entry) {
		const auto &text = table.texts[table.entries[entry].text];
		std::fwrite(text.data(), 1, text.size(), stdout);
	}
}

} // namespace

int main(int argc, char **argv) {
	try {
		if (argc == 1)
			print_hard_cases();
		else if (const auto asked = parse_command_line(argc, argv, std::cout))
			asked->frame
				? print_until(reel(read_animation(*asked)), static_cast<std::size_t>(*asked->frame))
				: print_steps(reel(read_animation(*asked)));
		return 0;
	} catch (const error &wrong) {
		std::cerr << to_text(wrong.said, "error", false);
		return 1;
	}
}
