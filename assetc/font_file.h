// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Console fonts in files: PSF 1 and 2, as setfont takes them.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace assetc {

struct font_file {
	std::string name; // of the file
	int width = 0;    // pixels
	int height = 0;
	int count = 0;
	std::vector<std::uint8_t> rows;    // glyph by glyph, line by line, the leftmost pixel in the highest bit
	std::map<char32_t, int> number_of; // code point -> glyph

	// Whether a glyph, by its number, lights a pixel.
	bool lights(int number, int x, int y) const {
		const int stride = (width + 7) / 8;
		const auto at = (static_cast<std::size_t>(number) * height + y) * stride + x / 8;
		return (rows[at] & 0x80 >> x % 8) != 0;
	}
};

// Reads a font, compressed by gzip or not. Throws error, naming the file, where it cannot be read, and for anything
// that is no font of at most 64x128 pixels and 65536 glyphs, or cut short.
font_file read_font(const std::string &file);
font_file decode_font(const std::string &file, std::string bytes);

} // namespace assetc
