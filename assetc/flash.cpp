// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "flash.h"

#include "luminance.h"

#include <algorithm>

namespace assetc {

namespace {

constexpr float visible_change = 0.1F;
constexpr float bright_enough = 0.8F; // changes above it are not seen as flashes
constexpr std::uint64_t second_us = 1'000'000;
constexpr int small_area_cells = 170;

} // namespace

flash_meter::flash_meter(int width, int height) : columns(width), rows(height) {}

void flash_meter::watch(tile &one, float luminance, std::uint64_t at_us) {
	one.darkest = std::min(one.darkest, luminance);
	one.brightest = std::max(one.brightest, luminance);
	int trend = 0;
	if (one.trend != 1 && luminance - one.darkest >= visible_change && one.darkest < bright_enough)
		trend = 1;
	else if (one.trend != -1 && one.brightest - luminance >= visible_change && luminance < bright_enough)
		trend = -1;
	if (trend == 0)
		return;
	one.trend = trend;
	one.darkest = one.brightest = luminance;
	one.transitions_us[one.transitions++ % one.transitions_us.size()] = at_us;
}

bool flash_meter::is_too_often(const tile &one, std::uint64_t now_us) {
	const auto most = one.transitions_us.size();
	return one.transitions >= most && now_us - one.transitions_us[one.transitions % most] < second_us;
}

int flash_meter::cells_of(std::size_t number) const {
	const int across = (columns + tile_columns - 1) / tile_columns;
	const int left = static_cast<int>(number) % across * tile_columns;
	const int top = static_cast<int>(number) / across * tile_rows;
	return std::min(tile_columns, columns - left) * std::min(tile_rows, rows - top);
}

int flash_meter::show(const grid &cells, std::uint64_t at_us) {
	const auto light = tile_luminance(cells);
	if (tiles.empty())
		for (const auto first : light)
			tiles.push_back({first, first, 0, {}, 0});
	int flashing = 0;
	for (std::size_t i = 0; i < tiles.size(); ++i) {
		watch(tiles[i], light[i], at_us);
		if (is_too_often(tiles[i], at_us))
			flashing += cells_of(i);
	}
	return flashing;
}

int large_area(int columns, int rows) {
	return std::max(columns * rows / 4, small_area_cells);
}

} // namespace assetc
