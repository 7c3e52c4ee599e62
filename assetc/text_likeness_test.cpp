// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "text_likeness.h"

#include "seen_text.h"

#include <gtest/gtest.h>

#include <cmath>

namespace assetc {
namespace {

constexpr int columns = 16;
constexpr int rows = 8;
constexpr std::size_t cells = columns * rows;

const repertoire &ascii() {
	static const repertoire made(*parse_glyphs("ascii"));
	return made;
}

// A ball before a slope.
const likeness_goal &goal() {
	static const likeness_goal made = [] {
		level_plane picture = {columns * samples_across, rows * samples_down, {}};
		for (int y = 0; y < picture.height; ++y)
			for (int x = 0; x < picture.width; ++x) {
				const int far = (x - 30) * (x - 30) + (y - 28) * (y - 28);
				picture.at.push_back(
					static_cast<std::uint16_t>(far < 400 ? 3800 - 5 * far : 200 + 20 * x));
			}
		return make_goal(picture);
	}();
	return made;
}

std::vector<int> some_text() {
	std::vector<int> result;
	for (std::size_t i = 0; i < cells; ++i)
		result.push_back(static_cast<int>((i * i + 5 * i) % 95));
	return result;
}

double likeness_of(const std::vector<int> &chosen) {
	return likeness(seen_from_close(chosen, ascii(), columns), goal());
}

TEST(text_likeness, knows_the_likeness) {
	text_likeness text(some_text(), columns, ascii(), goal());
	EXPECT_NEAR(text.refresh(), likeness_of(some_text()), 0.02); // it looks through fewer windows
	EXPECT_EQ(text.chosen(), some_text());
}

TEST(text_likeness, tells_what_a_change_gains_at_edges_too) {
	text_likeness text(some_text(), columns, ascii(), goal());
	text.refresh();
	text_change change;
	double wrong = 0, all = 0;
	for (std::size_t cell = 0; cell < cells; cell += 3) {
		std::vector<int> changed = some_text();
		changed[cell] = (changed[cell] + 40) % 95;
		const double gain = text.gain(cell, changed[cell], change);
		const double real = likeness_of(changed) - likeness_of(some_text());
		EXPECT_NEAR(gain, real, 0.12 * std::abs(real) + 1e-4) << cell;
		wrong += std::abs(gain - real);
		all += std::abs(real);
	}
	EXPECT_GT(all, 0.01);
	EXPECT_LT(wrong, 0.08 * all);
}

TEST(text_likeness, gains_nothing_by_the_same_glyph) {
	text_likeness text(some_text(), columns, ascii(), goal());
	text.refresh();
	text_change change;
	for (const std::size_t cell : {std::size_t{0}, cells / 2, cells - 1})
		EXPECT_EQ(text.gain(cell, some_text()[cell], change), 0);
}

TEST(text_likeness, follows_many_changes) {
	text_likeness text(some_text(), columns, ascii(), goal());
	const double before = text.refresh();
	text_change change;
	double gained = 0, moved = 0;
	std::vector<int> changed = some_text();
	for (std::size_t cell = 0; cell < cells; ++cell) {
		changed[cell] = (changed[cell] + 7) % 95;
		const double gain = text.gain(cell, changed[cell], change);
		gained += gain;
		moved += std::abs(gain);
		text.take(change);
	}
	EXPECT_EQ(text.chosen(), changed);
	EXPECT_GT(moved, 0.05);
	EXPECT_NEAR(text.refresh() - before, gained, 0.02 * moved);
}

TEST(text_likeness, knows_flat_pictures_and_the_smallest) {
	const likeness_goal flat = make_goal({4, 8, std::vector<std::uint16_t>(32, 1000)});
	text_likeness text({0}, 1, ascii(), flat);
	EXPECT_TRUE(std::isfinite(text.refresh()));
	text_change change;
	EXPECT_TRUE(std::isfinite(text.gain(0, 3, change)));
	text.take(change);
	EXPECT_TRUE(std::isfinite(text.refresh()));
}

} // namespace
} // namespace assetc
