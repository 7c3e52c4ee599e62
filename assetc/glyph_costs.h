// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// The innermost loop of the search for glyphs, for each vector unit that is worth it.
#pragma once

#include <cstddef>
#include <cstdint>

namespace assetc {

// As many costs as fit in registers.
inline constexpr std::size_t cost_block = 32;

// costs[k] = base[k] - minus[k] + the sum over all pairs p of
// felt[2p] * lit[2 * (p * count + k)] + felt[2p + 1] * lit[2 * (p * count + k) + 1]
// for all k below count, which is a multiple of cost_block. `minus` may be null. Whole numbers: the same on every
// machine.
void find_costs(std::int32_t *costs, const std::int16_t *felt, std::size_t pairs, const std::int16_t *lit,
		const std::int32_t *base, const std::int32_t *minus, std::size_t count);

} // namespace assetc
