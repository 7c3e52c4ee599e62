// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// What a reader is told beside its input.
#pragma once

#include "bounds.h"

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>

namespace assetc {

struct reading {
	std::string pick{};       // which one, where a file holds several animations; empty: the only one, or all
	bool trust_paths = false; // files that an input names may lie outside its folder
	int depth = 0;            // how many sources lead here, each named by the one before
	std::shared_ptr<std::size_t> files_read = std::make_shared<std::size_t>(0); // that sources have named, in all
	std::shared_ptr<std::size_t> looks = std::make_shared<std::size_t>(most_looks); // that are left for patterns
	bounds at_most{};
	std::optional<double> fps{}; // for formats that have any tempo
	// Beyond this, nothing happens in a recording; empty: as it says itself.
	std::optional<std::chrono::nanoseconds> idle_limit{};
};

} // namespace assetc
