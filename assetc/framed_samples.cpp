// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "framed_samples.h"

#include <algorithm>

namespace assetc {

std::vector<float> framed(const plane &of, const frame &in, int step) {
	std::vector<float> result(in.size());
	each_sample(in, [&](int x, int y) {
		result[in.at(x, y)] = of.at[static_cast<std::size_t>(step * y * of.width + step * x)];
	});
	return result;
}

void continue_edges(std::vector<float> &samples, const frame &in) {
	for (int y = 0; y < in.height; ++y) {
		samples[in.at(-1, y)] = samples[in.at(0, y)];
		samples[in.at(in.width, y)] = samples[in.at(in.width - 1, y)];
	}
	const auto row = [&](int y) { return samples.begin() + in.at(0, y); };
	std::copy_n(row(0), in.width, row(-1));
	std::copy_n(row(in.height - 1), in.width, row(in.height));
}

} // namespace assetc
