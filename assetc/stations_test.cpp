// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "stations.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <gtest/gtest.h>
#include <stdexcept>
#include <string>
#include <thread>

namespace assetc {
namespace {

constexpr std::size_t pieces = 100;

// Some pieces take longer.
void work_a_while(std::size_t piece) {
	std::this_thread::sleep_for(std::chrono::microseconds(piece % 7 == 0 ? 300 : 20));
}

TEST(stations, bring_each_piece_through_all) {
	for (const unsigned threads : {1u, 2u, 7u}) {
		std::vector<std::atomic<int>> done(pieces);
		const auto expect = [&](int before) {
			return [&done, before](std::size_t piece) {
				work_a_while(piece);
				EXPECT_EQ(done[piece]++, before);
			};
		};
		run({{expect(0)}, {expect(1), true}, {expect(2)}}, pieces, 5, threads);
		for (const auto &times : done)
			EXPECT_EQ(times, 3);
	}
}

TEST(stations, keep_the_order_where_it_matters) {
	for (const unsigned threads : {1u, 2u, 7u}) {
		std::vector<std::size_t> early, late;
		run({{work_a_while},
		     {[&](std::size_t piece) { early.push_back(piece); }, true},
		     {work_a_while},
		     {[&](std::size_t piece) { late.push_back(piece); }, true}},
		    pieces, 10, threads);
		ASSERT_EQ(early.size(), pieces);
		EXPECT_EQ(early, late);
		for (std::size_t i = 0; i < pieces; ++i)
			EXPECT_EQ(late[i], i);
	}
}

TEST(stations, may_begin_in_order) {
	std::vector<std::size_t> got;
	run({{[&](std::size_t piece) { got.push_back(piece); }, true}, {work_a_while}}, pieces, 10, 4);
	ASSERT_EQ(got.size(), pieces);
	EXPECT_TRUE(std::is_sorted(got.begin(), got.end()));
}

TEST(stations, begin_none_that_are_too_far_ahead) {
	constexpr std::size_t most = 3;
	std::atomic<std::size_t> done{0};
	run({{[&](std::size_t piece) {
		     EXPECT_LT(piece, done + most);
		     work_a_while(piece);
	     }},
	     {[&](std::size_t) { ++done; }, true}},
	    pieces, most, 8);
	EXPECT_EQ(done, pieces);
}

TEST(stations, tell_of_the_first_failure) {
	const auto fail = [](std::size_t piece) {
		work_a_while(piece);
		if (piece % 10 == 7)
			throw std::runtime_error(std::to_string(piece));
	};
	for (const unsigned threads : {1u, 2u, 7u})
		for (const bool in_order : {false, true}) {
			std::size_t done = 0;
			try {
				run({{work_a_while}, {fail, in_order}, {[&](std::size_t) { ++done; }, true}}, pieces,
				    12, threads);
				FAIL();
			} catch (const std::runtime_error &why) {
				EXPECT_STREQ(why.what(), "7");
			}
			EXPECT_EQ(done, 7u);
		}
}

TEST(stations, work_on_nothing) {
	run({{[](std::size_t) { FAIL(); }}}, 0, 1, 3);
}

} // namespace
} // namespace assetc
