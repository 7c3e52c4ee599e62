// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "stations.h"

#include "parallel.h"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>

namespace assetc {
namespace {

class factory {
public:
	factory(const std::vector<station> &all, std::size_t count, std::size_t most_under_way)
	    : stations(all), next_in_order(all.size()), under_way(most_under_way), end(count) {}

	// One thread's part. Returns when nothing is left to begin or to wait for.
	void work() {
		std::unique_lock lock(mutex);
		for (;;) {
			std::optional<task> next;
			changes.wait(lock, [&] { return (next = take_task()) || first >= end; });
			if (!next)
				return;
			lock.unlock();
			const auto failure = failure_of(*next);
			lock.lock();
			put_back(*next, failure);
			changes.notify_all();
		}
	}

	void tell_failure() const {
		if (why)
			std::rethrow_exception(why);
	}

private:
	struct task {
		std::size_t piece;
		std::size_t station;
	};
	struct place {
		std::size_t station = 0; // that it waits for, or is in
		bool is_in_work = false;
	};

	place &place_of(std::size_t piece) { return under_way[piece % under_way.size()]; }

	std::exception_ptr failure_of(const task &one) const {
		try {
			stations[one.station].work(one.piece);
		} catch (...) {
			return std::current_exception();
		}
		return nullptr;
	}

	// What is nearest to its end comes first.
	std::optional<task> take_task() {
		for (std::size_t station = stations.size(); station-- > 0;)
			for (std::size_t piece = first; piece < std::min(end, begun); ++piece) {
				auto &at = place_of(piece);
				if (at.station != station || at.is_in_work ||
				    (stations[station].in_order && next_in_order[station] != piece))
					continue;
				at.is_in_work = true;
				return task{piece, station};
			}
		const bool is_turn = !stations.front().in_order || next_in_order.front() == begun;
		if (!is_turn || begun >= std::min(end, first + under_way.size()))
			return std::nullopt;
		place_of(begun) = {0, true};
		return task{begun++, 0};
	}

	void put_back(const task &done, const std::exception_ptr &failure) {
		if (failure) {
			if (done.piece < end) {
				end = done.piece;
				why = failure;
			}
			return;
		}
		place_of(done.piece) = {done.station + 1, false};
		next_in_order[done.station] = done.piece + 1;
		while (first < std::min(end, begun) && place_of(first).station == stations.size())
			++first;
	}

	const std::vector<station> &stations;
	std::vector<std::size_t> next_in_order; // of each station; what the others make of it, nobody asks
	std::vector<place> under_way;
	std::size_t first = 0; // that is not done
	std::size_t begun = 0; // so many
	std::size_t end;       // of those to work on
	std::exception_ptr why;
	std::mutex mutex;
	std::condition_variable changes;
};

} // namespace

void run(const std::vector<station> &stations, std::size_t count, std::size_t most_under_way, unsigned threads) {
	factory all(stations, count, std::max<std::size_t>(most_under_way, 1));
	for_each_index(
		threads, [&](std::size_t) { all.work(); }, threads);
	all.tell_failure();
}

} // namespace assetc
