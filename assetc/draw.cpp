// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "draw.h"

#include "console_font.h"
#include "tone.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace assetc {
namespace {

constexpr int samples_across = 4; // of a cell, each two pixels of the console's font wide and high
constexpr int samples_down = 8;
constexpr float densest_glyph = 0.39F;

using cell_samples = std::array<float, samples_across * samples_down>;

// A glyph through the eye's blur: how well samples match it is blurred . samples - half_energy.
struct candidate {
	char32_t glyph = U' ';
	cell_samples blurred{};
	float half_energy = 0;
};

cell_samples coverage(const glyph_shape &shape) {
	cell_samples result{};
	for (int y = 0; y < glyph_height; ++y)
		for (int x = 0; x < glyph_width; ++x)
			if (shape.rows[static_cast<std::size_t>(y)] & 0x80 >> x)
				result[static_cast<std::size_t>(y / 2 * samples_across + x / 2)] += 0.25F;
	return result;
}

// Squared distance in samples; the eye blurs by 2 and by 4 pixels, and twice since errors count squared.
float eye(int squared_distance) {
	const auto gaussian = [&](float sigma) {
		return std::exp(-static_cast<float>(squared_distance) / (2 * sigma * sigma)) / (sigma * sigma);
	};
	return gaussian(1.41421356F) + gaussian(2.82842712F);
}

cell_samples seen(const cell_samples &lit) {
	cell_samples result{};
	for (int to = 0; to < samples_across * samples_down; ++to)
		for (int from = 0; from < samples_across * samples_down; ++from) {
			const int x = to % samples_across - from % samples_across;
			const int y = to / samples_across - from / samples_across;
			result[static_cast<std::size_t>(to)] +=
				eye(x * x + y * y) * lit[static_cast<std::size_t>(from)];
		}
	return result;
}

float product(const cell_samples &a, const cell_samples &b) {
	float sum = 0;
	for (std::size_t i = 0; i < a.size(); ++i)
		sum += a[i] * b[i];
	return sum;
}

std::vector<candidate> candidates() {
	std::vector<candidate> result;
	for (char glyph = ' '; glyph <= '~'; ++glyph) {
		const cell_samples lit = coverage(console_glyph(glyph));
		const cell_samples blurred = seen(lit);
		result.push_back({static_cast<char32_t>(glyph), blurred, product(blurred, lit) / 2});
	}
	return result;
}

cell_samples samples_of(const plane &picture, int column, int row) {
	cell_samples result;
	const float *corner = picture.at.data() + static_cast<std::ptrdiff_t>(row) * samples_down * picture.width +
			      column * samples_across;
	for (int y = 0; y < samples_down; ++y)
		std::copy_n(corner + static_cast<std::ptrdiff_t>(y) * picture.width, samples_across,
			    result.begin() + y * samples_across);
	return result;
}

char32_t best_glyph(const std::vector<candidate> &choices, const cell_samples &wanted) {
	char32_t best = U' ';
	float best_match = std::numeric_limits<float>::lowest();
	for (const candidate &choice : choices) {
		const float match = product(choice.blurred, wanted) - choice.half_energy;
		if (match > best_match) {
			best_match = match;
			best = choice.glyph;
		}
	}
	return best;
}

int in_proportion(int side, int other_side, int cells, double shape) {
	return std::max(1, static_cast<int>(std::lround(shape * cells * side / other_side)));
}

} // namespace

grid_size fit(int width, int height, const draw_settings &settings) {
	constexpr int screen_columns = 80;
	constexpr int screen_rows = 23; // the cursor stands below
	if (settings.columns > 0 && settings.rows > 0)
		return {settings.columns, settings.rows};
	if (settings.rows > 0)
		return {in_proportion(width, height, settings.rows, 2), settings.rows};
	const int columns = settings.columns > 0 ? settings.columns : screen_columns;
	const int rows = in_proportion(height, width, columns, 0.5);
	if (settings.columns == 0 && rows > screen_rows)
		return {std::min(screen_columns, in_proportion(width, height, screen_rows, 2)), screen_rows};
	return {columns, rows};
}

grid draw(const picture &source, const draw_settings &settings) {
	const grid_size size = fit(source.width, source.height, settings);
	const rgb8 background = {settings.background.red, settings.background.green, settings.background.blue};
	const plane wanted =
		tone(resample_brightness(source, size.columns * samples_across, size.rows * samples_down, background),
		     densest_glyph);
	const std::vector<candidate> choices = candidates();
	grid result;
	result.columns = size.columns;
	result.rows = size.rows;
	result.cells.resize(static_cast<std::size_t>(size.columns) * size.rows);
	for (int row = 0; row < size.rows; ++row)
		for (int column = 0; column < size.columns; ++column)
			result.at(column, row).glyph = best_glyph(choices, samples_of(wanted, column, row));
	return result;
}

} // namespace assetc
