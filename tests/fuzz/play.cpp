// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "playback.h"

#include "promise.h"
#include "target.h"

#include <vector>

namespace assetc::fuzz {

namespace {

constexpr unsigned an_hour_us = 3'600'000'000;

struct film {
	std::vector<::frame> entries;
	::frame_table table{};
};

film take_film(choices &from) {
	static const char bytes[256] = {};
	film made;
	const unsigned frames = 1 + from.below(5);
	for (unsigned i = 0; i <= frames; ++i) {
		const unsigned length = 1 + from.below(255);
		made.entries.push_back({bytes, length, 1 + from.number() * from.number() % an_hour_us});
	}
	made.table.frames = frames;
	return made;
}

// What is promised, said once more: when the entry that is shown began, which one follows, how many loops have ended.
struct expected {
	__u64 due = 0;
	unsigned entry = 0;
	unsigned ended_loops = 0;

	__u64 begin(__u64 now, __u64 hold) const { return due == 0 || now > due + hold ? now : due; }
	void follow(__u64 begun, __u64 hold, unsigned frames) {
		due = begun + hold;
		entry = entry < frames ? entry + 1 : 1;
		ended_loops += entry == frames;
	}
};

// Reads of any sizes.
void send_in_parts(playback &play, const film &of, choices &from) {
	for (unsigned left = of.entries[play.entry].length; left > 0;) {
		const unsigned part = 1 + from.below(left);
		left -= part;
		require(playback_sent(&play, &of.table, part) == (left == 0), "a frame is over when all of it is sent");
	}
}

void require_end(playback &play, const film &of, __u64 now) {
	require(!playback_begin(&play, &of.table, now + 1, 100, 0), "the end is final");
}

} // namespace

void play(std::string_view bytes) {
	choices from{bytes};
	auto film = take_film(from);
	film.table.entries = film.entries.data();
	playback play{};
	expected next;
	__u64 now = 1 + from.number();
	const unsigned loops = from.below(4);
	while (!from.left.empty()) {
		now = std::max(now + from.number() * static_cast<__u64>(from.number()) * 100, play.due_ns);
		const unsigned speed = 10 + from.number() % 991;
		const bool is_over = loops != 0 && next.entry == film.table.frames && next.ended_loops >= loops;
		require(playback_begin(&play, &film.table, now, speed, loops) != is_over, "it ends after its loops");
		if (is_over)
			return require_end(play, film, now);
		require(play.entry == next.entry, "the frames come in order");
		const auto hold = hold_ns(&film.entries[play.entry], speed);
		const auto begun = next.begin(now, hold);
		require(play.due_ns == begun, "a frame begins when it is due, or now");
		send_in_parts(play, film, from);
		next.follow(begun, hold, film.table.frames);
		require(play.due_ns == next.due, "a frame is due one hold after the one before it");
	}
}

} // namespace assetc::fuzz
