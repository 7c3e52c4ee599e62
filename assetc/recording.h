// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// From what a terminal got, and when, to frames: what all formats of recordings have in common.
#pragma once

#include "animation.h"
#include "emulator.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace assetc {

// The least time that a frame of a recording stays. What a program writes comes in pieces, and a screen half painted
// was never seen: displays show sixty pictures a second. All that comes within this time is one frame.
inline constexpr auto shortest_frame = std::chrono::nanoseconds(1'000'000'000 / 60);

// How long the last screen stays where a recording does not tell.
inline constexpr auto last_hold = std::chrono::seconds(1);

// A recording as it is being played into a terminal. Times count from its beginning, and never go back; what would is
// taken to be at the time of the event before.
class recording {
public:
	using time = std::chrono::nanoseconds;

	// Idle time between two events is cut to the limit. What is written once the terminal has more than most_work
	// behind it is lost: see emulator.
	recording(int columns, int rows, std::optional<time> idle_limit, std::uint64_t most_work = -1);

	void write(time at, std::string_view bytes);
	void resize(time at, int columns, int rows);

	// The frames: one for each screen that differs from the one before. The last one stays for `tail` after the
	// last event, or for last_hold if that would be no time. Nothing may follow.
	std::vector<frame> finish(time tail);

	std::uint64_t work() const { return on.work(); }

	// How many screens were kept so far, how many cells they have if all are as large as the largest, and how much
	// memory they take.
	std::size_t screens() const { return shot->frames(); }
	std::uint64_t cells() const {
		return screens() * static_cast<std::uint64_t>(columns) * static_cast<std::uint64_t>(rows);
	}
	std::size_t bytes() const { return shot->bytes(); }

private:
	void begin_event(time at);
	void end_frame();

	emulator on;
	std::shared_ptr<strip> shot = std::make_shared<strip>();
	int columns = 0; // of the largest
	int rows = 0;
	std::vector<time> starts; // of the frames
	std::optional<time> idle_limit;
	time idled{};      // time that was cut, together
	time last_event{}; // as the recording counts
	time frame_start{};
};

} // namespace assetc
