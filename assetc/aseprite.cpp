// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "aseprite.h"

#include "pick.h"
#include "sheet.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace assetc {

namespace {

constexpr int most_repeats = 65'535; // what Aseprite's own files can hold

enum class direction { forward, reverse, ping_pong, ping_pong_reverse };

struct tag {
	std::string name;
	std::size_t from = 0; // both are shown
	std::size_t to = 0;
	direction way = direction::forward;
	int repeats = 0; // 0: for ever
};

direction take_direction(const member &from) {
	constexpr std::string_view such = "\"forward\", \"reverse\", \"pingpong\" or \"pingpong_reverse\"";
	const auto &way = from.value->is_string() ? take_text(from) : std::string();
	if (way == "forward")
		return direction::forward;
	if (way == "reverse")
		return direction::reverse;
	if (way == "pingpong")
		return direction::ping_pong;
	if (way == "pingpong_reverse")
		return direction::ping_pong_reverse;
	must_be(from, such);
}

// Written as text: "2".
int take_repeats(const member &from) {
	if (!from.value->is_string())
		return static_cast<int>(take_integer(from, 0, most_repeats));
	const auto &text = take_text(from);
	const auto *const end = text.data() + text.size();
	int repeats = 0;
	const auto parsed = std::from_chars(text.data(), end, repeats);
	if (parsed.ec != std::errc() || parsed.ptr != end || repeats < 0 || repeats > most_repeats)
		must_be(from, "a whole number from 0 to " + std::to_string(most_repeats));
	return repeats;
}

// The first and the last frame of a tag, or why there are no such frames.
std::string find_range_fault(const member &of, std::size_t frames, tag &into) {
	const auto number = [&](const char *key) -> long long {
		const bool is_number = of.has(key) && of[key].value->is_number_integer();
		return is_number ? of[key].value->get<long long>() : -1;
	};
	const auto from = number("from"), to = number("to");
	if (from < 0 || to < from || to >= static_cast<long long>(frames))
		return "the tag " + quote(into.name) +
		       " is of frames that are not there; they are numbered from 0 to " + std::to_string(frames - 1);
	into.from = static_cast<std::size_t>(from);
	into.to = static_cast<std::size_t>(to);
	return "";
}

// One remark for all tags that are left out: a sheet that was exported for one tag can name a hundred others.
void remark_on(const member &left_out, const std::string &fault, animation &of) {
	if (of.remarks.empty())
		of.remarks.push_back({locate(*left_out.in, left_out.pointer), fault, "it cannot be picked"});
	else
		of.remarks.front().hint = "neither it nor others of that kind can be picked";
}

// Empty, with a remark, for a tag of frames that are not there, unless it is the one that is wanted.
std::optional<tag> take_tag(const member &from, animation &of, const std::string &wanted) {
	if (!from.value->is_object() || !from.has("name"))
		reject(from, "a tag has a name",
		       "{ \"name\": \"walk\", \"from\": 0, \"to\": 3, \"direction\": \"forward\" }");
	tag taken{take_text(from["name"])};
	const auto fault = find_range_fault(from, of.frames.size(), taken);
	if (!fault.empty() && taken.name == wanted)
		reject(from, fault, "was the sheet exported for one tag only?");
	if (!fault.empty()) {
		remark_on(from, fault, of);
		return std::nullopt;
	}
	if (from.has("direction"))
		taken.way = take_direction(from["direction"]);
	if (from.has("repeat"))
		taken.repeats = take_repeats(from["repeat"]);
	return taken;
}

std::vector<tag> take_tags(const member &document, animation &of, const std::string &wanted) {
	std::vector<tag> tags;
	const auto *const meta = find_member(document.value, "meta");
	if (!find_member(meta, "frameTags"))
		return tags;
	const auto from = document["meta"]["frameTags"];
	if (!from.value->is_array())
		must_be(from, "an array");
	for (std::size_t i = 0; i < from.value->size(); ++i)
		if (auto taken = take_tag(from[i], of, wanted))
			tags.push_back(std::move(*taken));
	return tags;
}

bool leads_back(direction way) {
	return way == direction::ping_pong || way == direction::ping_pong_reverse;
}

// Each repeat of a tag that goes there and back is one way; where the next begins, the frame is shown once.
void repeat_ways(animation &of, int ways) {
	const auto first = of.frames;
	for (int way = 1; way < ways; ++way) {
		const auto next = way % 2 == 1 ? std::vector<frame>(first.rbegin(), first.rend()) : first;
		of.frames.insert(of.frames.end(), next.begin() + (next.size() > 1), next.end());
	}
}

void play_tag(const tag &played, animation &of) {
	constexpr std::size_t most_steps = 10'000; // that are told one by one
	of.frames.erase(of.frames.begin() + static_cast<std::ptrdiff_t>(played.to) + 1, of.frames.end());
	of.frames.erase(of.frames.begin(), of.frames.begin() + static_cast<std::ptrdiff_t>(played.from));
	if (played.way == direction::reverse || played.way == direction::ping_pong_reverse)
		std::reverse(of.frames.begin(), of.frames.end());
	of.loops = played.repeats;
	if (!leads_back(played.way))
		return;
	if (played.repeats > 0 && static_cast<std::size_t>(played.repeats) * of.frames.size() <= most_steps) {
		repeat_ways(of, played.repeats);
		of.loops = 1;
	} else {
		of.when.ping_pong = true;
		of.loops = (played.repeats + 1) / 2;
	}
}

// The tag that is wanted, or the only one if it is of all frames.
const tag *find_tag(const std::vector<tag> &tags, const animation &of, const std::string &file,
		    const std::string &wanted) {
	if (wanted.empty())
		return tags.size() == 1 && tags[0].to - tags[0].from + 1 == of.frames.size() ? tags.data() : nullptr;
	std::vector<std::string> names;
	for (const auto &known : tags)
		names.push_back(known.name);
	return &tags[pick_one(file, names, wanted)];
}

} // namespace

std::string why_no_aseprite(input &from) {
	const auto *const root = from.root();
	if (!root || !root->is_object())
		return why_no_object(from);
	if (!is_sheet(root))
		return "no frame in it says where it lies in a picture";
	const auto *const meta = find_member(root, "meta");
	const auto *const app = find_member(meta, "app");
	const bool says_so =
		app && app->is_string() && app->get_ref<const std::string &>().find("aseprite") != std::string::npos;
	const auto &frames = (*root)["frames"];
	const bool has_time = !frames.empty() && find_member(&*frames.begin(), "duration");
	return says_so || has_time || find_member(meta, "frameTags") ? "" : "no frame in it has a \"duration\"";
}

animation read_aseprite(input from, const reading &how) {
	auto document = from.take_document();
	const member root(document);
	if (!is_sheet(root.value))
		must_be(root, "a sheet", "{ \"frames\": ..., \"meta\": { \"image\": \"beetle.png\" } }");
	sheet_pictures pictures;
	auto frames = read_sheet(root, how, pictures);
	bring_to_one_size(frames, document.file, how.at_most);
	animation read;
	for (auto &[name, shown] : frames)
		read.frames.push_back(std::move(shown));
	const auto tags = take_tags(root, read, how.pick);
	if (const auto *const played = find_tag(tags, read, document.file, how.pick)) {
		play_tag(*played, read);
		if (!how.pick.empty())
			read.name = name_of_part(document.file, played->name);
	}
	return read;
}

} // namespace assetc
