// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// The chunks that a PNG consists of.
#pragma once

#include "png_number.h"

#include <algorithm>
#include <optional>

namespace assetc {

struct png_chunk {
	std::string_view kind;
	std::string_view content;
	std::string_view whole; // with the length and the kind before its content, and the checksum behind
};

// Takes the next chunk, and the checksum behind it, which may be missing. Nothing where its content is not all there.
inline std::optional<png_chunk> take_png_chunk(std::string_view &rest) {
	constexpr std::size_t head = 8, check = 4;
	const auto length = rest.size() < head ? 0 : png_number(rest, 0, 4);
	if (rest.size() < head || length > rest.size() - head)
		return std::nullopt;
	const png_chunk taken{rest.substr(4, 4), rest.substr(head, length), rest.substr(0, head + length + check)};
	rest.remove_prefix(taken.whole.size());
	return taken;
}

// Calls take(chunk) with each, up to the one that ends the PNG, behind which nobody looks. False where one is not all
// there; a PNG that ends between two of them is not told from a whole one.
template <typename function> bool each_png_chunk(std::string_view png, function take) {
	constexpr std::size_t signature = 8, head = 8;
	auto rest = png.substr(std::min(png.size(), signature));
	while (const auto next = take_png_chunk(rest)) {
		if (next->kind == "IEND")
			return true;
		take(*next);
	}
	return rest.size() < head;
}

} // namespace assetc
