// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "timeline_keys.h"

#include <cmath>

namespace assetc {

namespace {

using std::chrono::nanoseconds;

constexpr nanoseconds default_hold = std::chrono::milliseconds(100);
constexpr long long most_frames = 1'000'000'000;

std::optional<std::size_t> take_frame_number(const member &document, const char *key) {
	if (!document.has(key))
		return std::nullopt;
	return static_cast<std::size_t>(take_integer(document[key], 0, most_frames, "frames are numbered from 0"));
}

mirroring take_flip(const member &from) {
	const auto *const text = from.value->get_ptr<const std::string *>();
	const auto known = text ? parse_mirroring(*text) : std::nullopt;
	if (!known)
		must_be(from, "\"horizontal\", \"vertical\", \"both\" or \"none\"",
			"horizontal exchanges left and right, vertical top and bottom");
	return *known;
}

} // namespace

nanoseconds take_hold(const member &from) {
	const std::string hint = "70 is the party parrot's tempo";
	const auto ms = take_positive_number(from, hint);
	if (ms < shortest_hold_ms)
		must_be(from, "at least 0.001, a microsecond", hint);
	if (ms > longest_hold_ms)
		must_be(from, "at most 3600000, an hour", hint);
	return nanoseconds(std::llround(ms * 1e6));
}

timeline take_timeline(const member &document) {
	timeline when;
	when.from = take_frame_number(document, "from");
	when.to = take_frame_number(document, "to");
	if (document.has("idle_limit_ms"))
		when.idle_limit = take_hold(document["idle_limit_ms"]);
	if (document.has("speed"))
		when.speed = take_number(document["speed"], least_speed, most_speed, "a number from 0.01 to 100",
					 "2 is twice as fast");
	if (document.has("reverse"))
		when.reverse = take_flag(document["reverse"]);
	if (document.has("hold_last_ms"))
		when.hold_last = take_hold(document["hold_last_ms"]);
	if (document.has("ping_pong"))
		when.ping_pong = take_flag(document["ping_pong"]);
	if (document.has("flip"))
		when.flip = take_flip(document["flip"]);
	return when;
}

void give_holds(const member &document, animation &to) {
	auto hold = default_hold;
	std::optional<double> fps;
	if (document.has("hold_ms"))
		hold = take_hold(document["hold_ms"]);
	if (document.has("fps"))
		fps = take_number(document["fps"], least_fps, most_fps, "a number from 0.001 to 1000",
				  "24 frames a second is a film's tempo");
	if (fps && document.has("hold_ms"))
		reject(document["fps"], "fps and hold_ms say the same thing", "remove one of the two");
	for (std::size_t i = 0; i < to.frames.size(); ++i)
		if (to.frames[i].hold == nanoseconds::zero())
			to.frames[i].hold = fps ? hold_at(*fps, i) : hold;
}

void check_cut(const member &document, const animation &of) {
	const auto fault = find_cut_fault(of.when, of.frames.size());
	if (fault.empty())
		return;
	const bool from_is_wrong = of.when.from && (!of.when.to || *of.when.from >= of.frames.size());
	reject(document[from_is_wrong ? "from" : "to"], fault, "frames are numbered from 0");
}

} // namespace assetc
