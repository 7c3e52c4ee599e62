// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "picture_part.h"

#include "picture_file.h"

#include <algorithm>
#include <utility>

namespace assetc {

namespace {

constexpr std::size_t pixel_bytes = 4;

const std::uint8_t *pixel(const picture &of, int x, int y) {
	return of.rgba.data() + pixel_bytes * (static_cast<std::size_t>(y) * of.width + x);
}

// Copies pixels of a row of the part, from one before another, once it is turned back.
void copy_row(const picture_part &part, const picture &sheet, int row, int first, int end, std::uint8_t *to) {
	if (!part.is_turned) {
		const auto *const from = pixel(sheet, part.x + first, part.y + row);
		std::copy(from, from + pixel_bytes * (end - first), to);
		return;
	}
	const int column = part.x + part.width - 1 - row;
	for (int i = first; i < end; ++i, to += pixel_bytes)
		std::copy_n(pixel(sheet, column, part.y + i), pixel_bytes, to);
}

} // namespace

picture_size size_of(const picture_part &part) {
	if (part.on.width > 0)
		return {part.on.width, part.on.height};
	if (part.width > 0)
		return part.is_turned ? picture_size{part.height, part.width} : picture_size{part.width, part.height};
	return part.sheet ? picture_size{part.sheet->width, part.sheet->height} : part.alone;
}

std::shared_ptr<const picture> pixels_of(const picture_part &part, const bounds &at_most) {
	auto sheet = part.sheet ? part.sheet : std::make_shared<const picture>(read_picture(part.file, at_most));
	if (part.width == 0)
		return sheet;
	// What is not shown is not looked at: a part can be far larger than its canvas, and there can be many.
	const auto upright =
		part.is_turned ? picture_size{part.height, part.width} : picture_size{part.width, part.height};
	const auto on = part.on.width > 0 ? part.on : canvas{upright.width, upright.height, 0, 0};
	picture shown{on.width, on.height, {}};
	shown.rgba.resize(pixel_bytes * pixels_in({on.width, on.height}));
	const int first = std::max(0, -on.left), end = std::min(upright.width, on.width - on.left);
	for (int row = std::max(0, -on.top); row < std::min(upright.height, on.height - on.top) && first < end; ++row) {
		const auto to = pixels_in({on.width, on.top + row}) + static_cast<std::size_t>(on.left + first);
		copy_row(part, *sheet, row, first, end, shown.rgba.data() + pixel_bytes * to);
	}
	return std::make_shared<const picture>(std::move(shown));
}

} // namespace assetc
