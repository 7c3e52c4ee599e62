// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "glyph_costs.h"

#include <gtest/gtest.h>
#include <random>
#include <vector>

namespace assetc {
namespace {

TEST(find_costs, adds_up_all_pairs) {
	constexpr std::size_t count = 2 * cost_block;
	constexpr std::size_t pairs = 5;
	std::mt19937 random(1);
	const auto some = [&](int most) { return static_cast<int>(random() % (2U * most + 1)) - most; };
	std::vector<std::int16_t> felt(2 * pairs), lit(2 * pairs * count);
	std::vector<std::int32_t> base(count), minus(count), got(count);
	for (auto &one : felt)
		one = static_cast<std::int16_t>(some(32767));
	for (auto &one : lit)
		one = static_cast<std::int16_t>(some(512));
	for (std::size_t k = 0; k < count; ++k) {
		base[k] = some(1'000'000);
		minus[k] = some(1'000'000);
	}
	for (const bool has_minus : {false, true}) {
		find_costs(got.data(), felt.data(), pairs, lit.data(), base.data(), has_minus ? minus.data() : nullptr,
			   count);
		for (std::size_t k = 0; k < count; ++k) {
			int cost = base[k] - (has_minus ? minus[k] : 0);
			for (std::size_t i = 0; i < 2 * pairs; ++i)
				cost += felt[i] * lit[(i / 2 * count + k) * 2 + i % 2];
			EXPECT_EQ(got[k], cost) << k;
		}
	}
}

} // namespace
} // namespace assetc
