// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "settling.h"

#include <algorithm>

namespace assetc {

void settling::put(std::size_t number, const std::function<draft()> &make) {
	if (!wait_for(number))
		return;
	try {
		settle(number, make());
	} catch (...) {
		abandon(number);
		throw;
	}
}

// False if one that comes before will never be there.
bool settling::wait_for(std::size_t number) {
	std::unique_lock lock(mutex_);
	goes_on_.wait(lock, [&] { return number > abandoned_ || number <= next_ + most_ahead_; });
	return number <= abandoned_;
}

void settling::settle(std::size_t number, draft picture) {
	const std::lock_guard lock(mutex_);
	waiting_.emplace(number, std::move(picture));
	for (auto found = waiting_.find(next_); found != waiting_.end(); found = waiting_.find(++next_)) {
		finish(found->second, before_);
		receive_(next_, found->second.cells);
		before_ = std::move(found->second);
		waiting_.erase(found);
	}
	goes_on_.notify_all();
}

void settling::abandon(std::size_t number) {
	const std::lock_guard lock(mutex_);
	abandoned_ = std::min(abandoned_, number);
	goes_on_.notify_all();
}

} // namespace assetc
