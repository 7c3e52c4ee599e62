// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// What a reader is told beside its input.
#pragma once

#include "bounds.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace assetc {

// What has been read so far, by however many files that lead to one another.
struct consumed {
	std::size_t files = 0;          // that sources have named
	std::uint64_t bytes = 0;        // of all files, once they are unpacked
	std::uint64_t sheet_pixels = 0; // that stay in memory until the last frame is drawn
};

struct reading {
	std::string pick{};       // which one, where a file holds several animations; empty: the only one, or all
	bool trust_paths = false; // files that an input names may lie outside its folder
	int depth = 0;            // how many sources lead here, each named by the one before
	std::shared_ptr<consumed> so_far = std::make_shared<consumed>();
	std::shared_ptr<std::size_t> looks = std::make_shared<std::size_t>(most_looks); // that are left for patterns
	bounds at_most{};
	std::optional<double> fps{}; // for formats that have any tempo
	// Beyond this, nothing happens in a recording; empty: as it says itself.
	std::optional<std::chrono::nanoseconds> idle_limit{};
};

} // namespace assetc
