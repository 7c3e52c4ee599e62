// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "os2_bmp.h"

#include "little_number.h"

#include <algorithm>

namespace assetc {

namespace {

constexpr std::size_t head_at = 14, sides_at = 18, table_at = 26;

std::string in_bytes(std::size_t number) {
	return {static_cast<char>(number), static_cast<char>(number >> 8), static_cast<char>(number >> 16),
		static_cast<char>(number >> 24)};
}

} // namespace

bool is_os2_bmp(std::string_view bmp) {
	constexpr unsigned head = 12, most_bits = 8;
	return bmp.size() > table_at && little_number(bmp, head_at, 4) == head &&
	       static_cast<unsigned char>(bmp[24]) <= most_bits;
}

std::string as_of_windows(std::string_view bmp) {
	constexpr std::size_t most_colors = 256, usual_head = 40, usual_table_at = head_at + usual_head;
	const auto pixels_at = std::clamp<std::size_t>(little_number(bmp, 10, 4), table_at, bmp.size());
	const auto colors = std::min((pixels_at - table_at) / 3, most_colors);
	std::string made(bmp.substr(0, 10));
	made += in_bytes(usual_table_at + 4 * colors) + in_bytes(usual_head);
	for (const auto side : {sides_at, sides_at + 2})
		(made += bmp.substr(side, 2)).append(2, '\0');
	(made += bmp.substr(sides_at + 4, 4)).resize(usual_table_at);
	for (std::size_t i = 0; i < colors; ++i)
		(made += bmp.substr(table_at + 3 * i, 3)) += '\0';
	return made += bmp.substr(pixels_at);
}

} // namespace assetc
