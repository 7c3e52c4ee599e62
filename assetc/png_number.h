// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Numbers as PNGs hold them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace assetc {

// A number of so many bytes, the highest first; they must be there.
inline std::uint64_t png_number(std::string_view bytes, std::size_t at, std::size_t size) {
	std::uint64_t value = 0;
	for (const char byte : bytes.substr(at, size))
		value = value << 8 | static_cast<unsigned char>(byte);
	return value;
}

} // namespace assetc
