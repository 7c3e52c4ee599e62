// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "seen_text.h"

namespace assetc {

plane seen_from_close(const std::vector<int> &chosen, const repertoire &glyphs, int columns) {
	const int rows = static_cast<int>(chosen.size()) / columns;
	plane result = {columns * samples_across, rows * samples_down, std::vector<float>(chosen.size() * cell_size)};
	for (int cell = 0; cell < columns * rows; ++cell) {
		const float *from = glyphs.seen(chosen[static_cast<std::size_t>(cell)]).data();
		const int column = cell % columns, row = cell / columns;
		const int left = column * samples_across - seen_reach, top = row * samples_down - seen_reach;
		const bool is_at_side = column == 0 || column == columns - 1;
		for (int y = top; y < top + seen_height; ++y, from += seen_width) {
			float *const to = result.at.data() +
					  static_cast<std::ptrdiff_t>(mirrored(y, result.height)) * result.width;
			if (is_at_side)
				for (int x = 0; x < seen_width; ++x)
					to[mirrored(left + x, result.width)] += from[x];
			else
				for (int x = 0; x < seen_width; ++x)
					to[left + x] += from[x];
		}
	}
	return result;
}

} // namespace assetc
