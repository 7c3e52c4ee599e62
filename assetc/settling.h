// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Keeps still what stands still: the same thing drawn anew comes out a little different, and would flicker.
#pragma once

#include "draw.h"
#include "eye.h"

#include <functional>
#include <map>
#include <mutex>

namespace assetc {

// Where a picture hardly differs from the one drawn before, its cells become those of the one before, and remember what
// they were drawn from; so a slow change does not go unseen. Does nothing for pictures of another size.
void settle(drawn_picture &now, const drawn_picture &before);

// Settles pictures in their order, though several threads draw them in any order.
class settling {
public:
	// Hands on a picture by its number, in order.
	using receiver = std::function<void(std::size_t number, const grid &cells)>;
	explicit settling(receiver to) : receive_(std::move(to)) {}

	// Takes the numbers from 0, each once. Hands on those that are next, one at a time.
	void put(std::size_t number, drawn_picture picture);

private:
	receiver receive_;
	std::mutex mutex_;
	std::map<std::size_t, drawn_picture> waiting_;
	std::size_t next_ = 0;
	drawn_picture before_;
};

} // namespace assetc
