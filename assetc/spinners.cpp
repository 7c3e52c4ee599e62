// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "spinners.h"

#include "member.h"
#include "pick.h"
#include "text.h"
#include "timeline_keys.h"

#include <algorithm>

namespace assetc {

namespace {

bool is_spinner(const json &value) {
	const auto *const frames = find_member(&value, "frames");
	if (!frames || !find_member(&value, "interval"))
		return false;
	return frames->is_string() || (frames->is_array() && (frames->empty() || frames->front().is_string()));
}

std::vector<std::string> names_of_spinners(const json &root) {
	std::vector<std::string> names;
	for (const auto &[name, value] : root.get_ref<const json::object_t &>())
		if (is_spinner(value))
			names.push_back(name);
	return names;
}

std::string text_of(const glyph_text &glyph) {
	std::string text;
	for (const char32_t code_point : glyph.code_points)
		append_utf8(text, code_point);
	return text;
}

frame text_frame(std::chrono::nanoseconds hold, std::vector<std::string> rows) {
	frame made;
	made.hold = hold;
	made.content = text_art{std::move(rows), {}};
	return made;
}

std::vector<glyph_text> take_glyphs(const member &from, const bounds &at_most) {
	constexpr std::size_t bytes_of_a_glyph = 32; // or fewer, of nearly all
	const auto &text = take_text(from);
	auto glyphs = text.size() > at_most.frames * bytes_of_a_glyph ? std::vector<glyph_text>{} : split_glyphs(text);
	if (glyphs.size() > at_most.frames || (glyphs.empty() && !text.empty()))
		reject(from, "this text has more than " + std::to_string(at_most.frames) + " characters, each a frame",
		       "cut it first, or allow more with --max-frames");
	return glyphs;
}

animation read_spinner(const member &from, const bounds &at_most) {
	animation read;
	const auto hold = take_hold(from["interval"]);
	const auto frames = from["frames"];
	if (frames.value->is_string()) {
		for (const auto &glyph : take_glyphs(frames, at_most))
			read.frames.push_back(text_frame(hold, {text_of(glyph)}));
		if (read.frames.empty())
			must_be(frames, "one text a frame", "\"frames\": [\"/\", \"-\"]");
		return read;
	}
	const auto count = take_array(frames, "\"frames\": [\"/\", \"-\"]").size();
	for (std::size_t i = 0; i < count; ++i)
		read.frames.push_back(text_frame(hold, take_lines(frames[i])));
	return read;
}

} // namespace

std::string why_no_spinners(input &from) {
	const auto *const root = from.root();
	if (!root || !root->is_object())
		return why_no_object(from);
	const bool has_some = is_spinner(*root) || std::any_of(root->begin(), root->end(), is_spinner);
	return has_some ? "" : "nothing in it has \"interval\" and \"frames\"";
}

animation read_spinners(input from, const reading &how) {
	auto document = from.take_document();
	const member root(document);
	if (!root.value->is_object())
		must_be(root, "an object", "{ \"interval\": 80, \"frames\": [\"/\", \"-\"] }");
	const auto *const frames = find_member(root.value, "frames");
	const bool is_alone = frames && !frames->is_object();
	if (is_alone && how.pick.empty())
		return read_spinner(root, how.at_most);
	const auto names = is_alone ? std::vector<std::string>{} : names_of_spinners(*root.value);
	if (!is_alone && names.empty())
		reject(root, "nothing in it has \"interval\" and \"frames\"",
		       "{ \"interval\": 80, \"frames\": [\"/\", \"-\"] }");
	const auto &picked = names[pick_one(document.file, names, how.pick)];
	auto read = read_spinner(root[picked], how.at_most);
	read.name = name_of_pick(document.file, picked);
	return read;
}

} // namespace assetc
