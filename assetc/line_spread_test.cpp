// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "line_spread.h"

#include <gtest/gtest.h>

#include <numeric>

namespace assetc {
namespace {

plane line(int length) {
	plane result = {length, 1, {}};
	for (int i = 0; i < length; ++i)
		result.at.push_back(static_cast<float>((7 * i + i * i) % 11));
	return result;
}

// What is seen of a line.
std::vector<float> spread(const plane &of, const line_spread &by) {
	std::vector<float> result(static_cast<std::size_t>(by.seen));
	for (int i = 0; i < of.width; ++i)
		for (int k = 0; k < by.count[static_cast<std::size_t>(i)]; ++k)
			result[static_cast<std::size_t>(by.first[static_cast<std::size_t>(i)] + k)] +=
				of.at[static_cast<std::size_t>(i)] * by.of(i)[k];
	return result;
}

void expect_same(const std::vector<float> &numbers, const std::vector<float> &expected, float tolerance = 1e-4F) {
	ASSERT_EQ(numbers.size(), expected.size());
	for (std::size_t i = 0; i < numbers.size(); ++i)
		EXPECT_NEAR(numbers[i], expected[i], tolerance) << i;
}

std::vector<float> every_second(const std::vector<float> &of) {
	std::vector<float> result;
	for (std::size_t i = 0; i < of.size(); i += 2)
		result.push_back(of[i]);
	return result;
}

TEST(spread_by, does_what_blurred_does_whatever_the_length) {
	const tap_row taps = gaussian(3);
	for (const int length : {1, 2, 3, 5, 8, 13, 40}) {
		const std::vector<float> blur = blurred(line(length), taps, beyond_edges::the_edge).at;
		expect_same(spread(line(length), spread_by(length, taps)), blur);
		expect_same(spread(line(length), spread_by(length, taps, 2)), every_second(blur));
	}
}

TEST(then, is_one_blur_after_the_other) {
	const tap_row narrow = gaussian(2), wide = gaussian(5);
	for (const int length : {1, 4, 7, 32}) {
		plane halved = blurred(line(length), narrow, beyond_edges::the_edge);
		halved.at = every_second(halved.at);
		halved.width = static_cast<int>(halved.at.size());
		const line_spread both = then(spread_by(length, narrow, 2), spread_by(halved.width, wide));
		expect_same(spread(line(length), both), blurred(halved, wide, beyond_edges::the_edge).at);
	}
}

TEST(trimmed, leaves_out_little_and_makes_up_for_it) {
	const line_spread whole = spread_by(40, gaussian(3)), less = trimmed(whole, 0.05F, 16);
	EXPECT_EQ(less.margin, 16);
	EXPECT_EQ(less.seen, whole.seen);
	for (int i = 0; i < 40; ++i) {
		const auto at = static_cast<std::size_t>(i);
		EXPECT_LT(less.count[at], whole.count[at]);
		EXPECT_NEAR(std::accumulate(less.of(i), less.of(i) + less.count[at], 0.0F),
			    std::accumulate(whole.of(i), whole.of(i) + whole.count[at], 0.0F), 1e-5F);
		EXPECT_EQ(less.of(i)[-16], 0);
		EXPECT_EQ(less.of(i)[less.count[at] + 15], 0);
	}
	expect_same(spread(line(40), less), spread(line(40), whole), 0.25F);
}

} // namespace
} // namespace assetc
