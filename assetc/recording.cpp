// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "recording.h"

#include <algorithm>

namespace assetc {

recording::recording(int with_columns, int with_rows, std::optional<time> limit, std::uint64_t most_work)
    : on(with_columns, with_rows, most_work), idle_limit(limit) {}

void recording::end_frame() {
	if (!on.shoot(*shot))
		return;
	starts.push_back(frame_start);
	columns = std::max(columns, shot->columns(screens() - 1));
	rows = std::max(rows, shot->rows(screens() - 1));
}

// Makes of the event's time what is left of it when idle times are cut.
void recording::begin_event(time at) {
	at = std::max(at, last_event);
	if (idle_limit)
		idled += std::max(at - last_event - *idle_limit, time{});
	last_event = at;
	if (at - idled < frame_start + shortest_frame)
		return;
	end_frame();
	frame_start = at - idled;
}

void recording::write(time at, std::string_view bytes) {
	begin_event(at);
	on.write(bytes);
}

void recording::resize(time at, int to_columns, int to_rows) {
	begin_event(at);
	on.resize(to_columns, to_rows);
}

std::vector<frame> recording::finish(time tail) {
	end_frame();
	const auto end = last_event - idled + tail;
	starts.push_back(end > starts.back() ? end : end + last_hold);
	std::vector<frame> frames;
	for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
		auto &added = frames.emplace_back();
		added.hold = starts[i + 1] - starts[i];
		added.content = strip_frame{shot, i};
	}
	return frames;
}

} // namespace assetc
