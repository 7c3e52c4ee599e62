// SPDX-License-Identifier: GPL-2.0-or-later
#include "read.h"

#include "content.h"
#include "file.h"
#include "folder.h"
#include "format.h"
#include "gunzip.h"
#include "name.h"

namespace assetc {

namespace {

bool is_standard_input(const options &asked) {
	return asked.input == "-";
}

// As messages call it; what is beside standard input is in the working directory.
std::string file_of(const options &asked) {
	return is_standard_input(asked) ? std::string(standard_input) : asked.input;
}

animation read_input(const options &asked) {
	auto how = asked.read;
	how.fps = asked.when.fps;
	how.idle_limit = asked.when.idle_limit;
	if (names_many_files(asked.input))
		return read_many_files(asked.input, how);
	const auto file = file_of(asked);
	const bool is_piped = is_standard_input(asked);
	input from(file, is_piped ? gunzip(file, read_standard_input()) : read_input_file(file), is_piped);
	if (!asked.format.empty())
		return read_insisting(find_format(asked.format), std::move(from), how);
	return read_any(std::move(from), how);
}

void give_name(animation &to, const options &asked) {
	if (!asked.name.empty())
		to.name = asked.name;
	if (to.name.empty())
		to.name = name_from_file(file_of(asked));
	const auto fault = find_name_fault(to.name);
	if (!fault)
		return;
	if (!asked.name.empty())
		throw usage_error(about("", "--name: " + fault->what, fault->hint));
	throw error(about(file_of(asked), fault->what, fault->hint));
}

// Stills have no hold of their own, and some formats none at all.
void give_holds(animation &to) {
	for (auto &shown : to.frames)
		if (shown.hold == std::chrono::nanoseconds::zero())
			shown.hold = std::chrono::milliseconds(100);
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
	check_frame_count(file_of(asked), read.frames.size(), asked.read.at_most);
	read.at_most = asked.read.at_most;
	give_holds(read);
	give_name(read, asked);
	read.file = file_of(asked);
	read.screen = asked.screen;
	read.jobs = static_cast<unsigned>(asked.jobs);
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
