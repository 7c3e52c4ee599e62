// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Blurred planes of numbers.
#pragma once

#include "plane.h"

#include <array>

namespace assetc {

// How much a number counts at each distance, in rows as in columns.
inline constexpr int blur_reach = 6;
using tap_row = std::array<float, blur_reach + 1>;

// The weights of a Gaussian, which add up to 1.
tap_row gaussian(double variance);

enum class beyond_edges : bool { nothing, the_edge };

// Each number is the sum of all around it, as much as they count; beyond the edges there are zeros, or the numbers at
// the edge go on for ever.
plane blurred(const plane &of, const tap_row &taps, beyond_edges are);

} // namespace assetc
