// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// How far long work has come.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <mutex>
#include <string>

namespace assetc {

// Takes how much of all is done. Called from several threads.
using progress = std::function<void(std::size_t done, std::size_t all)>;

// A bar on a terminal, once the work has lasted for a while; it is wiped away at the end. Elsewhere it says nothing.
class progress_bar {
public:
	// terminal: a file descriptor, which may be none of a terminal. The bar is drawn again as often as seems alive.
	explicit progress_bar(int terminal, std::chrono::milliseconds patience = std::chrono::milliseconds(500),
			      std::chrono::milliseconds between = std::chrono::milliseconds(100));
	progress_bar(const progress_bar &) = delete;
	progress_bar &operator=(const progress_bar &) = delete;
	~progress_bar();

	void show(std::size_t done, std::size_t all);

private:
	std::mutex mutex;
	int to;
	bool is_terminal;
	std::chrono::milliseconds pause;
	std::chrono::steady_clock::time_point next; // when there will be something to say
	bool is_shown = false;
};

// "[####    ]  50 %": so many characters, of which the bar takes what is left.
std::string bar(std::size_t done, std::size_t all, std::size_t columns);

} // namespace assetc
