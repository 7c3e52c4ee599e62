// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "plain_cells.h"

#include "eye.h"

#include <algorithm>
#include <limits>

namespace assetc {
namespace {

struct tones {
	float least = std::numeric_limits<float>::max();
	float most = std::numeric_limits<float>::lowest();
};

void add(tones &to, const tones &more) {
	to.least = std::min(to.least, more.least);
	to.most = std::max(to.most, more.most);
}

std::vector<tones> tones_of_cells(const plane &of) {
	std::vector<tones> result(of.at.size() / cell_size);
	for (std::size_t i = 0; i < of.at.size(); ++i)
		add(result[cell_of(i, of.width)], {of.at[i], of.at[i]});
	return result;
}

} // namespace

std::vector<bool> plain_cells(const plane &of) {
	constexpr float alike = 1.0F / 128; // so that what JPEG adds to a plain paper does not count
	const auto cells = tones_of_cells(of);
	const int columns = of.width / samples_across, rows = of.height / samples_down;
	std::vector<bool> result;
	for (int row = 0; row < rows; ++row)
		for (int column = 0; column < columns; ++column) {
			tones around;
			for (int y = std::max(0, row - 1); y <= std::min(rows - 1, row + 1); ++y)
				for (int x = std::max(0, column - 1); x <= std::min(columns - 1, column + 1); ++x)
					add(around, cells[static_cast<std::size_t>(y * columns + x)]);
			result.push_back(around.most - around.least <= alike);
		}
	return result;
}

} // namespace assetc
