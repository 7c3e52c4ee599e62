// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Numbers as BMPs and TGAs hold them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace assetc {

// A number of so many bytes, the lowest first; those that are not there count as 0.
inline std::uint64_t little_number(std::string_view bytes, std::size_t at, std::size_t size) {
	std::uint64_t value = 0;
	for (std::size_t i = size; i-- > 0;)
		value = value << 8 | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0u);
	return value;
}

} // namespace assetc
