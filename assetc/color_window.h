// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// The window around a cell in which its light is felt, blurred: the blur is that of an eye that sees sharply, one
// sample, which is two pixels of the console's font.
#pragma once

#include "eye.h"

#include <array>
#include <cstddef>

namespace assetc {

inline constexpr int color_reach = 3; // samples
inline constexpr int window_width = samples_across + 2 * color_reach;
inline constexpr int window_height = samples_down + 2 * color_reach;
inline constexpr int window_area = window_width * window_height;
using window_plane = std::array<float, window_area>;

using cell_plane = std::array<float, cell_size>;

// Light in the window or in the cell, a channel each.
using window = std::array<window_plane, 3>;
using cell_window = std::array<cell_plane, 3>;

// How visible errors are is told for patches of 2x2 samples, of the window and of the whole picture alike.
inline constexpr int patch_side = 2;
inline constexpr int patches_across = window_width / patch_side;
inline constexpr int patches_down = window_height / patch_side;
inline constexpr int patch_count = patches_across * patches_down;
using patches = std::array<float, patch_count>;

// The patch of a sample of the window.
constexpr std::size_t patch_of(std::size_t sample) {
	return sample / window_width / patch_side * patches_across + sample % window_width / patch_side;
}

// Where a sample of the cell is in the window.
constexpr std::size_t in_window(std::size_t sample) {
	return (sample / samples_across + color_reach) * window_width + sample % samples_across + color_reach;
}

// The weights of the distances -color_reach to color_reach; together they are 1.
const std::array<float, 2 * color_reach + 1> &color_taps();

// What the window shows of light in the cell.
window_plane blurred(const cell_plane &light);

// The other way: what each of the cell's samples has to do with all in the window.
cell_plane gathered(const window_plane &felt);

} // namespace assetc
