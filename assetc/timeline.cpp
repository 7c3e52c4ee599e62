// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "timeline.h"

#include "animation.h"
#include "info.h"

#include <algorithm>
#include <cmath>

namespace assetc {

namespace {

using std::chrono::nanoseconds;

template <typename Value> void lay(std::optional<Value> &over, const std::optional<Value> &under) {
	if (!over)
		over = under;
}

// Ends are scaled and not holds, so that what is rounded never adds up.
void scale(std::vector<step> &steps, double speed) {
	nanoseconds end{}, scaled_end{};
	for (auto &shown : steps) {
		end += shown.hold;
		const nanoseconds next(std::llround(static_cast<double>(end.count()) / speed));
		shown.hold = next - scaled_end;
		scaled_end = next;
	}
}

// Throws error where all holds together, so much faster, cannot be counted in nanoseconds.
void check_loop(const animation &of, const std::vector<step> &steps, double speed = 1) {
	constexpr double year_ns = 365.25 * 24 * longest_hold_ms * 1e6;
	double loop_ns = 0;
	for (const auto &shown : steps)
		loop_ns += static_cast<double>(shown.hold.count());
	if (std::max(loop_ns, loop_ns / speed) > longest_loop_years * year_ns)
		throw error(about(of.file, "it would last longer than 100 years until it begins again",
				  "set shorter holds with --hold or --fps, or cut it with --from and --to"));
}

void lead_back(std::vector<step> &steps) {
	for (std::size_t i = steps.size(); i-- > 2;)
		steps.push_back(steps[i - 1]);
}

void check_holds(const animation &of, const std::vector<step> &steps) {
	constexpr nanoseconds longest(static_cast<std::int64_t>(longest_hold_ms * 1e6));
	const auto too_long =
		std::find_if(steps.begin(), steps.end(), [&](const step &shown) { return shown.hold > longest; });
	if (too_long == steps.end())
		return;
	throw error(about(of.file,
			  "frame " + std::to_string(too_long->frame) + " would stay " +
				  seconds(static_cast<std::uint64_t>(too_long->hold.count() / 1000)) +
				  "; a frame stays an hour at most",
			  "--idle-limit 60 cuts what is longer than a minute; --speed makes all of it shorter"));
}

} // namespace

timeline laid_over(const timeline &over, const timeline &under) {
	timeline both = over;
	lay(both.from, under.from);
	lay(both.to, under.to);
	lay(both.fps, under.fps);
	lay(both.idle_limit, under.idle_limit);
	lay(both.speed, under.speed);
	lay(both.reverse, under.reverse);
	lay(both.hold_last, under.hold_last);
	lay(both.ping_pong, under.ping_pong);
	lay(both.flip, under.flip);
	return both;
}

std::string find_cut_fault(const timeline &when, std::size_t frames) {
	for (const auto &end : {when.from, when.to})
		if (end && *end >= frames)
			return "there is no frame " + std::to_string(*end) + ", the last one is " +
			       std::to_string(frames - 1);
	if (when.from && when.to && *when.from > *when.to)
		return "frame " + std::to_string(*when.to) + " comes before frame " + std::to_string(*when.from);
	return "";
}

void cut(animation &of) {
	auto &frames = of.frames;
	if (of.when.to)
		frames.erase(frames.begin() + static_cast<std::ptrdiff_t>(*of.when.to) + 1, frames.end());
	if (of.when.from)
		frames.erase(frames.begin(), frames.begin() + static_cast<std::ptrdiff_t>(*of.when.from));
}

nanoseconds hold_at(double fps, std::size_t number) {
	constexpr double most_ns = 9e18; // that can be counted; a loop may last a third of it (see steps_of)
	const auto end = [&](std::size_t frames) {
		return std::llround(std::min(static_cast<double>(frames) * 1e9 / fps, most_ns));
	};
	return nanoseconds(end(number + 1) - end(number));
}

std::vector<step> steps_of(const animation &of) {
	const auto &when = of.when;
	std::vector<step> steps;
	for (std::size_t i = 0; i < of.frames.size(); ++i)
		steps.push_back({i, when.fps ? hold_at(*when.fps, i) : of.frames[i].hold});
	if (when.idle_limit && !of.idle_is_cut)
		for (auto &shown : steps)
			shown.hold = std::min(shown.hold, *when.idle_limit);
	if (when.speed) {
		check_loop(of, steps, *when.speed);
		scale(steps, *when.speed);
	}
	if (when.reverse.value_or(false))
		std::reverse(steps.begin(), steps.end());
	if (when.hold_last && !steps.empty())
		steps.back().hold = *when.hold_last;
	if (when.ping_pong.value_or(false))
		lead_back(steps);
	check_holds(of, steps);
	check_loop(of, steps);
	return steps;
}

void unroll(animation &of) {
	std::vector<frame> shown;
	for (const auto &each : steps_of(of)) {
		shown.push_back(of.frames[each.frame]);
		shown.back().hold = each.hold;
	}
	of.frames = std::move(shown);
	timeline left;
	left.flip = of.when.flip;
	of.when = left;
	of.idle_is_cut = false;
}

} // namespace assetc
