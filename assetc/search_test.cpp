// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "search.h"

#include <gtest/gtest.h>

namespace assetc {
namespace {

plane flat(int columns, int rows, float value) {
	const int width = columns * samples_across;
	const int height = rows * samples_down;
	return {width, height, std::vector<float>(static_cast<std::size_t>(width * height), value)};
}

const repertoire &blocks() {
	static const repertoire made(*parse_glyphs("quadrant"));
	return made;
}

// The square of what is felt of all errors: what the search lowers.
double discontent(const plane &wanted, const repertoire &glyphs, const std::vector<int> &chosen) {
	std::vector<float> errors = wanted.at;
	const int columns = wanted.width / samples_across;
	for (int y = 0; y < wanted.height; ++y)
		for (int x = 0; x < wanted.width; ++x) {
			const int cell =
				chosen[static_cast<std::size_t>(y / samples_down * columns + x / samples_across)];
			const int sample = y % samples_down * samples_across + x % samples_across;
			errors[static_cast<std::size_t>(y * wanted.width + x)] -=
				static_cast<float>(glyphs[cell].lit[static_cast<std::size_t>(sample)]) / fully_lit;
		}
	const std::vector<float> seen = felt(errors, wanted.width, wanted.height);
	double sum = 0;
	for (std::size_t i = 0; i < errors.size(); ++i)
		sum += errors[i] * seen[i];
	return sum;
}

TEST(search, finds_what_can_be_drawn_exactly) {
	plane wanted = flat(6, 3, 0);
	for (int y = 0; y < samples_down / 2; ++y)
		for (int x = 0; x < samples_across; ++x)
			wanted.at[static_cast<std::size_t>((samples_down + y) * wanted.width + 2 * samples_across +
							   x)] = 1;
	const std::vector<int> chosen = search(wanted, blocks(), 2);
	for (int i = 0; i < 18; ++i)
		EXPECT_EQ(blocks()[chosen[static_cast<std::size_t>(i)]].glyph, i == 8 ? U'▀' : U' ') << i;
}

TEST(search, comes_nearer_with_every_pass) {
	plane wanted = flat(12, 6, 0);
	for (std::size_t i = 0; i < wanted.at.size(); ++i)
		wanted.at[i] = static_cast<float>(i * 2654435761U % 1000) / 1000;
	double before = discontent(wanted, blocks(), search(wanted, blocks(), 0));
	for (int passes = 1; passes < 4; ++passes) {
		const double after = discontent(wanted, blocks(), search(wanted, blocks(), passes));
		EXPECT_LE(after, before) << passes;
		before = after;
	}
}

TEST(search, works_on_a_single_cell) {
	const std::vector<int> chosen = search(flat(1, 1, 1), blocks(), 2);
	EXPECT_EQ(blocks()[chosen.at(0)].glyph, U'█');
}

TEST(felt, agrees_with_the_weights) {
	std::vector<float> errors(41 * 41);
	errors[20 * 41 + 20] = 1;
	const std::vector<float> seen = felt(errors, 41, 41);
	for (int y = -18; y <= 18; ++y)
		for (int x = -18; x <= 18; ++x)
			EXPECT_NEAR(seen[static_cast<std::size_t>((20 + y) * 41 + 20 + x)], eye_weight(x, y), 1e-6);
}

} // namespace
} // namespace assetc
