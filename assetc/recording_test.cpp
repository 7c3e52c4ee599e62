// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "recording.h"

#include "reel.h"

#include <gtest/gtest.h>

namespace assetc {
namespace {

using std::chrono::milliseconds;
using times = std::vector<long long>;

times holds_ms(const std::vector<frame> &of) {
	times holds;
	for (const auto &shown : of)
		holds.push_back(std::chrono::duration_cast<milliseconds>(shown.hold).count());
	return holds;
}

TEST(recording, holds_screens_until_they_change) {
	recording played(9, 1, {});
	played.write(milliseconds(500), "a");
	played.write(milliseconds(800), "b");
	played.write(milliseconds(2000), "");
	EXPECT_EQ(holds_ms(played.finish({})), (times{500, 300, 1200}));
}

TEST(recording, takes_what_comes_at_once_for_one_frame) {
	recording played(9, 1, {});
	played.write(milliseconds(0), "a");
	played.write(milliseconds(16), "b");
	played.write(milliseconds(17), "c");
	played.write(milliseconds(33), "d");
	played.write(milliseconds(100), "e");
	EXPECT_EQ(holds_ms(played.finish(milliseconds(10))), (times{17, 83, 10}));
}

TEST(recording, adds_up_exactly) {
	recording played(9, 1, {});
	for (int i = 1; i <= 300; ++i)
		played.write(std::chrono::nanoseconds(i * 100'000'000LL / 3), i % 2 ? "\rx" : "\ry");
	std::chrono::nanoseconds sum{};
	for (const auto &shown : played.finish(milliseconds(500)))
		sum += shown.hold;
	EXPECT_EQ(sum, milliseconds(10'500));
}

TEST(recording, does_not_count_what_is_not_seen) {
	recording played(9, 1, {});
	played.write(milliseconds(0), "a");
	played.write(milliseconds(500), "\033]0;title\007");
	played.write(milliseconds(900), "\r\033[K\ra");
	EXPECT_EQ(holds_ms(played.finish(last_hold)), (times{1900}));
}

TEST(recording, cuts_idle_time) {
	recording played(9, 1, milliseconds(200));
	played.write(milliseconds(1000), "a");
	played.write(milliseconds(1100), "b");
	played.write(milliseconds(9000), "c");
	EXPECT_EQ(holds_ms(played.finish(milliseconds(700))), (times{200, 100, 200, 700}));
}

TEST(recording, never_goes_back) {
	recording played(9, 1, {});
	played.write(milliseconds(1000), "a");
	played.write(milliseconds(200), "b");
	played.write(milliseconds(1500), "c");
	EXPECT_EQ(holds_ms(played.finish({})), (times{1000, 500, 1000}));
}

TEST(recording, has_a_frame_though_nothing_is_written) {
	recording played(9, 1, {});
	EXPECT_EQ(holds_ms(played.finish({})), (times{1000}));
}

TEST(recording, is_as_large_as_its_largest_screen) {
	recording played(3, 2, {});
	played.write(milliseconds(0), "a");
	played.resize(milliseconds(100), 2, 5);
	played.write(milliseconds(110), "b");
	animation made;
	made.frames = played.finish({});
	const reel shown(made);
	EXPECT_EQ(shown.columns, 3);
	EXPECT_EQ(shown.rows, 5);
	EXPECT_EQ(shown.at(1).cells.size(), 15u);
	EXPECT_EQ(shown.frames(), 2u);
}

TEST(recording, has_colors_that_the_output_has) {
	recording played(1, 1, {});
	played.write(milliseconds(0), "\033[38;2;255;135;0mx");
	animation made;
	made.frames = played.finish({});
	made.colors = color_depth::ansi256;
	EXPECT_EQ(reel(made).at(0).at(0, 0).ink, color::indexed(208));
}

} // namespace
} // namespace assetc
