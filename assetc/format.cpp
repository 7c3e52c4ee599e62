// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "format.h"

#include "apng.h"
#include "apngasm.h"
#include "ascii_motion.h"
#include "asciicast.h"
#include "aseprite.h"
#include "content.h"
#include "darkdraw.h"
#include "durdraw.h"
#include "gif.h"
#include "native.h"
#include "pick.h"
#include "spinners.h"
#include "stranger.h"
#include "terminal_parrot.h"
#include "texture_packer.h"
#include "video.h"
#include "webp.h"

#include <algorithm>
#include <array>
#include <vector>

namespace assetc {

// What tells a format least comes last: each takes what the ones above it left.
std::span<const format> formats() {
	static constexpr std::array rows = {
		format{"gif", "*.gif", "an animated GIF, as browsers show it", why_no_gif, read_gif_input},
		format{"webp", "*.webp", "an animated WebP", why_no_webp, read_webp_input},
		format{"apng", "*.png *.apng", "an animated PNG", why_no_apng, read_apng_input},
		format{"video", "*.mp4 *.webm *.mkv", "a video, by the program ffmpeg", why_no_video, read_video_input},
		format{"picture", "*.png *.jpg *.webp ...", "a still picture", why_no_picture, read_still_input},
		format{"aseprite", "*.json + *.png", "a sheet of Aseprite's; --pick TAG", why_no_aseprite,
		       read_aseprite, true},
		format{"texturepacker", "*.json + *.png",
		       "a sheet of TexturePacker's and its like; --hold-ms MS gives it time, --pick NAME one of its "
		       "animations",
		       why_no_texture_packer, read_texture_packer, true},
		format{"ascii-motion", "*.json *.asciimtn",
		       "exported from ASCII Motion as JSON, or a session of its version 1", why_no_ascii_motion,
		       read_ascii_motion},
		format{"spinners", "spinners.json",
		       "cli-spinners: {\"dots\": {\"interval\": 80, \"frames\": [\"/\", \"-\"]}, ...}; --pick dots",
		       why_no_spinners, read_spinners, true},
		format{"apngasm", "*.json + *.png", "pictures with delays: {\"frames\": [{\"1.png\": \"75/1000\"}]}",
		       why_no_apngasm, read_apngasm},
		format{"asciicast", "*.cast *.json",
		       "a terminal recording: {\"version\": 2, \"width\": 80, \"height\": 24}", why_no_asciicast,
		       read_asciicast},
		format{"durdraw", "*.dur", "a drawing of Durdraw: {\"DurMovie\": ...}, mostly gzipped", why_no_durdraw,
		       read_durdraw},
		format{"darkdraw", "*.ddw", "a drawing of DarkDraw: lines of {\"x\": 1, \"y\": 2, \"text\": \"a\"}",
		       why_no_darkdraw, read_darkdraw},
		format{"terminal-parrot", "*.animation", "text frames after lines !--FRAME--!", why_no_terminal_parrot,
		       read_terminal_parrot},
		format{"native", "*.json", "our own: {\"frames\": [{\"art\": [\"row 1\", \"row 2\"]}]}", why_not_native,
		       read_native_input, true},
		format{"text", "*.txt", "one frame of text", why_no_text, read_still_input},
	};
	return rows;
}

namespace {

std::size_t longest(std::string_view format::*what) {
	std::size_t most = 0;
	for (const auto &row : formats())
		most = std::max(most, (row.*what).size());
	return most;
}

void append_padded(std::string &to, std::string_view text, std::size_t columns) {
	to += text;
	to.append(columns - text.size() + 2, ' ');
}

struct refusal {
	std::string formats;
	std::string why;
};

// Formats that give the same reason share a line.
void add_refusal(std::vector<refusal> &to, std::string_view name, std::string why) {
	const auto same = std::find_if(to.begin(), to.end(), [&](const auto &known) { return known.why == why; });
	if (same == to.end())
		to.push_back({std::string(name), std::move(why)});
	else
		same->formats += ", " + std::string(name);
}

[[noreturn]] void refuse_all(input &from, const std::vector<refusal> &refusals) {
	if (from.file().ends_with(".json") && !from.root())
		from.take_document(); // throws: two documents in one file, mostly
	auto said = about(from.file(), "this is no animation of a kind that is known",
			  "assetc --formats tells what each kind looks like; --format NAME insists on one");
	for (const auto &[names, why] : refusals)
		said.notes.push_back("not " + names + ": " + why);
	throw error(std::move(said));
}

// The other format that the content tells of; "" if there is none but text, which anything can be.
std::string_view other_format(const format &than, input from) {
	const auto rows = formats().first(formats().size() - 1);
	try {
		if (than.refuse(from).empty())
			return "";
		const auto takes = [&](const format &row) { return row.refuse(from).empty(); };
		const auto found = std::find_if(rows.begin(), rows.end(), takes);
		return found == rows.end() ? "" : found->name;
	} catch (const error &) { // JSON with a mistake in it
		return "";
	}
}

} // namespace

std::string describe_formats() {
	const auto name_columns = longest(&format::name), file_columns = longest(&format::files);
	std::string text = "Inputs, by content (--format NAME insists on one):\n";
	for (const auto &row : formats()) {
		text += "  ";
		append_padded(text, row.name, name_columns);
		append_padded(text, row.files, file_columns);
		(text += row.help) += "\n";
	}
	return text;
}

const format &find_format(std::string_view name) {
	std::vector<std::string_view> names;
	for (const auto &row : formats()) {
		if (row.name == name)
			return row;
		names.push_back(row.name);
	}
	const auto meant = nearest(name, names);
	throw usage_error(
		about("", "--format: " + quote(name) + " is no format",
		      meant.empty() ? "assetc --formats lists them" : "did you mean " + std::string(meant) + "?"));
}

animation read_as(const format &row, input from, const reading &how) {
	if (!row.picks)
		check_no_pick(from.file(), how.pick);
	const auto file = from.file();
	auto read = row.read(std::move(from), how);
	if (read.frames.empty())
		throw error(
			about(file, "there are no frames in it", "assetc --formats tells what each kind looks like"));
	return read;
}

animation read_insisting(const format &row, input from, const reading &how) {
	const std::string file = from.file(), bytes(from.bytes());
	try {
		return read_as(row, std::move(from), how);
	} catch (const error &) {
		const auto other = other_format(row, input(file, bytes));
		if (other.empty())
			throw;
		throw error(about(
			file, "this is no " + std::string(row.name) + ", as --format has it, but " + std::string(other),
			"leave --format out, or say --format " + std::string(other)));
	}
}

animation read_any(input from, const reading &how) {
	std::vector<refusal> refusals;
	for (const auto &row : formats()) {
		auto why = row.refuse(from);
		if (why.empty())
			return read_as(row, std::move(from), how);
		add_refusal(refusals, row.name, std::move(why));
	}
	refuse_strangers(from);
	refuse_all(from, refusals);
}

} // namespace assetc
