// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "seen_text.h"

#include <gtest/gtest.h>

namespace assetc {
namespace {

float at(const plane &of, int x, int y) {
	return of.at[static_cast<std::size_t>(y * of.width + x)];
}

TEST(seen_from_close, shows_each_glyph_where_it_stands) {
	const repertoire ascii(*parse_glyphs("ascii"));
	const int dense = '@' - ' ';
	const plane seen = seen_from_close({0, 0, 0, 0, dense, 0, 0, 0, 0}, ascii, 3);
	EXPECT_EQ(seen.width, 3 * samples_across);
	EXPECT_EQ(seen.height, 3 * samples_down);
	const float middle = at(seen, samples_across + 1, samples_down + 4);
	EXPECT_GT(middle, 0.2F);
	EXPECT_LT(at(seen, samples_across - 1, samples_down + 4), middle); // blurred
	EXPECT_GT(at(seen, samples_across - 1, samples_down + 4), 0);
	EXPECT_EQ(at(seen, 0, 0), 0);
}

TEST(seen_from_close, mirrors_at_edges) {
	const repertoire blocks(*parse_glyphs("half"));
	const int full = 3;
	for (const float light : seen_from_close({full, full, full, full}, blocks, 2).at)
		EXPECT_NEAR(light, 1, 0.01F);
}

} // namespace
} // namespace assetc
