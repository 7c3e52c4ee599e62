// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "felt.h"
#include "repertoire.h"

#include <gtest/gtest.h>

namespace assetc {
namespace {

plane some_errors(int columns, int rows, std::uint32_t seed = 1) {
	plane errors = {columns * samples_across, rows * samples_down, {}};
	for (int i = 0; i < errors.width * errors.height; ++i) {
		seed = seed * 1664525 + 1013904223;
		errors.at.push_back(static_cast<float>(seed >> 8) / (1 << 24) - 0.5F);
	}
	return errors;
}

// What is asked of is felt as it is where all is.
void expect_felt(detail_feeler &by, const plane &errors, std::span<const cell_span> asked) {
	const int stride = errors.width + 2 * eye_reach;
	std::vector<std::int16_t> got(static_cast<std::size_t>(stride * (errors.height + 2 * eye_reach)));
	const auto at = [&](int x, int y) { return static_cast<std::size_t>(y * errors.width + x); };
	const auto tell = [&](float *first, std::ptrdiff_t apart, int row, const cell_span &cells) {
		for (int y = 0; y < samples_down; ++y)
			for (int x = cells.begin * samples_across; x < cells.end * samples_across; ++x)
				first[y * apart + x] = errors.at[at(x, row * samples_down + y)];
	};
	by.feel(got.data() + eye_reach * stride + eye_reach, errors.width / samples_across, asked, tell);
	const plane all = felt(errors);
	for (int y = 0; y < all.height; ++y) {
		const auto [begin, end] = asked[static_cast<std::size_t>(y / samples_down)];
		for (int x = begin * samples_across; x < end * samples_across; ++x)
			EXPECT_NEAR(got[static_cast<std::size_t>((y + eye_reach) * stride + x + eye_reach)],
				    all.at[at(x, y)] * felt_units, 0.51)
				<< x << ", " << y;
	}
}

TEST(detail_feeler, feels_everywhere) {
	detail_feeler feeler;
	for (const int rows : {1, 2, 6, 7, 8, 30})
		expect_felt(feeler, some_errors(9, rows),
			    std::vector<cell_span>(static_cast<std::size_t>(rows), {0, 9}));
}

TEST(detail_feeler, feels_where_it_is_asked) {
	detail_feeler feeler;
	for (std::uint32_t seed = 1; seed < 4; ++seed) { // what is known from before does no harm
		expect_felt(feeler, some_errors(9, 5, seed), std::vector<cell_span>{{}, {2, 3}, {}, {}, {8, 9}});
		expect_felt(feeler, some_errors(9, 5, seed + 9),
			    std::vector<cell_span>{{0, 1}, {}, {}, {4, 8}, {1, 2}});
	}
	std::vector<cell_span> some(20);
	some[7] = {3, 4};
	some[13] = {1, 9};
	expect_felt(feeler, some_errors(9, 20), some);
}

TEST(detail_feeler, may_be_asked_of_nothing) {
	detail_feeler feeler;
	expect_felt(feeler, some_errors(3, 5), std::vector<cell_span>(5));
	expect_felt(feeler, some_errors(1, 1), std::vector<cell_span>{{0, 1}});
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
