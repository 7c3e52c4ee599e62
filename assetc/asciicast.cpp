// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "asciicast.h"

#include "content.h"
#include "json_lines.h"
#include "member.h"
#include "recording.h"

#include <charconv>
#include <cmath>
#include <memory>

namespace assetc {

namespace {

using time = recording::time;

constexpr int most_rows = most_cells_a_side + 1;  // our own recordings have one below the art, for the cursor
constexpr long long longest_time_s = 100'000'000; // three years; as nanoseconds it is still exact

time take_time(const member &from) {
	if (!from.value->is_number())
		must_be(from, "a time in seconds");
	const auto seconds = from.value->get<double>();
	if (!(seconds >= 0 && seconds <= static_cast<double>(longest_time_s)))
		must_be(from, "a time from 0 to 100000000 seconds");
	return time(std::llround(seconds * 1e9));
}

// Of an event that tells its time from the one before.
time take_time_after(time before, const member &from) {
	const auto at = before + take_time(from);
	if (at > std::chrono::seconds(longest_time_s))
		reject(from, "this event comes more than 100000000 seconds after the beginning",
		       "here, each time counts from the event before; in version 2, from the beginning");
	return at;
}

bool is_given(const member &object, const char *key) {
	return object.has(key) && !object[key].value->is_null();
}

std::optional<time> take_time_if_given(const member &object, const char *key) {
	if (!is_given(object, key))
		return std::nullopt;
	return take_time(object[key]);
}

struct cast_header {
	int version = 0;
	int columns = 0;
	int rows = 0;
	std::string title;
	std::optional<time> duration;
	std::optional<time> idle_limit;
};

void take_size(const member &object, const char *columns, const char *rows, cast_header &into) {
	if (!object.value->is_object())
		must_be(object, "an object");
	for (const auto *key : {columns, rows})
		if (!object.has(key))
			reject(object, "this recording does not tell how large its terminal was",
			       std::string("\"") + columns + "\": 80, \"" + rows + "\": 24");
	constexpr auto usual = "80 columns and 24 rows are usual; recorders write 0 where there was no terminal";
	into.columns = static_cast<int>(take_integer(object[columns], 1, most_cells_a_side, usual));
	into.rows = static_cast<int>(take_integer(object[rows], 1, most_rows, usual));
}

cast_header take_header(const member &from) {
	cast_header header;
	header.version = static_cast<int>(take_integer(from["version"], 1, 3));
	if (header.version < 3)
		take_size(from, "width", "height", header);
	else if (!from.has("term"))
		reject(from, "this recording does not tell how large its terminal was",
		       R"("term": { "cols": 80, "rows": 24 })");
	else
		take_size(from["term"], "cols", "rows", header);
	if (is_given(from, "title"))
		header.title = take_text(from["title"]);
	header.duration = take_time_if_given(from, "duration");
	header.idle_limit = take_time_if_given(from, "idle_time_limit");
	if (header.idle_limit == time{}) // asciinema takes it for none
		header.idle_limit.reset();
	return header;
}

// "80x24"
std::pair<int, int> take_new_size(const member &from) {
	const auto &text = from.value->get_ref<const std::string &>();
	const auto end = text.data() + text.size();
	int columns = 0, rows = 0;
	const auto first = std::from_chars(text.data(), end, columns);
	const auto second = first.ptr < end && *first.ptr == 'x' ? std::from_chars(first.ptr + 1, end, rows) : first;
	const auto is_fine = [](int side) { return side >= 1 && side <= most_cells_a_side; };
	if (second.ptr != end || !is_fine(columns) || !is_fine(rows))
		must_be(from, "a size of at most 1000x1000", "\"80x24\" is 80 columns and 24 rows");
	return {columns, rows};
}

// A recording that is being read.
struct cast {
	cast_header header;
	bounds at_most;
	std::optional<time> idle_limit;
	recording played;
	time now{};
	bool ends_here = false; // said by an event without output

