// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "similarity.h"

#include <cmath>
#include <gtest/gtest.h>

namespace assetc {
namespace {

constexpr int width = 24;
constexpr int height = 20;

template <typename Of> plane make_plane(Of of) {
	plane result = {width, height, {}};
	for (int y = 0; y < height; ++y)
		for (int x = 0; x < width; ++x)
			result.at.push_back(of(x, y));
	return result;
}

float hill(int x, int y) {
	return 0.5F + 0.02F * static_cast<float>(x) - 0.001F * static_cast<float>((y - 9) * (y - 9));
}

plane picture() {
	return make_plane(hill);
}

plane text() {
	return make_plane([](int x, int y) { return hill(x, y) + 0.05F * static_cast<float>((x + 2 * y) % 3); });
}

pull none() {
	const plane nothing = make_plane([](int, int) { return 0.0F; });
	return {nothing, nothing};
}

// That slopes are what a little more gains, along a diagonal; at the edges, which go on for ever, they are about that.
template <typename Likeness> void expect_slopes(Likeness likeness) {
	pull by = none();
	likeness(text(), &by);
	for (int i = 3; i < height - 3; ++i) {
		constexpr float step = 0.004F;
		plane more = text(), less = text();
		const auto at = static_cast<std::size_t>(i * width + i);
		more.at[at] += step;
		less.at[at] -= step;
		const double gain = (likeness(more, nullptr) - likeness(less, nullptr)) / static_cast<double>(2 * step);
		EXPECT_NEAR(static_cast<double>(by.slope.at[at]), 3 * gain, 0.1 * std::abs(gain) + 1e-3) << i;
		EXPECT_GE(by.curvature.at[at], 0) << i;
	}
}

TEST(similarity, is_one_for_the_same_only) {
	const seen_picture seen = see(picture(), 4);
	EXPECT_NEAR(similarity(picture(), seen, 1, nullptr), 1, 1e-5);
	EXPECT_LT(similarity(text(), seen, 1, nullptr), 0.9);
}

TEST(similarity, tells_what_more_light_gains) {
	const seen_picture seen = see(picture(), 1);
	expect_slopes([&](const plane &of, pull *by) { return similarity(of, seen, 3, by); });
}

TEST(same_contours, do_not_mind_how_bright_they_are) {
	const plane darker = make_plane([](int x, int y) { return 0.3F * hill(x, y) - 0.1F; });
	const plane inverted = make_plane([](int x, int y) { return -hill(x, y); });
	EXPECT_NEAR(same_contours(darker, picture(), 1, nullptr), 1, 1e-4);
	EXPECT_NEAR(same_contours(inverted, picture(), 1, nullptr), -1, 1e-4);
	EXPECT_EQ(same_contours(make_plane([](int, int) { return 0.4F; }), picture(), 1, nullptr), 0);
}

TEST(same_contours, tell_what_more_light_gains) {
	expect_slopes([](const plane &of, pull *by) { return same_contours(of, picture(), 3, by); });
}

TEST(closeness, is_in_decibels) {
	const plane off = make_plane([](int x, int y) { return hill(x, y) + 0.1F; });
	EXPECT_NEAR(closeness(off, picture(), 1, nullptr), 20, 1e-3);
	EXPECT_EQ(closeness(picture(), picture(), 1, nullptr), 60);
	expect_slopes([](const plane &of, pull *by) { return closeness(of, picture(), 3, by); });
}

} // namespace
} // namespace assetc
