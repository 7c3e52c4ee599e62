// SPDX-License-Identifier: GPL-2.0-or-later
#include "parallel.h"

#include <algorithm>
#include <atomic>
#include <gtest/gtest.h>
#include <stdexcept>
#include <thread>
#include <vector>

namespace assetc {

TEST(parallel, works_on_each_index_once) {
	for (const unsigned threads : {1u, 2u, 7u}) {
		std::vector<std::atomic<int>> calls(1000);
		for_each_index(
			calls.size(), [&](std::size_t i) { ++calls[i]; }, threads);
		for (const auto &count : calls)
			EXPECT_EQ(count, 1);
	}
}

TEST(parallel, knows_a_core_at_least) {
	EXPECT_GE(cores(), 1u);
	EXPECT_LE(cores(), std::max(1u, std::thread::hardware_concurrency()));
}

TEST(parallel, works_on_nothing) {
	for_each_index(0, [](std::size_t) { FAIL(); });
}

TEST(parallel, tells_of_the_first_failure) {
	for (const unsigned threads : {1u, 2u, 7u})
		try {
			for_each_index(
				100,
				[](std::size_t i) {
					if (i % 10 == 7)
						throw std::runtime_error(std::to_string(i));
				},
				threads);
			FAIL();
		} catch (const std::runtime_error &why) {
			EXPECT_STREQ(why.what(), "7");
		}
}

} // namespace assetc
