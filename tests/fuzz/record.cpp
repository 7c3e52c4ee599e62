// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "emulator.h"
#include "promise.h"
#include "table_check.h"
#include "target.h"
#include "text.h"

#include <algorithm>

namespace assetc::fuzz {

namespace {

// Two control characters that no terminal knows have a meaning of their own.
constexpr char shoot_mark = '\x1c';
constexpr char resize_mark = '\x1d';

struct recorder {
	emulator on;
	std::shared_ptr<strip> onto = std::make_shared<strip>();

	void act(char mark, choices &from) {
		if (mark == shoot_mark)
			on.shoot(*onto);
		else
			on.resize(1 + static_cast<int>(from.below(40)), 1 + static_cast<int>(from.below(24)));
	}
};

void record_all(recorder &by, choices from) {
	while (!from.left.empty() && by.onto->frames() < 64) {
		const char marks[] = {shoot_mark, resize_mark, '\0'};
		const auto end = std::min(from.left.find_first_of(marks), from.left.size());
		by.on.write(from.left.substr(0, end));
		from.left.remove_prefix(end);
		if (!from.left.empty())
			by.act(static_cast<char>(from.byte()), from);
	}
	by.on.shoot(*by.onto);
}

animation film_of(const std::shared_ptr<strip> &kept) {
	animation made;
	made.name = "recorded";
	for (std::size_t i = 0; i < kept->frames(); ++i) {
		auto &shown = made.frames.emplace_back();
		shown.hold = std::chrono::milliseconds(100);
		shown.content = strip_frame{kept, i};
	}
	return made;
}

} // namespace

void record(std::string_view bytes) {
	if (!is_utf8(bytes))
		return;
	choices from{bytes};
	const unsigned kind = from.byte();
	recorder by{{1 + static_cast<int>(from.below(40)), 1 + static_cast<int>(from.below(24))}};
	record_all(by, from);
	auto made = film_of(by.onto);
	made.send.how = kind % 2 == 0 ? update::full : update::changes;
	made.send.on = kind % 4 < 2 ? terminal::linux_console : terminal::xterm;
	made.colors = kind % 8 < 4 ? color_depth::rgb : color_depth::ansi16;
	check_table_of(std::move(made));
}

} // namespace assetc::fuzz
