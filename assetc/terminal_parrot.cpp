// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "terminal_parrot.h"

#include "content.h"
#include "text.h"

namespace assetc {

namespace {

constexpr std::string_view frame_line = "!--FRAME--!";
constexpr std::chrono::milliseconds its_hold(75);

void read_setting(const std::string &line, animation &into) {
	constexpr std::string_view description = "description:";
	if (!line.starts_with(description))
		return;
	const auto begin = line.find_first_not_of(' ', description.size());
	into.title = begin == line.npos ? "" : line.substr(begin);
}

void check_frames(const std::string &file, const animation &read) {
	for (std::size_t i = 0; i < read.frames.size(); ++i)
		if (std::get<text_art>(read.frames[i].content).art.empty())
			throw error(about(file, "frame " + std::to_string(i) + " is empty",
					  "a frame has at least one row, which may be blank"));
}

} // namespace

std::string why_no_terminal_parrot(input &from) {
	const auto text = from.bytes();
	for (auto at = text.find(frame_line); at != text.npos; at = text.find(frame_line, at + 1))
		if ((at == 0 || text[at - 1] == '\n') &&
		    text.substr(at + frame_line.size()).find_first_not_of("\r\n") != 0)
			return "";
	return "it has no line !--FRAME--!";
}

animation read_terminal_parrot(input from, const reading &how) {
	const auto bytes = from.take_bytes();
	animation read;
	int number = 0;
	for (auto rest = without_byte_order_mark(bytes); !rest.empty();) {
		auto line = take_line(rest);
		check_line(from.file(), bytes, line, ++number);
		if (line == frame_line) {
			auto &added = read.frames.emplace_back();
			added.hold = its_hold;
			added.content = text_art{};
			check_frame_count(from.file(), read.frames.size(), how.at_most);
		} else if (read.frames.empty()) {
			read_setting(line, read);
		} else {
			auto &art = std::get<text_art>(read.frames.back().content).art;
			art.push_back(std::move(line));
			check_rows(from.file(), art.size());
		}
	}
	check_frames(from.file(), read);
	return read;
}

} // namespace assetc
