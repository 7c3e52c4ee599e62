// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Pieces of work that go from station to station, as in a factory: some of it can be done in any order, some cannot.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace assetc {

// What is done to a piece, by its number. A station works on several at once, or on one after the other in their order.
struct station {
	std::function<void(std::size_t piece)> work;
	bool in_order = false;
};

// Brings the pieces 0 to count - 1 through all stations, by so many threads, and returns when all are done. None is
// begun before the one `most_under_way` before it is done, so that what is kept of each can take its place. If calls
// throw, the exception of the lowest piece among them comes out, and pieces above it may not have been worked on.
void run(const std::vector<station> &stations, std::size_t count, std::size_t most_under_way, unsigned threads);

} // namespace assetc
