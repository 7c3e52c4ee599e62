// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "settling.h"

namespace assetc {

void settling::put(std::size_t number, draft picture) {
	const std::lock_guard lock(mutex_);
	waiting_.emplace(number, std::move(picture));
	for (auto found = waiting_.find(next_); found != waiting_.end(); found = waiting_.find(++next_)) {
		finish(found->second, before_);
		receive_(next_, found->second.cells);
		before_ = std::move(found->second);
		waiting_.erase(found);
	}
}

} // namespace assetc
