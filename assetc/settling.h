// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Pictures in a row, each drawn with regard to the one before.
#pragma once

#include "draft.h"

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>

namespace assetc {

// Finishes drafts in their order, though several threads make them in any order; none so far ahead of the one that is
// waited for that they would fill the memory.
class settling {
public:
	// Hands on a picture by its number, in order.
	using receiver = std::function<void(std::size_t number, const grid &cells)>;
	settling(receiver to, std::size_t most_ahead) : receive_(std::move(to)), most_ahead_(most_ahead) {}

	// Takes the numbers from 0, each once; makes the draft, once it is not too far ahead; and hands on those that
	// are next, one at a time. Throws what `make` throws, and then makes none of a higher number.
	void put(std::size_t number, const std::function<draft()> &make);

private:
	bool wait_for(std::size_t number);
	void settle(std::size_t number, draft picture);
	void abandon(std::size_t number);

	receiver receive_;
	std::size_t most_ahead_;
	std::mutex mutex_;
	std::condition_variable goes_on_;
	std::map<std::size_t, draft> waiting_;
	std::size_t next_ = 0;
	std::size_t abandoned_ = static_cast<std::size_t>(-1); // the lowest that will never be there
	draft before_;
};

} // namespace assetc
