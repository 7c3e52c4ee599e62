// SPDX-License-Identifier: GPL-2.0-or-later
#include "play.h"

#include "file.h"
#include "held_signals.h"

#include <array>
#include <csignal>
#include <ctime>
#include <poll.h>
#include <unistd.h>

namespace assetc {

namespace {

volatile std::sig_atomic_t interrupted = 0;

constexpr std::array ending = {SIGINT, SIGTERM};

// The first signal lets a frame come to its end, so that the terminal stays sane; where that hangs, a second one ends
// the program, whichever of them it is.
void interrupt(int) {
	interrupted = 1;
	for (const int signal : ending)
		::signal(signal, SIG_DFL);
}

void catch_signals() {
	struct sigaction action {};
	action.sa_handler = interrupt;
	for (const int signal : ending) // they wait for each other: a second one must not find this handler
		::sigaddset(&action.sa_mask, signal);
	for (const int signal : ending)
		::sigaction(signal, &action, nullptr);
}

constexpr long long ns_per_s = 1'000'000'000;

long long now_ns() {
	timespec now{};
	::clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * ns_per_s + now.tv_nsec;
}

// A signal that came between the look at the flag and the sleep would be slept through, were it not held.
void sleep_until(long long due_ns) {
	const held_signals but_in_sleep;
	while (!interrupted) {
		const auto left_ns = due_ns - now_ns();
		if (left_ns <= 0)
			return;
		const timespec left{left_ns / ns_per_s, left_ns % ns_per_s};
		::ppoll(nullptr, 0, &left, &but_in_sleep.before());
	}
}

// On a terminal, whoever stops this (Ctrl-Z) is left with a whole frame, too. A full pipe could put that off for ever.
void send(std::string_view frame) {
	using signals = std::initializer_list<int>;
	const held_signals until_sent(::isatty(STDOUT_FILENO) ? signals{SIGTSTP} : signals{});
	write_standard_output(frame);
}

// The entry that follows; entry 1 follows the last one.
std::size_t next_entry(const frame_table &table, std::size_t entry) {
	return entry < table.frames() ? entry + 1 : 1;
}

} // namespace

void play(const frame_table &table) {
	catch_signals();
	const auto total = static_cast<unsigned long long>(table.loops) * table.frames();
	auto due_ns = now_ns();
	std::size_t entry = 0;
	for (unsigned long long sent = 0; (total == 0 || sent < total) && !interrupted; ++sent) {
		send(table.texts[table.entries[entry].text]);
		const auto hold_ns = static_cast<long long>(table.entries[entry].hold_us) * 1000;
		due_ns += hold_ns;
		if (now_ns() > due_ns + hold_ns) // stopped for a while: go on from now, without a burst
			due_ns = now_ns();
		sleep_until(due_ns);
		entry = next_entry(table, entry);
	}
}

} // namespace assetc
