// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "glyph_view.h"

#include <gtest/gtest.h>

namespace assetc {
namespace {

// Two glyphs that light the same samples, but other pixels of them.
TEST(seen_of, tells_pixels_apart) {
	glyph_ink left = {U'l', {}, {}}, right = {U'r', {}, {}};
	for (std::size_t row = 0; row < pixels_down; ++row) {
		left.lit[row / 2 * samples_across + 1] = right.lit[row / 2 * samples_across + 1] = fully_lit / 2;
		left.pixels[row * pixels_across + 2] = right.pixels[row * pixels_across + 3] = fully_lit;
	}
	const glyph_view of_left = seen_of(left), of_right = seen_of(right);
	const std::size_t beside = seen_height / 2 * seen_width + seen_reach;
	EXPECT_GT(of_left[beside], of_right[beside] * 1.2F);
}

} // namespace
} // namespace assetc
