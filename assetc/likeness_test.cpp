// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "likeness.h"

#include <cmath>
#include <gtest/gtest.h>
#include <utility>

namespace assetc {
namespace {

constexpr int width = 64;
constexpr int height = 48;

// Waves, brighter to the right.
float shown(int x, int y) {
	return 0.3F + 0.2F * static_cast<float>((x / 8 + y / 12) % 3) + 0.003F * static_cast<float>(x);
}

template <typename Of> plane make_plane(Of of) {
	plane result = {width, height, {}};
	for (int y = 0; y < height; ++y)
		for (int x = 0; x < width; ++x)
			result.at.push_back(of(x, y));
	return result;
}

level_plane picture() {
	level_plane result = {width, height, {}};
	for (const float value : make_plane(shown).at)
		result.at.push_back(static_cast<std::uint16_t>(value * (brightness_levels - 1)));
	return result;
}

double like(const plane &text, const likeness_goal &picture, pull *by = nullptr) {
	return likeness(seen_from_close(text), picture, by);
}

const likeness_goal &goal() {
	static const likeness_goal made = make_goal(picture());
	return made;
}

TEST(likeness, is_high_for_the_same_and_low_for_its_negative) {
	const double same = like(make_plane(shown), goal());
	EXPECT_GT(same, 0.95);
	EXPECT_LE(same, 1);
	EXPECT_LT(like(make_plane([](int x, int y) { return 1 - shown(x, y); }), goal()), 0.3);
}

TEST(likeness, allows_for_less_brightness_and_contrast) {
	const auto faint = make_plane([](int x, int y) { return 0.3F * shown(x, y); });
	EXPECT_GT(like(faint, goal()), 0.9);
}

TEST(likeness, falls_with_every_detail_that_is_lost) {
	const auto without_waves = make_plane([](int x, int) { return 0.5F + 0.003F * static_cast<float>(x); });
	const auto with_stains =
		make_plane([](int x, int y) { return x / 16 == 1 && y / 16 == 1 ? 0.0F : shown(x, y); });
	const double stained = like(with_stains, goal());
	EXPECT_LT(stained, like(make_plane(shown), goal()) - 0.02);
	EXPECT_LT(likeness(without_waves, goal()), stained);
}

TEST(likeness, knows_flat_pictures_and_the_smallest) {
	const level_plane flat = {4, 8, std::vector<std::uint16_t>(32, 1000)};
	pull by;
	const double same = like({4, 8, std::vector<float>(32, 0.5F)}, make_goal(flat), &by);
	EXPECT_NEAR(same, 0.75, 1e-6); // there are no contours
	for (const float slope : by.slope.at)
		EXPECT_EQ(slope, 0);
}

// Something between a text and its picture.
plane rough() {
	return make_plane([](int x, int y) {
		return 0.35F * shown(x, y) + 0.02F * static_cast<float>((3 * x + 5 * y + x * y) % 7);
	});
}

TEST(likeness, pulls_by_what_it_gains) {
	pull by;
	const plane text = rough();
	like(text, goal(), &by);
	for (const auto &[x, y] : {std::pair{20, 13}, {33, 30}, {7, 21}}) { // away from the edges
		constexpr float step = 0.05F; // smaller ones tell the noise of single precision, too
		plane more = text, less = text;
		const auto at = static_cast<std::size_t>(y * width + x);
		more.at[at] += step;
		less.at[at] -= step;
		const double gain = (like(more, goal()) - like(less, goal())) / static_cast<double>(2 * step);
		EXPECT_NEAR(static_cast<double>(by.slope.at[at]), gain, 0.1 * std::abs(gain) + 1e-6) << x << ' ' << y;
		EXPECT_GT(by.curvature.at[at], 0);
	}
}

} // namespace
} // namespace assetc
