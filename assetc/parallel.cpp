// SPDX-License-Identifier: GPL-2.0-or-later
#include "parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

#ifdef __linux__
#include <sched.h>
#endif

namespace assetc {

namespace {

// The failure that the caller will see.
struct first_failure {
	std::mutex mutex;
	std::atomic<std::size_t> index{static_cast<std::size_t>(-1)};
	std::exception_ptr why;

	void note(std::size_t at) {
		const std::lock_guard lock(mutex);
		if (at < index) {
			index = at;
			why = std::current_exception();
		}
	}
};

// Where the system allows no more threads, fewer do the same.
std::vector<std::jthread> start(std::size_t count, const std::function<void()> &work) {
	std::vector<std::jthread> started;
	try {
		while (started.size() < count)
			started.emplace_back(work);
	} catch (const std::system_error &) {
	}
	return started;
}

} // namespace

unsigned cores() {
	unsigned allowed = std::thread::hardware_concurrency();
#ifdef __linux__
	cpu_set_t set;
	if (sched_getaffinity(0, sizeof(set), &set) == 0)
		allowed = std::min(allowed, static_cast<unsigned>(CPU_COUNT(&set)));
#endif
	return std::max(1u, allowed);
}

void for_each_index(std::size_t count, const std::function<void(std::size_t)> &work, unsigned threads) {
	std::atomic<std::size_t> next{0};
	first_failure failure;
	const auto work_on = [&] {
		for (std::size_t i = next++; i < count && i < failure.index; i = next++)
			try {
				work(i);
			} catch (...) {
				failure.note(i);
			}
	};
	if (threads == 0)
		threads = cores();
	auto others = start(count == 0 ? 0 : std::min<std::size_t>(threads, count) - 1, work_on);
	work_on();
	others.clear(); // waits for them
	if (failure.why)
		std::rethrow_exception(failure.why);
}

} // namespace assetc
