// SPDX-License-Identifier: GPL-2.0-or-later
#include "read.h"

#include "file.h"
#include "format.h"
#include "name.h"

#include <filesystem>

namespace assetc {

namespace {

animation read_input(const options &asked) {
	input from(asked.input, read_file(asked.input));
	if (!asked.format.empty())
		return find_format(asked.format).read(std::move(from), asked.read);
	return read_any(std::move(from), asked.read);
}

void give_name(animation &to, const options &asked) {
	if (!asked.name.empty())
		to.name = asked.name;
	if (to.name.empty())
		to.name = name_from_file(asked.input);
	const auto fault = find_name_fault(to.name);
	if (!fault)
		return;
	if (!asked.name.empty())
		throw usage_error(about("", "--name: " + fault->what, fault->hint));
	throw error(about(asked.input, fault->what, fault->hint));
}

void check_frames(const animation &of, const options &asked) {
	const auto frames = of.frames.size(), most = asked.read.at_most.frames;
	if (frames > most)
		throw error(about(asked.input,
				  "this has " + std::to_string(frames) + " frames, more than " + std::to_string(most),
				  "cut it first, or allow it with --max-frames " + std::to_string(frames)));
}

void give_timeline(animation &to, const options &asked) {
	to.when = laid_over(asked.when, to.when);
	const auto fault = find_cut_fault(to.when, to.frames.size());
	if (!fault.empty())
		throw usage_error(about("", "--from and --to: " + fault, "frames are numbered from 0"));
}

} // namespace

animation read_animation(const options &asked) {
	auto read = read_input(asked);
	check_frames(read, asked);
	read.at_most = asked.read.at_most;
	give_name(read, asked);
	read.source_name = std::filesystem::path(asked.input).filename().string();
	if (asked.columns || asked.rows) { // an option for one side lets the other follow
		read.columns = asked.columns.value_or(0);
		read.rows = asked.rows.value_or(0);
	}
	if (asked.loops)
		read.loops = asked.loops;
	if (asked.background)
		read.background = *asked.background;
	for (const auto &[setting, value] : asked.drawing)
		setting->set(read.drawing, value);
	if (asked.colors)
		read.colors = asked.colors;
	if (asked.how)
		read.send.how = *asked.how;
	if (asked.keyframe_every)
		read.send.keyframe_every = *asked.keyframe_every;
	if (asked.on)
		read.send.on = *asked.on;
	if (asked.hold)
		for (auto &shown : read.frames)
			shown.hold = *asked.hold;
	give_timeline(read, asked);
	return read;
}

} // namespace assetc
