// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "sheet.h"

#include "beside.h"
#include "input.h"
#include "picture_file.h"
#include "timeline_keys.h"
#include "totals.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>

namespace assetc {

namespace {

constexpr int longest_side = 16384; // of a sheet or a frame, in pixels

struct rectangle {
	int x = 0;
	int y = 0;
	int width = 0;
	int height = 0;
};

// A whole number; some write 64.0.
int take_pixels(const member &object, const char *key, int least) {
	const std::string such = "a whole number from " + std::to_string(least) + " to " + std::to_string(longest_side);
	if (!object.has(key))
		reject(object, object.name() + " has no " + key, "{ \"x\": 0, \"y\": 0, \"w\": 64, \"h\": 64 }");
	const auto from = object[key];
	const auto number = from.value->is_number() ? from.value->get<double>() : least - 1.0;
	if (!(number >= least && number <= longest_side) || number != std::floor(number))
		must_be(from, such);
	return static_cast<int>(number);
}

rectangle take_size(const member &from, int least) {
	if (!from.value->is_object())
		must_be(from, "an object", "{ \"w\": 64, \"h\": 64 }");
	return {0, 0, take_pixels(from, "w", least), take_pixels(from, "h", least)};
}

rectangle take_rectangle(const member &from, int least_x) {
	auto taken = take_size(from, 0);
	taken.x = take_pixels(from, "x", least_x);
	taken.y = take_pixels(from, "y", least_x);
	return taken;
}

bool is_set(const member &object, const char *key) {
	return object.has(key) && object[key].value->is_boolean() && object[key].value->get<bool>();
}

// Where the frame stood before its transparent edges were taken away.
canvas take_canvas(const member &from, const rectangle &frame) {
	const bool is_whole = from.has("trimmed") && !is_set(from, "trimmed");
	canvas on{frame.width, frame.height, 0, 0};
	if (!is_whole && from.has("sourceSize")) {
		const auto size = take_size(from["sourceSize"], 1);
		on = {size.width, size.height, 0, 0};
	}
	if (!is_whole && from.has("spriteSourceSize")) {
		const auto within = take_rectangle(from["spriteSourceSize"], -longest_side);
		on.left = within.x;
		on.top = within.y;
	}
	return on;
}

picture_part take_part(const member &from, const std::string &file, const std::shared_ptr<const picture> &sheet) {
	if (!from.value->is_object() || !from.has("frame"))
		reject(from, "this frame does not say where it lies in the picture",
		       "\"frame\": { \"x\": 0, \"y\": 0, \"w\": 64, \"h\": 64 }");
	auto lies = take_rectangle(from["frame"], 0);
	picture_part part{file, sheet};
	part.on = take_canvas(from, lies);
	part.is_turned = is_set(from, "rotated");
	if (lies.width == 0 || lies.height == 0) { // all of it was transparent: nothing of it is shown
		lies = {0, 0, 1, 1};
		part.on.width = std::max(part.on.width, 1);
		part.on.height = std::max(part.on.height, 1);
		part.on.left = 2 * longest_side;
	}
	part.x = lies.x;
	part.y = lies.y;
	part.width = part.is_turned ? lies.height : lies.width;
	part.height = part.is_turned ? lies.width : lies.height;
	if (part.x + part.width > sheet->width || part.y + part.height > sheet->height)
		reject(from["frame"], "this frame reaches beyond the picture",
		       quote(file) + " has " + std::to_string(sheet->width) + "x" + std::to_string(sheet->height) +
			       " pixels; is it the one that belongs here?");
	return part;
}

sheet_frame take_frame(const member &from, const std::string &file, const std::shared_ptr<const picture> &sheet) {
	sheet_frame taken;
	taken.shown.content = take_part(from, file, sheet);
	if (from.has("duration"))
		taken.shown.hold = take_hold(from["duration"]);
	return taken;
}

// The name as here, whatever machine it was written on.
std::string with_slashes(std::string name) {
	std::replace(name.begin(), name.end(), '\\', '/');
	return name;
}

bool has_drive(const std::string &name) {
	return name.size() > 2 && name[1] == ':';
}

std::string base_of(const std::string &name) {
	return std::filesystem::path(has_drive(name) ? name.substr(2) : name).filename().string();
}

// All of them stay in memory until the last frame is drawn.
std::shared_ptr<const picture> decode(const std::string &file, const std::string &document, const reading &how,
				      sheet_pictures &shared) {
	auto &known = shared.by_file[file];
	if (known)
		return known;
	known = std::make_shared<const picture>(read_picture(file, how.at_most));
	count_sheet(document, *known, how);
	return known;
}

member name_of_picture(const member &page) {
	if (page.has("meta") && page["meta"].value->is_object() && page["meta"].has("image"))
		return page["meta"]["image"];
	return page["image"];
}

// The picture that a sheet names. It may be named as on the machine where it was made ("C:\sheets\beetle.png"): it is
// then looked for beside the document.
std::string find_sheet_picture(const member &page, const reading &how) {
	const auto named = name_of_picture(page);
	const auto &document = page.in->file;
	std::error_code failed; // a name can be too long to ask
	if (named.value->is_null()) {
		const auto name = std::filesystem::path(document).filename().replace_extension(".png").string();
		auto likely = path_beside(page, name, how);
		if (std::filesystem::is_regular_file(likely, failed))
			return likely;
		reject(page, "this sheet names no picture", "\"meta\": { \"image\": \"beetle.png\" }");
	}
	const auto name = with_slashes(take_text(named));
	check_length(named, name);
	const auto base = base_of(name);
	if (base.empty())
		must_be(named, "the name of a picture", "\"beetle.png\"");
	auto beside = path_beside(named, base, how);
	if ((climbs_out(name) || has_drive(name)) && std::filesystem::is_regular_file(beside, failed))
		return beside;
	auto path = path_beside(named, name, how);
	if (std::filesystem::is_regular_file(path, failed))
		return path;
	if (std::filesystem::is_regular_file(beside, failed))
		return beside;
	reject(named, "there is no picture " + quote(path), "put " + quote(base) + " beside " + quote(document));
}

} // namespace

bool is_sheet(const json *page) {
	const auto *const frames = find_member(page, "frames");
	if (!frames || !frames->is_structured())
		return false;
	if (frames->empty())
		return find_member(page, "meta");
	const auto *const lies = find_member(&*frames->begin(), "frame");
	return lies && lies->is_object();
}

std::vector<sheet_frame> read_sheet(const member &page, const reading &how, sheet_pictures &shared) {
	const auto from = page["frames"];
	if (!from.value->is_structured() || from.value->empty())
		must_be(from, "an object or an array of frames");
	shared.frames += from.value->size();
	check_length(page.in->file, "sheet", shared.frames, 0, how.at_most);
	const auto file = find_sheet_picture(page, how);
	const auto sheet = decode(file, page.in->file, how, shared);
	std::vector<sheet_frame> frames;
	if (from.value->is_array())
		for (std::size_t i = 0; i < from.value->size(); ++i) {
			frames.push_back(take_frame(from[i], file, sheet));
			if (from[i].has("filename"))
				frames.back().name = take_text(from[i]["filename"]);
		}
	else
		for (auto &[name, value] : from.value->get_ref<json::object_t &>()) {
			frames.push_back(take_frame({from.in, &value, child(from.pointer, name)}, file, sheet));
			frames.back().name = name;
		}
	return frames;
}

void bring_to_one_size(std::vector<sheet_frame> &frames, const std::string &document, const bounds &at_most) {
	canvas most;
	for (const auto &[name, shown] : frames) {
		const auto &on = std::get<picture_part>(shown.content).on;
		most = {std::max(most.width, on.width), std::max(most.height, on.height), 0, 0};
	}
	check_size(document, "a frame of this sheet", most.width, most.height, at_most);
	check_length(document, "sheet", frames.size(), frames.size() * most.width * most.height, at_most);
	for (auto &[name, shown] : frames) {
		auto &on = std::get<picture_part>(shown.content).on;
		on.left += (most.width - on.width) / 2;
		on.top += (most.height - on.height) / 2;
		on.width = most.width;
		on.height = most.height;
	}
}

} // namespace assetc
