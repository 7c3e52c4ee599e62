// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "retouch.h"

#include "search.h"
#include "seen_text.h"
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
	return likeness(seen_from_close(chosen, ascii(), columns), make_goal(picture()));
}

TEST(retouch, makes_a_text_more_like_its_picture) {
	const likeness_goal goal = make_goal(picture());
	const double plain = like_the_picture(search(wanted(), ascii(), 8));
	const double passed = like_the_picture(retouch(wanted(), ascii(), goal, {1, 24}));
	const double drawn = like_the_picture(retouch(wanted(), ascii(), goal, {8, 0}));
	EXPECT_GT(passed, plain + 0.01);
	EXPECT_GT(drawn, plain);
	EXPECT_GT(like_the_picture(retouch(wanted(), ascii(), goal)), drawn + 0.005);
}

// A disc on white paper. Its uppermost row is darker than the others, as no glyph reaches up to its edge.
TEST(retouch, leaves_plain_paper_plain) {
	level_plane disc = {columns * samples_across, rows * samples_down, {}};
	for (int y = 0; y < disc.height; ++y)
		for (int x = 0; x < disc.width; ++x)
			disc.at.push_back((x - 32) * (x - 32) + (y - 32) * (y - 32) < 225 ? 0 : 4095);
	const plane paper = tone(disc, make_tone_curve(darker_shares(disc), {}, 0), ascii().densest(), {}, 0).wanted;
	const std::vector<int> chosen = retouch(paper, ascii(), make_goal(disc));
	EXPECT_EQ(std::vector<int>(chosen.begin(), chosen.begin() + columns), std::vector<int>(columns, chosen[0]));
}

TEST(retouch, is_never_worse_than_its_drawings) {
	const likeness_goal goal = make_goal(picture());
	const double drawn = like_the_picture(retouch(wanted(), ascii(), goal, {8, 0}));
	for (const int passes : {1, 2, 3, 8})
		EXPECT_GE(like_the_picture(retouch(wanted(), ascii(), goal, {8, passes})), drawn) << passes;
}

TEST(retouch, gives_the_same_text_with_any_number_of_threads) {
	const likeness_goal goal = make_goal(picture());
	const std::vector<int> alone = retouch(wanted(), ascii(), goal, {2, 6}, 1);
	for (const unsigned threads : {0U, 2U, 7U})
		EXPECT_EQ(retouch(wanted(), ascii(), goal, {2, 6}, threads), alone) << threads;
}

// One cell, one line, two glyphs: whatever is to be chosen from.
TEST(retouch, knows_the_smallest) {
	const repertoire two(*parse_glyphs("ramp: #"));
	for (const auto &[across, down] : {std::pair{1, 1}, {1, 5}, {9, 1}}) {
		const auto samples = static_cast<std::size_t>(across * down) * cell_size;
		const level_plane grey = {across * samples_across, down * samples_down,
					  std::vector<std::uint16_t>(samples, 2000)};
		const plane half = {grey.width, grey.height, std::vector<float>(samples, 0.5F)};
		EXPECT_EQ(retouch(half, two, make_goal(grey)).size(), samples / cell_size);
	}
}

} // namespace
} // namespace assetc
