// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// How the eye sees a screen full of text: what it blurs together and what it notices.
#pragma once

#include "blur.h"

#include <cstddef>
#include <cstdint>

namespace assetc {

// Pictures and glyphs are compared in samples, each of them two pixels of the console's 8x16 font.
inline constexpr int samples_across = 4; // of a cell
inline constexpr int samples_down = 8;
inline constexpr int cell_size = samples_across * samples_down;

// The cell that a sample lies in, of a plane so many samples wide.
inline std::size_t cell_of(std::size_t sample, int width) {
	const int x = static_cast<int>(sample) % width, y = static_cast<int>(sample) / width;
	return static_cast<std::size_t>(y / samples_down * (width / samples_across) + x / samples_across);
}

// Which of its cell's it is.
inline std::size_t within_cell(std::size_t sample, int width) {
	const int x = static_cast<int>(sample) % width, y = static_cast<int>(sample) / width;
	return static_cast<std::size_t>(y % samples_down * samples_across + x % samples_across);
}

// A detail is noticed this many samples away, and no further.
inline constexpr int eye_reach = blur_reach;

// How strongly a detail is felt at a distance, of twice the reach at most: two Gaussians, the eye's blur at two and at
// four pixels.
double eye_weight(int across, int down);

// The two Gaussians, each as a blur across and down, and how much it counts.
struct eye_blur {
	tap_row taps;
	float weight;
};
std::array<eye_blur, 2> eye_blurs();

// What the eye feels everywhere of details in a plane of errors.
plane felt(const plane &errors);

// Brightness is felt from cell to cell, this many away.
inline constexpr int wide_reach_across = 6;
inline constexpr int wide_reach_down = 3;

// How strongly the brightness of a cell is felt in another, a sample of each: a wide Gaussian, and below zero, since
// the overall brightness matters less than what is in the picture.
double wide_weight(int columns, int rows);

} // namespace assetc
