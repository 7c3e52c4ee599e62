// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "apngasm.h"

#include "beside.h"
#include "content.h"
#include "timeline.h"
#include "totals.h"

#include <charconv>
#include <cmath>

namespace assetc {

namespace {

constexpr std::string_view such = "seconds as a fraction, at most an hour";

// "75/1000", of a second; a denominator of 0 means hundredths, as in an APNG. Of a delay of 0, nothing is told.
std::chrono::nanoseconds take_delay(const member &from) {
	if (!from.value->is_string())
		must_be(from, such, "\"75/1000\"");
	const auto &text = take_text(from);
	const auto *const end = text.data() + text.size();
	unsigned above = 0, below = 0;
	const auto first = std::from_chars(text.data(), end, above);
	const auto second = first.ec == std::errc() && first.ptr < end && *first.ptr == '/'
				    ? std::from_chars(first.ptr + 1, end, below)
				    : first;
	const bool is_fraction = second.ptr == end && second.ptr != first.ptr && second.ec == std::errc();
	const auto ms = 1000.0 * above / (below == 0 ? 100 : below);
	if (!is_fraction || ms > longest_hold_ms)
		must_be(from, such, "\"75/1000\"");
	return std::chrono::nanoseconds(std::llround(ms * 1e6));
}

// { "1.png": "75/1000" }, or just "1.png".
bool is_frame(const json &value) {
	return value.is_string() || (value.is_object() && value.size() == 1 && value.front().is_string());
}

frame take_frame(const member &from, std::chrono::nanoseconds usual, const reading &how) {
	if (!is_frame(*from.value))
		must_be(from, "a picture and its delay", "{ \"1.png\": \"75/1000\" }");
	frame taken;
	taken.hold = usual;
	auto file = from.value->is_string() ? take_text(from) : std::string();
	if (from.value->is_object()) {
		file = from.value->begin().key();
		taken.hold = take_delay(from[file]);
	}
	taken.content = read_content(path_beside(from, file, how), how);
	return taken;
}

} // namespace

std::string why_no_apngasm(input &from) {
	const auto *const root = from.root();
	if (!root || !root->is_object())
		return why_no_object(from);
	const auto *const frames = find_member(root, "frames");
	if (!frames || !frames->is_array() || frames->empty() || !is_frame(frames->front()))
		return "no frame in it is a picture with a delay";
	const auto *const delay =
		frames->front().is_object() ? frames->front().front().get_ptr<const std::string *>() : nullptr;
	const bool has_delay =
		delay && delay->find('/') != delay->npos && delay->find_first_not_of("0123456789/") == delay->npos;
	const bool has_name = find_member(root, "skip_first") || find_member(root, "default_delay");
	return has_delay || has_name ? "" : "no frame in it is a picture with a delay";
}

animation read_apngasm(input from, const reading &how) {
	auto document = from.take_document();
	const member root(document);
	if (!root.value->is_object() || !root.has("frames"))
		must_be(root, "an object with frames", "{ \"frames\": [ { \"1.png\": \"75/1000\" } ] }");
	animation read;
	if (root.has("loops"))
		read.loops = static_cast<int>(take_integer(root["loops"], 0, 1'000'000, "0 is for ever"));
	const bool skips = root.has("skip_first") && take_flag(root["skip_first"]);
	const auto usual = root.has("default_delay") ? take_delay(root["default_delay"]) : std::chrono::nanoseconds{};
	const auto frames = root["frames"];
	const auto count = take_array(frames).size();
	totals all(document.file, how.at_most);
	for (std::size_t i = skips && count > 1; i < count; ++i) {
		read.frames.push_back(take_frame(frames[i], usual, how));
		all.add(read.frames.back());
	}
	return read;
}

} // namespace assetc
