// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "color_offer.h"

#include <gtest/gtest.h>

namespace assetc {
namespace {

std::vector<color> near(color_depth depth, rgb8 wanted) {
	const color_offer offer = make_color_offer(depth);
	const light goal = to_light(wanted);
	const looks look = looks_near(goal);
	const near_colors found = find_near(offer, see(offer, look), offer.lights.size(), goal, look);
	std::vector<color> result;
	for (std::size_t i = 0; i < found.count; ++i)
		result.push_back(offer.colors[found.numbers[i]]);
	return result;
}

TEST(find_near, finds_each_colour_first_where_it_is) {
	for (const color_depth depth : {color_depth::ansi16, color_depth::ansi256})
		for (const color &one : make_color_offer(depth).colors) {
			const rgb8 code = appearance(one, {});
			const auto found = near(depth, code);
			ASSERT_EQ(found.size(), 4U);
			EXPECT_EQ(appearance(found[0], {}), code);
		}
}

TEST(find_near, goes_on_with_what_is_less_near) {
	const rgb8 wanted = {96, 136, 170}; // nearly 95, 135, 175
	const looks look = looks_near(to_light(wanted));
	const auto far = [&](color one) {
		const light goal = to_light(wanted), is = to_light(appearance(one, {}));
		const light seen = look({is.red - goal.red, is.green - goal.green, is.blue - goal.blue});
		return seen.red * seen.red + seen.green * seen.green + seen.blue * seen.blue;
	};
	const auto found = near(color_depth::ansi256, wanted);
	EXPECT_EQ(found[0], color::indexed(16 + 36 + 2 * 6 + 3));
	for (std::size_t i = 1; i < found.size(); ++i)
		EXPECT_GT(far(found[i]), far(found[i - 1]));
}

TEST(find_near, takes_a_grey_for_what_is_nearly_grey) {
	EXPECT_EQ(near(color_depth::ansi256, {120, 118, 117})[0], color::indexed(232 + 11)); // 118, 118, 118
}

TEST(find_near, finds_no_more_than_there_are) {
	const color_offer offer = make_color_offer(color_depth::ansi16);
	const looks look = looks_near({0.1F, 0.1F, 0.1F});
	const near_colors found = find_near(offer, see(offer, look), 2, {0.5F, 0, 0}, look);
	EXPECT_EQ(found.count, 2U);
	EXPECT_EQ(found.numbers[0] + found.numbers[1], 1U);
}

TEST(make_color_offer, has_no_bright_papers_among_16) {
	EXPECT_EQ(make_color_offer(color_depth::ansi16).papers, 8U);
	EXPECT_EQ(make_color_offer(color_depth::ansi256).papers, 240U);
}

} // namespace
} // namespace assetc
