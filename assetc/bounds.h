// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// The most that is read, so that a hostile file takes little time and memory; people can raise it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace assetc {

struct bounds {
	std::uint64_t pixels = 64'000'000; // of one picture; the images of a film may have 32 times as many together
	std::size_t frames = 100'000;
	std::uint64_t cells = 100'000'000;            // of all frames together; what is sent may have ten times as many
	std::uint64_t table = std::uint64_t{1} << 28; // bytes of a frame table
	std::uint64_t films = std::uint64_t{1} << 30; // bytes of their files, which are kept; nobody can raise it
};

// How many times as many pixels the images of a film, and the picture files of an animation, may have together: some
// ten seconds of drawing. As many times again may be drawn, where frames are made from those before.
inline constexpr std::uint64_t more_pixels_together = 32;
inline constexpr std::uint64_t more_pixels_to_draw = 32 * more_pixels_together;

// The same of pictures that stay in memory while their parts are drawn.
inline constexpr std::uint64_t more_pixels_in_sheets = 4;

// No picture has more in its file, but for what is not its pixels.
inline constexpr std::uint64_t most_bytes_a_pixel = 8;

// For what is kept packed, and for grids once more when they are brought to one size.
inline constexpr std::uint64_t more_cells_to_send = 10;

// For what a recording does on its screen, where a byte can move all cells.
inline constexpr std::uint64_t more_cells_to_move = 100;

// Names that patterns look at: folders that lead into one another, by links or "..", have them without end.
inline constexpr std::size_t most_looks = 1'000'000;

// What stb_image can decode is a little more; so much may be allowed.
inline constexpr std::uint64_t most_pixels_to_allow = 250'000'000;

// Of a row there are numbers in memory beside its pixels, and of a column, too. GIF, JPEG and WebP can have no more.
inline constexpr std::uint64_t most_pixels_a_side = 65'535;

// "64 million", or digits where there are no whole millions.
inline std::string in_words(std::uint64_t count) {
	constexpr std::uint64_t million = 1'000'000;
	return count >= million && count % million == 0 ? std::to_string(count / million) + " million"
							: std::to_string(count);
}

} // namespace assetc
