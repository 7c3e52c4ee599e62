// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "parallel.h"
#include "settling.h"

#include <atomic>
#include <chrono>
#include <gtest/gtest.h>
#include <stdexcept>
#include <thread>

namespace assetc {
namespace {

// A row of cells with colours, each all of one brightness.
draft drawn(const std::u32string &glyphs, const std::vector<std::uint8_t> &brightness) {
	draft result;
	result.cells = {static_cast<int>(glyphs.size()), 1, {}, {}};
	for (const char32_t glyph : glyphs)
		result.cells.cells.push_back({glyph, {}, {}});
	for (int y = 0; y < samples_down; ++y)
		for (const std::uint8_t value : brightness)
			result.seen.insert(result.seen.end(), samples_across, value);
	return result;
}

// A row of cells without colours, each all of one brightness.
draft undrawn(const std::vector<std::uint8_t> &brightness) {
	static const auto glyphs = std::make_shared<const repertoire>(*parse_glyphs("ramp: -#"));
	draft result = drawn(std::u32string(brightness.size(), U'?'), brightness);
	result.cells.cells.clear();
	result.glyphs = glyphs;
	result.brightness = {static_cast<int>(brightness.size()) * samples_across, samples_down, {}};
	for (const std::uint8_t value : result.seen)
		result.brightness.at.push_back(static_cast<std::uint16_t>(value * (brightness_levels - 1) / 255));
	result.darker = darker_shares(result.brightness);
	return result;
}

std::u32string text(const grid &of) {
	std::u32string result;
	for (const cell &one : of.cells)
		result += one.glyph;
	return result;
}

TEST(finish, keeps_what_hardly_differs) {
	draft now = drawn(U"abc", {100, 100, 100});
	finish(now, drawn(U"xyz", {103, 110, 97}));
	EXPECT_EQ(text(now.cells), U"xbz");
	EXPECT_EQ(now.seen[0], 103);
	EXPECT_EQ(now.seen[samples_across], 100);
}

TEST(finish, sees_a_single_sample_that_changes) {
	draft now = drawn(U"a", {100});
	now.seen[5] = 140;
	finish(now, drawn(U"x", {100}));
	EXPECT_EQ(text(now.cells), U"a");
}

TEST(finish, leaves_another_size_alone) {
	draft now = drawn(U"ab", {100, 100});
	finish(now, drawn(U"x", {100}));
	EXPECT_EQ(text(now.cells), U"ab");
}

TEST(finish, draws_anew_what_is_something_else) {
	draft before = undrawn({0, 0, 255});
	finish(before, {});
	EXPECT_EQ(text(before.cells), U"  #");
	draft now = undrawn({0, 255, 255});
	finish(now, before);
	EXPECT_EQ(text(now.cells), U" ##");
}

TEST(finish, keeps_a_glyph_that_stands_still_whatever_is_wanted) {
	draft before = undrawn({0, 128, 255});
	finish(before, {});
	before.chosen = {2, 2, 2};
	draft now = undrawn({0, 130, 255});
	finish(now, before);
	EXPECT_EQ(text(now.cells), U"###");
}

TEST(finish, draws_the_same_tones_alike_until_much_is_another) {
	std::vector<std::uint8_t> shades;
	for (int i = 0; i < 40; ++i)
		shades.push_back(static_cast<std::uint8_t>(20 + 3 * i));
	draft before = undrawn(shades);
	finish(before, {});
	shades[3] = 255;
	draft now = undrawn(shades);
	finish(now, before);
	EXPECT_EQ(now.darker, before.darker);
	EXPECT_EQ(text(now.cells).substr(8), text(before.cells).substr(8));
	std::fill_n(shades.begin(), 20, std::uint8_t{255});
	draft after = undrawn(shades);
	finish(after, now);
	EXPECT_NE(after.darker, before.darker);
}

TEST(settling, goes_in_order_whatever_comes_first) {
	std::vector<std::u32string> got;
	settling all(
		[&](std::size_t number, const grid &cells) {
			EXPECT_EQ(number, got.size());
			got.push_back(text(cells));
		},
		2);
	all.put(2, [] { return drawn(U"c", {106}); }); // as near to b as a is, but a stays
	all.put(1, [] { return drawn(U"b", {103}); });
	EXPECT_TRUE(got.empty());
	all.put(0, [] { return drawn(U"a", {100}); });
	all.put(3, [] { return drawn(U"d", {107}); });
	EXPECT_EQ(got, (std::vector<std::u32string>{U"a", U"a", U"c", U"c"}));
}

// The first takes longer than all others together.
void put_in_parallel(settling &all, const std::function<draft(std::size_t)> &make) {
	const auto put = [&](std::size_t number) {
		all.put(number, [&] {
			if (number == 0)
				std::this_thread::sleep_for(std::chrono::milliseconds(20));
			return make(number);
		});
	};
	for_each_index(40, put, 8);
}

TEST(settling, makes_none_that_are_too_far_ahead) {
	constexpr std::size_t ahead = 3;
	std::atomic<std::size_t> settled{0};
	settling all([&](std::size_t, const grid &) { ++settled; }, ahead);
	put_in_parallel(all, [&](std::size_t number) {
		EXPECT_LE(number, settled + ahead);
		return drawn(U"a", {100});
	});
	EXPECT_EQ(settled, 40u);
}

TEST(settling, waits_for_none_that_fails) {
	settling all([](std::size_t, const grid &) {}, 1);
	const auto make = [](std::size_t number) {
		return number == 0 ? throw std::runtime_error("broken") : drawn(U"a", {100});
	};
	EXPECT_THROW(put_in_parallel(all, make), std::runtime_error);
}

// So that the lowest failure is known, whichever comes first.
TEST(settling, makes_what_comes_before_a_failure) {
	settling all([](std::size_t, const grid &) {}, 4);
	const auto fail = []() -> draft { throw std::runtime_error("broken"); };
	EXPECT_THROW(all.put(2, fail), std::runtime_error);
	EXPECT_THROW(all.put(1, fail), std::runtime_error);
	EXPECT_NO_THROW(all.put(0, [] { return drawn(U"a", {100}); }));
	EXPECT_NO_THROW(all.put(3, fail)); // not made
}

} // namespace
} // namespace assetc
