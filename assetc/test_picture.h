// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// For tests: a picture file whose pixels can be told apart.
#pragma once

#include <cstdint>
#include <string>

namespace assetc {

// A BMP whose pixels have their number, row by row from 1, as red, and no green and blue.
inline std::string numbered_bmp(int width, int height) {
	const auto number = [](std::uint32_t value, int bytes) {
		std::string text;
		for (int i = 0; i < bytes; ++i, value >>= 8)
			text += static_cast<char>(value & 0xff);
		return text;
	};
	std::string pixels;
	for (int y = height - 1; y >= 0; --y) { // from the bottom up
		std::string row;
		for (int x = 0; x < width; ++x)
			row += {0, 0, static_cast<char>(y * width + x + 1)};
		row.resize((row.size() + 3) / 4 * 4);
		pixels += row;
	}
	constexpr std::uint32_t head = 54;
	const auto size = static_cast<std::uint32_t>(head + pixels.size());
	return "BM" + number(size, 4) + number(0, 4) + number(head, 4) + number(40, 4) +
	       number(static_cast<std::uint32_t>(width), 4) + number(static_cast<std::uint32_t>(height), 4) +
	       number(1, 2) + number(24, 2) + std::string(24, '\0') + pixels;
}

} // namespace assetc
