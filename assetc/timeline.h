// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// The timeline: which frames are shown, in what order, and how long each.
#pragma once

#include "mirror.h"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace assetc {

struct animation;

// What is to be done to an animation, whatever its format; what is empty is left as it is. In this order: `from` and
// `to` cut it, `fps` gives it a tempo, `idle_limit` cuts holds that are longer, `speed` changes that, `reverse` turns
// it round, the last frame is held, and `ping_pong` leads back to the first one.
struct timeline {
	std::optional<std::size_t> from; // the first and the last frame to show, from 0
	std::optional<std::size_t> to;
	std::optional<double> fps; // frames a second, least_fps to most_fps
	std::optional<std::chrono::nanoseconds> idle_limit;
	std::optional<double> speed; // 2 is twice as fast; least_speed to most_speed
	std::optional<bool> reverse;
	std::optional<std::chrono::nanoseconds> hold_last;
	std::optional<bool> ping_pong; // 0 1 2 3 2 1, and again
	std::optional<mirroring> flip;
};

inline constexpr double least_fps = 0.001;
inline constexpr double most_fps = 1000;
inline constexpr double least_speed = 0.01;
inline constexpr double most_speed = 100;
inline constexpr double shortest_hold_ms = 0.001;
inline constexpr double longest_hold_ms = 3'600'000; // an hour
inline constexpr double longest_loop_years = 100;    // nanoseconds are counted up to 292

// The one over the other: what `over` leaves empty is as in `under`.
timeline laid_over(const timeline &over, const timeline &under);

// Why so many frames cannot be cut like this; empty if they can.
std::string find_cut_fault(const timeline &when, std::size_t frames);

// Takes the frames away that are not shown. There must be no fault in the cut.
void cut(animation &of);

// How long frame `number` (from 0) stays at so many frames a second: n frames last n / fps, to the nanosecond.
std::chrono::nanoseconds hold_at(double fps, std::size_t number);

struct step {
	std::size_t frame = 0;
	std::chrono::nanoseconds hold{};
};

// What is shown in one loop of an animation that was cut, one step after the other. Scaled holds add up exactly.
// Throws error: a frame that would stay longer than an hour, a loop that would last longer than 100 years.
std::vector<step> steps_of(const animation &of);

// Makes the frames those that one loop shows, one after the other, as long as it shows them: so nothing of the timeline
// is left but how they are mirrored. Throws as steps_of does.
void unroll(animation &of);

} // namespace assetc
