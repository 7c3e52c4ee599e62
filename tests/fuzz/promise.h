// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// What a fuzzer needs: to end where a promise is broken, and to take choices from its bytes.
#pragma once

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace assetc::fuzz {

// Ends the program, as a fuzzer expects it, unless there is nothing wrong.
inline void require_nothing(const std::string &wrong, const char *when) {
	if (wrong.empty())
		return;
	std::fprintf(stderr, "%s: %s\n", when, wrong.c_str());
	std::abort();
}

inline void require(bool right, const char *promise) {
	if (!right)
		require_nothing(promise, "not so");
}

// Numbers out of bytes; zeros when they are used up.
struct choices {
	std::string_view left;

	unsigned byte() {
		if (left.empty())
			return 0;
		const auto first = static_cast<unsigned char>(left.front());
		left.remove_prefix(1);
		return first;
	}
	unsigned number() {
		const unsigned high = byte(), low = byte();
		return high << 8 | low;
	}
	unsigned below(unsigned limit) { return byte() % limit; }
};

} // namespace assetc::fuzz
