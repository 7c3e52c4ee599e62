// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "write_cast.h"

#include "asciicast.h"
#include "content.h"

#include <gtest/gtest.h>

namespace assetc {
namespace {

animation colorful() {
	animation made;
	made.name = "a";
	made.title = "Ein Gruß";
	made.colors = color_depth::rgb;
	made.palette = {{U'r', {color::indexed(1), {}}},
			{U'g', {color::rgb(1, 200, 3), color::indexed(200)}},
			{U'b', {{}, color::rgb(9, 9, 255)}}};
	for (const auto &[hold_us, art, paint] : {std::tuple(70'001, "abc", "rgb"),
						  {33'333, "漢\u00e9", "rrb"},
						  {20'000, "   ", "bbb"},
						  {2'000'000, "c", ""}}) {
		auto &added = made.frames.emplace_back();
		added.hold = std::chrono::microseconds(hold_us);
		added.content = text_art{{art, "-"}, {paint}};
	}
	return made;
}

animation read_back(const animation &from) {
	std::string written;
	write_cast(build_frame_table(reel(from)), [&](std::string_view bytes) { written += bytes; });
	auto read = read_asciicast(input("a.cast", written), {});
	read.colors = from.colors;
	return read;
}

// A terminal that plays what was written shows the frames, when they are due and as long as they should.
void expect_same(const reel &got, const reel &wanted) {
	ASSERT_EQ(got.holds_us, wanted.holds_us);
	for (std::size_t i = 0; i < wanted.frames(); ++i) {
		const auto shown = got.at(i), meant = wanted.at(i);
		for (int row = 0; row < meant.rows; ++row)
			for (int column = 0; column < meant.columns; ++column) {
				auto cell = meant.at(column, row);
				if (cell.glyph == U' ') // whose ink is not seen
					cell.ink = {};
				EXPECT_EQ(shown.at(column, row), cell) << i << ": " << column << ", " << row;
			}
	}
}

TEST(write_cast, plays_as_the_original_does) {
	auto made = colorful();
	for (const auto how : {update::full, update::changes}) {
		made.send.how = how;
		const auto read = read_back(made);
		EXPECT_EQ(read.title, made.title);
		expect_same(reel(read), reel(made));
	}
}

TEST(write_cast, has_a_row_for_the_cursor) {
	EXPECT_EQ(reel(read_back(colorful())).rows, 3);
}

TEST(write_cast, can_be_read_however_high_the_art_is) {
	animation made;
	made.name = "a";
	for (const auto *const last : {"x", "y"}) {
		text_art art{std::vector<std::string>(most_cells_a_side, "-"), {}};
		art.art.back() = last;
		auto &added = made.frames.emplace_back();
		added.hold = std::chrono::milliseconds(100);
		added.content = std::move(art);
	}
	const reel got(read_back(made));
	EXPECT_EQ(got.rows, most_cells_a_side);
	expect_same(got, reel(made));
}

} // namespace
} // namespace assetc
