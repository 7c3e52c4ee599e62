// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "progress.h"

#include <algorithm>
#include <string_view>
#include <unistd.h>

namespace assetc {

namespace {

constexpr std::size_t columns = 40;

// If this fails, there is nothing better to say.
void put(int to, std::string_view text) {
	[[maybe_unused]] const auto written = ::write(to, text.data(), text.size());
}

} // namespace

progress_bar::progress_bar(int terminal, std::chrono::milliseconds patience, std::chrono::milliseconds between)
    : to(terminal), is_terminal(::isatty(terminal)), pause(between), next(std::chrono::steady_clock::now() + patience) {
}

progress_bar::~progress_bar() {
	if (is_shown)
		put(to, "\r" + std::string(columns, ' ') + "\r");
}

void progress_bar::show(std::size_t done, std::size_t all) {
	if (!is_terminal)
		return;
	const std::lock_guard lock(mutex);
	const auto now = std::chrono::steady_clock::now();
	if (now < next)
		return;
	next = now + pause;
	put(to, "\r" + bar(done, all, columns));
	is_shown = true;
}

std::string bar(std::size_t done, std::size_t all, std::size_t of_columns) {
	constexpr std::size_t around = 8; // two brackets, and " 100 %"
	const auto percent = std::to_string(all == 0 ? 100 : 100 * std::min(done, all) / all);
	const auto room = of_columns - around;
	const auto full = all == 0 ? room : room * std::min(done, all) / all;
	return "[" + std::string(full, '#') + std::string(room - full, ' ') + "] " +
	       std::string(3 - percent.size(), ' ') + percent + " %";
}

} // namespace assetc
