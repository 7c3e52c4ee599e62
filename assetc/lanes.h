// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Numbers that are taken so many at a time, and added up in as many sums: the same on every vector unit.
#pragma once

#include <array>
#include <numeric>

namespace assetc {

inline constexpr int lanes = 8;
using lane_sums = std::array<float, lanes>;

inline double total(const lane_sums &of) {
	return std::accumulate(of.begin(), of.end(), 0.0,
			       [](double sum, float one) { return sum + static_cast<double>(one); });
}

// So many numbers, rounded up.
constexpr int whole_blocks(int count) {
	return (count + lanes - 1) / lanes * lanes;
}

} // namespace assetc
