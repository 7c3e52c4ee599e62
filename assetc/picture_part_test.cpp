// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "picture_part.h"

#include <gtest/gtest.h>

namespace assetc {
namespace {

// Pixels that are known by their red: its numbers row by row.
std::shared_ptr<const picture> numbered(int width, int height) {
	picture made{width, height, {}};
	for (int i = 1; i <= width * height; ++i)
		made.rgba.insert(made.rgba.end(), {static_cast<std::uint8_t>(i), 0, 0, 255});
	return std::make_shared<const picture>(made);
}

std::vector<int> numbers(const picture_part &part) {
	std::vector<int> red;
	const auto shown = pixels_of(part);
	for (std::size_t i = 0; i < shown->rgba.size(); i += 4)
		red.push_back(shown->rgba[i]);
	EXPECT_EQ(red.size(), static_cast<std::size_t>(shown->width) * shown->height);
	return red;
}

using list = std::vector<int>;

TEST(picture_part, without_a_width_is_the_whole_picture) {
	const picture_part all{"", numbered(2, 2)};
	EXPECT_EQ(pixels_of(all), all.sheet);
}

TEST(picture_part, is_cut_out) {
	EXPECT_EQ(numbers({"", numbered(3, 2), 1, 0, 2, 2}), (list{2, 3, 5, 6}));
}

TEST(picture_part, is_turned_back) {
	// 1 2 3     5 ... turned clockwise it lies as  4 1
	// 4 5 6                                        5 2
	//                                              6 3
	const auto lying = std::make_shared<const picture>(
		picture{2, 3, {4, 0, 0, 9, 1, 0, 0, 9, 5, 0, 0, 9, 2, 0, 0, 9, 6, 0, 0, 9, 3, 0, 0, 9}});
	const picture_part part{"", lying, 0, 0, 2, 3, true};
	EXPECT_EQ(numbers(part), (list{1, 2, 3, 4, 5, 6}));
	EXPECT_EQ(pixels_of(part)->width, 3);
	EXPECT_EQ(numbers({"", lying, 0, 0, 2, 3, true, {2, 1, -1, -1}}), (list{5, 6}));
	EXPECT_EQ(numbers({"", lying, 0, 0, 2, 3, true, {2, 2, 1, 1}}), (list{0, 0, 0, 1}));
	EXPECT_EQ(numbers({"", lying, 0, 1, 2, 2, true, {3, 3, 0, 1}}), (list{0, 0, 0, 2, 3, 0, 5, 6, 0}));
}

TEST(picture_part, stands_on_its_canvas) {
	EXPECT_EQ(numbers({"", numbered(2, 1), 0, 0, 2, 1, false, {3, 2, 1, 1}}), (list{0, 0, 0, 0, 1, 2}));
}

TEST(picture_part, has_its_size_known_before) {
	const auto sheet = numbered(3, 2);
	for (const picture_part &part :
	     {picture_part{"", sheet}, picture_part{"", sheet, 1, 0, 2, 2}, picture_part{"", sheet, 0, 0, 3, 1, true},
	      picture_part{"", sheet, 0, 0, 3, 1, true, {4, 5, 1, 1}}}) {
		const auto shown = pixels_of(part);
		EXPECT_EQ(size_of(part).width, shown->width);
		EXPECT_EQ(size_of(part).height, shown->height);
	}
}

TEST(picture_part, is_not_shown_outside_its_canvas) {
	const auto sheet = numbered(3, 3);
	EXPECT_EQ(numbers({"", sheet, 0, 0, 3, 3, false, {2, 2, -1, -1}}), (list{5, 6, 8, 9}));
	EXPECT_EQ(numbers({"", sheet, 0, 0, 3, 3, false, {2, 2, 1, 1}}), (list{0, 0, 0, 1}));
	EXPECT_EQ(numbers({"", sheet, 0, 0, 3, 3, false, {2, 1, 2, 0}}), (list{0, 0}));
	EXPECT_EQ(numbers({"", sheet, 0, 0, 3, 3, false, {1, 2, -3, -9}}), (list{0, 0}));
}

} // namespace
} // namespace assetc
