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

picture turned_back(const picture &from) {
	picture upright{from.height, from.width, {}};
	upright.rgba.reserve(from.rgba.size());
	for (int y = 0; y < upright.height; ++y)
		for (int x = 0; x < upright.width; ++x) {
			const auto *const source = pixel(from, from.width - 1 - y, x);
			upright.rgba.insert(upright.rgba.end(), source, source + pixel_bytes);
		}
	return upright;
}

picture placed(const picture &part, const canvas &on) {
	picture whole{on.width, on.height, {}};
	whole.rgba.resize(pixel_bytes * static_cast<std::size_t>(on.width) * on.height);
	const int first = std::max(0, -on.left), end = std::min(part.width, on.width - on.left);
	for (int y = std::max(0, -on.top); y < std::min(part.height, on.height - on.top) && first < end; ++y) {
		const auto to = pixel_bytes * (static_cast<std::size_t>(on.top + y) * on.width + on.left + first);
		std::copy(pixel(part, first, y), pixel(part, first, y) + pixel_bytes * (end - first),
			  whole.rgba.begin() + static_cast<std::ptrdiff_t>(to));
	}
	return whole;
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
	auto shown = cut(*sheet, part.x, part.y, part.width, part.height);
	if (part.is_turned)
		shown = turned_back(shown);
	if (part.on.width > 0)
		shown = placed(shown, part.on);
	return std::make_shared<const picture>(std::move(shown));
}

} // namespace assetc
