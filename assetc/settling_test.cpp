// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "settling.h"

#include <gtest/gtest.h>

namespace assetc {
namespace {

// A row of cells, each all of one brightness.
drawn_picture drawn(const std::u32string &glyphs, const std::vector<std::uint8_t> &brightness) {
	const int columns = static_cast<int>(glyphs.size());
	drawn_picture result = {{columns, 1, {}, {}}, {}, 1};
	for (const char32_t glyph : glyphs)
		result.cells.cells.push_back({glyph, {}, {}});
	for (int y = 0; y < samples_down; ++y)
		for (const std::uint8_t value : brightness)
			result.seen.insert(result.seen.end(), samples_across, value);
	return result;
}

std::u32string text(const grid &of) {
	std::u32string result;
	for (const cell &one : of.cells)
		result += one.glyph;
	return result;
}

TEST(settle, keeps_what_hardly_differs) {
	drawn_picture now = drawn(U"abc", {100, 100, 100});
	settle(now, drawn(U"xyz", {103, 110, 97}));
	EXPECT_EQ(text(now.cells), U"xbz");
	EXPECT_EQ(now.seen[0], 103);
	EXPECT_EQ(now.seen[samples_across], 100);
}

TEST(settle, sees_a_single_sample_that_changes) {
	drawn_picture now = drawn(U"a", {100});
	now.seen[5] = 140;
	settle(now, drawn(U"x", {100}));
	EXPECT_EQ(text(now.cells), U"a");
}

TEST(settle, leaves_another_size_alone) {
	drawn_picture now = drawn(U"ab", {100, 100});
	settle(now, drawn(U"x", {100}));
	EXPECT_EQ(text(now.cells), U"ab");
}

TEST(settling, goes_in_order_whatever_comes_first) {
	std::vector<std::u32string> got;
	settling all([&](std::size_t number, const grid &cells) {
		EXPECT_EQ(number, got.size());
		got.push_back(text(cells));
	});
	all.put(2, drawn(U"c", {106})); // as near to b as a is, but a stays
	all.put(1, drawn(U"b", {103}));
	EXPECT_TRUE(got.empty());
	all.put(0, drawn(U"a", {100}));
	all.put(3, drawn(U"d", {107}));
	EXPECT_EQ(got, (std::vector<std::u32string>{U"a", U"a", U"c", U"c"}));
}

} // namespace
} // namespace assetc
