// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Moments at which nobody may end the program.
#pragma once

#include <csignal>

namespace assetc {

// While it lives, the signals that people end programs with wait, in this thread.
class held_signals {
public:
	held_signals() {
		sigset_t held;
		::sigemptyset(&held);
		for (const int signal : {SIGINT, SIGTERM, SIGHUP})
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
