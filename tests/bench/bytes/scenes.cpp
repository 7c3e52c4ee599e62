// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "scenes.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace assetc {

namespace {

constexpr double pi = 3.14159265358979;

// The same numbers on every machine.
class dice {
public:
	int below(int limit) {
		state ^= state << 13;
		state ^= state >> 17;
		state ^= state << 5;
		return static_cast<int>(state % static_cast<unsigned>(limit));
	}

private:
	std::uint32_t state = 20'231'123;
};

grid blank(int columns, int rows) {
	return {columns, rows, std::vector<cell>(static_cast<std::size_t>(columns) * rows), {}};
}

void write(grid &on, int column, int row, std::string_view text, color ink = {}) {
	for (const char c : text) {
		if (column >= 0 && column < on.columns && row >= 0 && row < on.rows)
			on.at(column, row) = {static_cast<char32_t>(c), ink, {}};
		++column;
	}
}

using scene = std::function<grid(int frame)>;

animation shot(const std::string &name, int frames, const scene &shown) {
	animation made;
	made.name = name;
	for (int i = 0; i < frames; ++i)
		made.frames.push_back({std::chrono::milliseconds(70), {}, shown(i)});
	return made;
}

std::string any_words(dice &random, int length) {
	std::string words;
	while (static_cast<int>(words.size()) < length) {
		for (int i = 2 + random.below(8); i > 0; --i)
			words += static_cast<char>('a' + random.below(26));
		words += ' ';
	}
	return words.substr(0, static_cast<std::size_t>(length));
}

animation scrolling_log() {
	dice random;
	std::vector<std::string> lines;
	for (int i = 0; i < 40; ++i)
		lines.push_back(any_words(random, 20 + random.below(55)));
	return shot("scrolling_log", 40, [&](int frame) {
		grid shown = blank(80, 20);
		for (int row = 0; row < shown.rows; ++row)
			write(shown, 0, row, lines[static_cast<std::size_t>((frame + row) % 40)]);
		return shown;
	});
}

animation typed_text() {
	dice random;
	const auto words = any_words(random, 240);
	return shot("typed_text", 60, [&](int frame) {
		grid shown = blank(60, 6);
		for (int i = 0; i < frame * 4; ++i)
			write(shown, i % 48 + 4, i / 48, words.substr(static_cast<std::size_t>(i), 1));
		return shown;
	});
}

animation marquee() {
	dice random;
	const auto words = any_words(random, 120);
	return shot("marquee", 120, [&](int frame) {
		grid shown = blank(70, 3);
		write(shown, 0, 0, std::string(70, '-'));
		write(shown, -frame, 1, words + words);
		write(shown, 0, 2, std::string(70, '-'));
		return shown;
	});
}

animation bouncing_ball() {
	return shot("bouncing_ball", 48, [](int frame) {
		grid shown = blank(64, 20);
		const int column = 2 + static_cast<int>(std::lround(25 - 25 * std::cos(frame * pi / 24)));
		const int height = static_cast<int>(std::lround(14 * std::abs(std::sin(frame * pi / 12))));
		write(shown, 0, 19, std::string(64, '='));
		write(shown, column + 1, 16 - height, ".--.", color::indexed(208));
		write(shown, column, 17 - height, "(    )", color::indexed(208));
		write(shown, column + 1, 18 - height, "'--'", color::indexed(208));
		return shown;
	});
}

animation stars() {
	return shot("stars", 40, [](int frame) {
		dice random;
		grid shown = blank(80, 23);
		for (int i = 0; i < 90; ++i) {
			const int speed = 1 + i % 3, row = random.below(23);
			const int column = (random.below(80) + 160 - frame * speed * 2) % 80;
			write(shown, column, row,
			      std::string_view(".+*").substr(static_cast<std::size_t>(speed) - 1, 1));
		}
		return shown;
	});
}

animation life() {
	dice random;
	grid now = blank(60, 20);
	for (auto &one : now.cells)
		one.glyph = random.below(3) == 0 ? U'#' : U' ';
	return shot("life", 40, [&](int) {
		const grid before = now;
		for (int i = 0; i < 1200; ++i) {
			int alive = 0;
			for (int j = 0; j < 9; ++j)
				alive += j != 4 &&
					 before.at((i + j % 3 + 59) % 60, (i / 60 + j / 3 + 19) % 20).glyph == U'#';
			auto &here = now.at(i % 60, i / 60).glyph;
			here = alive == 3 || (alive == 2 && here == U'#') ? U'#' : U' ';
		}
		return before;
	});
}

animation fire() {
	dice random;
	std::vector<int> heat(70 * 22);
	constexpr std::array<std::uint8_t, 8> inks = {52, 88, 124, 160, 202, 208, 220, 230};
	return shot("fire", 40, [&](int) {
		for (int column = 0; column < 70; ++column)
			heat[static_cast<std::size_t>(21 * 70 + column)] = random.below(256);
		grid shown = blank(70, 20);
		for (int i = 0; i < 20 * 70; ++i) {
			const auto below = static_cast<std::size_t>(i + 70);
			const int sum = heat[below] + heat[below - 1] + heat[below + 1] +
					heat[std::min<std::size_t>(below + 70, 1539)];
			const int now = std::max(0, sum / 4 - 5);
			heat[static_cast<std::size_t>(i)] = now;
			shown.cells[static_cast<std::size_t>(i)] = {
				static_cast<char32_t>(" .:*xsS#$"[std::min(8, now / 20)]),
				color::indexed(inks[static_cast<std::size_t>(std::min(7, now / 24))]),
				{}};
		}
		return shown;
	});
}

animation rain() {
	return shot("rain", 60, [](int frame) {
		dice random;
		grid shown = blank(80, 23);
		for (int column = 0; column < 80; column += 2) {
			const int head = (random.below(60) + frame) % 60 - 20, length = 4 + random.below(12);
			for (int i = 0; i < length; ++i) {
				const char glyph = static_cast<char>('0' + (column * 7 + (head - i) * 13 + 500) % 60);
				write(shown, column, head - i, {&glyph, 1},
				      color::indexed(i == 0  ? 231
						     : i < 4 ? 46
							     : 28));
			}
		}
		return shown;
	});
}

// Shadows that flow into each other, before a bright wall or, every second scene, bright before a dark one.
char32_t film_glyph(int column, int row, double time) {
	double body = 0;
	for (int i = 0; i < 5; ++i) {
		const double x = column - 40 - 30 * std::sin(time * (0.7 + 0.23 * i) + i);
		const double y = 2 * (row - 12 - 9 * std::cos(time * (0.5 + 0.31 * i) + 2 * i));
		body += 60 / (20 + x * x + y * y);
	}
	const bool is_bright = static_cast<int>(time / 10) % 2 != 0;
	const double light = (is_bright ? 1 : -1) * (body - 0.75) * 150 + 7;
	constexpr std::string_view ramp = " .,:;i1tfLCG08@";
	return static_cast<char32_t>(ramp[static_cast<std::size_t>(std::clamp(light, 0.0, 14.0))]);
}

} // namespace

animation film(int frames) {
	return shot("film", frames, [](int frame) {
		grid shown = blank(80, 24);
		for (int i = 0; i < 80 * 24; ++i)
			shown.cells[static_cast<std::size_t>(i)].glyph = film_glyph(i % 80, i / 80, frame / 40.0);
		return shown;
	});
}

std::vector<animation> scenes() {
	return {scrolling_log(), typed_text(), marquee(), bouncing_ball(), stars(), life(), fire(), rain(), film(60)};
}

} // namespace assetc
