// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Pictures in a row, each drawn with regard to the one before.
#pragma once

#include "draft.h"

#include <functional>
#include <map>
#include <mutex>

namespace assetc {

// Finishes drafts in their order, though several threads make them in any order.
class settling {
public:
	// Hands on a picture by its number, in order.
	using receiver = std::function<void(std::size_t number, const grid &cells)>;
	explicit settling(receiver to) : receive_(std::move(to)) {}

	// Takes the numbers from 0, each once. Hands on those that are next, one at a time.
	void put(std::size_t number, draft picture);

private:
	receiver receive_;
	std::mutex mutex_;
	std::map<std::size_t, draft> waiting_;
	std::size_t next_ = 0;
	draft before_;
};

} // namespace assetc
