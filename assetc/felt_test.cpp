// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "felt.h"
#include "repertoire.h"

#include <gtest/gtest.h>

namespace assetc {
namespace {

constexpr int columns = 9;
constexpr int rows = 5;

plane some_errors(std::uint32_t seed) {
	plane errors = {columns * samples_across, rows * samples_down, {}};
	for (int i = 0; i < errors.width * errors.height; ++i) {
		seed = seed * 1664525 + 1013904223;
		errors.at.push_back(static_cast<float>(seed >> 8) / (1 << 24) - 0.5F);
	}
	return errors;
}

void tell(felt_errors &to, const plane &errors, std::span<const cell_span> asked) {
	for (int y = 0; y < errors.height; ++y) {
		const auto [begin, end] = to.told(asked, y / samples_down);
		for (int x = begin * samples_across; x < end * samples_across; ++x)
			to.errors(y)[x] = errors.at[static_cast<std::size_t>(y * errors.width + x)];
	}
}

// What is asked of is felt as it is where all is.
void expect_felt(felt_errors &by, const plane &errors, std::span<const cell_span> asked) {
	constexpr int stride = columns * samples_across + 2 * eye_reach;
	std::vector<std::int16_t> got(stride * (rows * samples_down + 2 * eye_reach));
	tell(by, errors, asked);
	by.feel(asked, got.data());
	const plane all = felt(errors);
	for (int y = 0; y < all.height; ++y) {
		const auto [begin, end] = asked[static_cast<std::size_t>(y / samples_down)];
		for (int x = begin * samples_across; x < end * samples_across; ++x)
			EXPECT_NEAR(got[static_cast<std::size_t>((y + eye_reach) * stride + x + eye_reach)],
				    all.at[static_cast<std::size_t>(y * all.width + x)] * felt_units, 0.51)
				<< x << ", " << y;
	}
}

TEST(felt_errors, are_felt_everywhere) {
	felt_errors all;
	all.resize(columns, rows);
	expect_felt(all, some_errors(1), std::vector<cell_span>(rows, {0, columns}));
}

TEST(felt_errors, are_felt_where_it_is_asked) {
	felt_errors some;
	some.resize(columns, rows);
	for (std::uint32_t seed = 1; seed < 4; ++seed) { // what is known from before does no harm
		expect_felt(some, some_errors(seed), std::vector<cell_span>{{}, {2, 3}, {}, {}, {8, 9}});
		expect_felt(some, some_errors(seed + 9), std::vector<cell_span>{{0, 1}, {}, {}, {4, 8}, {1, 2}});
	}
}

TEST(felt_errors, may_be_asked_of_nothing) {
	felt_errors none;
	none.resize(columns, rows);
	expect_felt(none, some_errors(1), std::vector<cell_span>(rows));
}

TEST(cell_span, goes_around_both) {
	const cell_span both = around({2, 3}, {5, 7});
	EXPECT_EQ(both.begin, 2);
	EXPECT_EQ(both.end, 7);
	EXPECT_EQ(around({}, {5, 7}).begin, 5);
	EXPECT_EQ(around({5, 7}, {}).end, 7);
}

} // namespace
} // namespace assetc
