// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "retouch.h"

#include "search.h"
#include "tone.h"

#include <gtest/gtest.h>

namespace assetc {
namespace {

constexpr int columns = 16;
constexpr int rows = 8;

// A ball before a dark slope.
level_plane picture() {
	level_plane result = {columns * samples_across, rows * samples_down, {}};
	for (int y = 0; y < result.height; ++y)
		for (int x = 0; x < result.width; ++x) {
			const int far = (x - 30) * (x - 30) + (y - 28) * (y - 28);
			result.at.push_back(static_cast<std::uint16_t>(far < 400 ? 3800 - 5 * far : 200 + 20 * x));
		}
	return result;
}

const repertoire &ascii() {
	static const repertoire made(*parse_glyphs("ascii"));
	return made;
}

plane wanted() {
	return tone(picture(), make_tone_curve(darker_shares(picture()), {}, 0), ascii().densest(), {}, 0).wanted;
}

double like_the_picture(const std::vector<int> &chosen) {
	return likeness(lit_by(chosen, ascii(), columns), make_goal(picture()));
}

TEST(retouch, makes_a_text_more_like_its_picture) {
	const likeness_goal goal = make_goal(picture());
	const double plain = like_the_picture(search(wanted(), ascii(), 8));
	const double touched = like_the_picture(retouch(wanted(), ascii(), goal, {1, 12}));
	const double drawn = like_the_picture(retouch(wanted(), ascii(), goal, {10, 0}));
	EXPECT_GT(touched, plain);
	EXPECT_GT(drawn, plain);
	EXPECT_GT(like_the_picture(retouch(wanted(), ascii(), goal)), plain + 0.01);
}

TEST(retouch, is_never_worse_for_more_of_it) {
	const likeness_goal goal = make_goal(picture());
	double before = like_the_picture(retouch(wanted(), ascii(), goal, {10, 0}));
	for (const int touches : {1, 2, 4, 8}) {
		const double now = like_the_picture(retouch(wanted(), ascii(), goal, {10, touches}));
		EXPECT_GE(now, before) << touches;
		before = now;
	}
}

TEST(lit_by, shows_each_glyph_where_it_stands) {
	const plane lit = lit_by({0, 0, 0, ascii().size() - 1}, ascii(), 2);
	EXPECT_EQ(lit.width, 2 * samples_across);
	EXPECT_EQ(lit.height, 2 * samples_down);
	float upper = 0, right = 0;
	for (int y = 0; y < lit.height; ++y)
		for (int x = 0; x < lit.width; ++x)
			(y >= samples_down && x >= samples_across ? right : upper) +=
				lit.at[static_cast<std::size_t>(y * lit.width + x)];
	EXPECT_EQ(upper, 0); // the first glyph is the space
	EXPECT_GT(right, 0);
}

} // namespace
} // namespace assetc
