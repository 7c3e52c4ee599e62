// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// An open file, by the number that the system gives it.
#pragma once

#include <unistd.h>
#include <utility>

namespace assetc {

// Closed when it goes; -1 is none.
class descriptor {
public:
	explicit descriptor(int opened = -1) : number(opened) {}
	descriptor(descriptor &&other) noexcept : number(std::exchange(other.number, -1)) {}
	descriptor &operator=(descriptor &&) = delete;
	~descriptor() {
		if (number >= 0)
			::close(number);
	}

	bool is_open() const { return number >= 0; }
	int get() const { return number; }

private:
	int number;
};

} // namespace assetc
