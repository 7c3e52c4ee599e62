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
	plane errors = wanted;
	const int columns = wanted.width / samples_across;
	for (int y = 0; y < wanted.height; ++y)
		for (int x = 0; x < wanted.width; ++x) {
			const int cell =
				chosen[static_cast<std::size_t>(y / samples_down * columns + x / samples_across)];
			const int sample = y % samples_down * samples_across + x % samples_across;
			errors.at[static_cast<std::size_t>(y * wanted.width + x)] -=
				static_cast<float>(glyphs[cell].lit[static_cast<std::size_t>(sample)]) / fully_lit;
		}
	const plane seen = felt(errors);
	double sum = 0;
	for (std::size_t i = 0; i < seen.at.size(); ++i)
		sum += errors.at[i] * seen.at[i];
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

TEST(search, leaves_still_cells_alone) {
	const std::vector<int> all_full(6, 15);
	const text_before before = {all_full, std::vector<beginning>(6, beginning::still)};
	EXPECT_EQ(search(flat(3, 2, 0), blocks(), 8, before), all_full);
}

TEST(search, begins_with_the_text_before_or_anew) {
	const plane wanted = flat(3, 2, 0);
	const text_before before = {std::vector<int>(6, 15),
				    {beginning::anew, beginning::as_before, beginning::as_before, beginning::anew,
				     beginning::as_before, beginning::as_before}};
	for (const int number : search(wanted, blocks(), 8, before))
		EXPECT_EQ(blocks()[number].glyph, U' ');
	EXPECT_EQ(search(wanted, blocks(), 0, before)[1], 15);
}

TEST(search, replaces_a_glyph_before_only_by_what_is_clearly_better) {
	const repertoire greys(*parse_glyphs("ramp: #"));
	plane wanted = flat(1, 1, 0);
	const auto begin_as_before = [&](int glyph) {
		return search(wanted, greys, 8, {{glyph}, {beginning::as_before}}).at(0);
	};
	const int anew = search(wanted, greys, 8).at(0);
	EXPECT_EQ(begin_as_before(1), anew); // '#' is no space
	int kept = 0;
	for (int share = 0; share <= 10'000; ++share) { // of 10,000: through the brightness where both are as good
		wanted = flat(1, 1, static_cast<float>(share) / 10'000);
		kept += begin_as_before(0) != begin_as_before(1);
	}
	EXPECT_GT(kept, 0);
	EXPECT_LT(kept, 100);
}

TEST(felt, agrees_with_the_weights) {
	constexpr int size = 2 * eye_reach + 5;
	constexpr int middle = size / 2;
	plane errors = {size, size, std::vector<float>(size * size)};
	errors.at[middle * size + middle] = 1;
	const plane seen = felt(errors);
	for (int y = 0; y < size; ++y)
		for (int x = 0; x < size; ++x) {
			const bool is_near = std::abs(x - middle) <= eye_reach && std::abs(y - middle) <= eye_reach;
			EXPECT_NEAR(seen.at[static_cast<std::size_t>(y * size + x)],
				    is_near ? eye_weight(x - middle, y - middle) : 0, 1e-6);
		}
}

} // namespace
} // namespace assetc
