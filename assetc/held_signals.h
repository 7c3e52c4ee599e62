// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Moments at which nobody may end the program.
#pragma once

#include <csignal>
#include <initializer_list>

namespace assetc {

// While it lives, some signals wait, in this thread: those that people end programs with, if no others are named.
class held_signals {
public:
	explicit held_signals(std::initializer_list<int> which = {SIGINT, SIGTERM, SIGHUP}) {
		sigset_t held;
		::sigemptyset(&held);
		for (const int signal : which)
			::sigaddset(&held, signal);
		::pthread_sigmask(SIG_BLOCK, &held, &others);
	}
	held_signals(const held_signals &) = delete;
	held_signals &operator=(const held_signals &) = delete;
	~held_signals() { ::pthread_sigmask(SIG_SETMASK, &others, nullptr); }

	// Those that were held before.
	const sigset_t &before() const { return others; }

private:
	sigset_t others;
};

} // namespace assetc