	cast(const cast_header &from, const reading &how)
	    : header(from), at_most(how.at_most), idle_limit(how.idle_limit ? how.idle_limit : from.idle_limit),
	      played(from.columns, from.rows, idle_limit, more_cells_to_move * at_most.cells) {}
};

void check_length(const cast &of, const std::string &file) {
	constexpr std::size_t most_bytes = std::size_t{1} << 30;
	if (of.played.screens() > of.at_most.frames)
		throw error(about(file,
				  "this recording has more than " + in_words(of.at_most.frames) + " different screens",
				  "cut it into pieces, or allow more with --max-frames"));
	if (of.played.cells() > more_cells_to_send * of.at_most.cells)
		throw error(about(file,
				  "its screens have more than " + in_words(more_cells_to_send * of.at_most.cells) +
					  " cells together",
				  "cut it into pieces, or allow more with --max-cells, now " +
					  std::to_string(of.at_most.cells)));
	if (of.played.work() > more_cells_to_move * of.at_most.cells)
		throw error(about(file,
				  "this recording moves, changes or shows more than " +
					  in_words(more_cells_to_move * of.at_most.cells) + " cells",
				  "cut it into pieces, or allow more with --max-cells, now " +
					  std::to_string(of.at_most.cells)));
	if (of.played.bytes() > most_bytes)
		throw error(about(file, "this recording is too long: its screens take more than 1 GiB",
				  "cut it into pieces"));
}

void add_output(cast &to, const std::string &bytes) {
	to.ends_here = bytes.empty();
	to.played.write(to.now, bytes);
}

void check_event(const member &from) {
	const auto &event = *from.value;
	const bool has_code = event.is_array() && event.size() >= 3 && event[1].is_string();
	const bool is_known = has_code && (event[1] == "o" || event[1] == "r"); // what others mean is theirs to say
	if (!has_code || (is_known && !event[2].is_string()))
		must_be(from, "an event", R"([1.5, "o", "text"]: when, what (o: output) and the text itself)");
}

// [time, code, text], where the time counts from the beginning, or in version 3 from the event before.
void add_event(cast &to, const member &from) {
	check_event(from);
	const auto told = from[std::size_t{0}];
	to.now = to.header.version == 2 ? take_time(told) : take_time_after(to.now, told);
	const auto &code = from[1].value->get_ref<const std::string &>();
	if (code == "o")
		add_output(to, from[2].value->get_ref<const std::string &>());
	else if (code == "r") {
		const auto [columns, rows] = take_new_size(from[2]);
		to.played.resize(to.now, columns, rows);
	}
	check_length(to, from.in->file);
}

// How long the last screen stays.
time tail_of(const cast &from) {
	if (from.ends_here)
		return {};
	const auto told = from.header.duration.value_or(from.now) - from.now;
	return std::max<time>(last_hold, std::min(told, from.idle_limit.value_or(told)));
}

animation make_animation(cast &from) {
	animation made;
	made.title = from.header.title;
	made.idle_is_cut = true;
	made.send.how = update::changes; // someone types, something scrolls: next to nothing changes
	made.frames = from.played.finish(tail_of(from));
	return made;
}

animation read_document(input from, const reading &how) {
	auto document = from.take_document();
	const member root(document);
	cast to(take_header(root), how);
	if (!root.has("stdout") || !root["stdout"].value->is_array())
		reject(root, "this recording has no \"stdout\"", R"("stdout": [[0.5, "text"], ...])");
	const auto output = root["stdout"];
	for (std::size_t i = 0; i < output.value->size(); ++i) {
		const auto event = output[i];
		if (!event.value->is_array() || event.value->size() < 2 || !(*event.value)[1].is_string())
			must_be(event, "an event", R"([1.5, "text"]: how long after the one before, and the text)");
		to.now = take_time_after(to.now, event[std::size_t{0}]);
		add_output(to, (*event.value)[1].get_ref<const std::string &>());
		check_length(to, document.file);
	}
	return make_animation(to);
}

animation read_lines(input from, const reading &how) {
	const auto bytes = from.take_bytes();
	json_lines lines(from.file(), bytes);
	std::unique_ptr<cast> to;
	while (auto *const line = lines.next())
		if (!to)
			to = std::make_unique<cast>(take_header(*line), how);
		else
			add_event(*to, *line);
	if (!to)
		throw error(about(from.file(), "this recording has no head",
				  R"(its first line is {"version": 2, "width": 80, "height": 24})"));
	return make_animation(*to);
}

} // namespace

std::string why_no_asciicast(input &from) {
	const auto *const first = from.first_value();
	if (!first)
		return "it is no JSON";
	const auto *const version = find_member(first, "version");
	if (!version || !version->is_number_integer())
		return "it has no \"version\"";
	if (find_member(first, "stdout") || find_member(first, "term") || find_member(first, "width"))
		return "";
	return "it has neither \"stdout\" nor \"term\" nor \"width\"";
}

animation read_asciicast(input from, const reading &how) {
	const auto *const version = find_member(from.first_value(), "version");
	return version && *version == 1 ? read_document(std::move(from), how) : read_lines(std::move(from), how);
}

} // namespace assetc
