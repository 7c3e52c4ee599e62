// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "texture_packer.h"

#include "beside.h"
#include "file.h"
#include "pattern.h"
#include "pick.h"
#include "sheet.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>
#include <unordered_map>

namespace assetc {

namespace {

void append(std::vector<sheet_frame> more, std::vector<sheet_frame> &to) {
	std::move(more.begin(), more.end(), std::back_inserter(to));
}

// Further pages of the same sheet, each in a file of its own.
void read_related(const member &document, const reading &how, sheet_pictures &pictures,
		  std::vector<sheet_frame> &into) {
	if (!find_member(find_member(document.value, "meta"), "related_multi_packs"))
		return;
	const auto names = document["meta"]["related_multi_packs"];
	if (!names.value->is_array())
		must_be(names, "an array of files");
	std::set<std::string> read;
	for (std::size_t i = 0; i < names.value->size(); ++i) {
		const auto file = path_beside(names[i], take_text(names[i]), how);
		if (!read.insert(file).second)
			reject(names[i], quote(file) + " stands here a second time", "remove one of the two");
		auto page = parse_json(file, read_file(file));
		if (!is_sheet(&page.root))
			reject(names[i], quote(file) + " is no page of a sheet");
		append(read_sheet(member(page), how, pictures), into);
	}
}

std::vector<sheet_frame> read_pages(const member &document, const reading &how) {
	std::vector<sheet_frame> frames;
	sheet_pictures pictures;
	if (!document.has("textures")) {
		frames = read_sheet(document, how, pictures);
		read_related(document, how, pictures, frames);
		return frames;
	}
	const auto pages = document["textures"];
	const auto count = take_array(pages).size();
	for (std::size_t i = 0; i < count; ++i) {
		if (!is_sheet(pages[i].value))
			reject(pages[i], "this page has no frames that say where they lie in its picture");
		append(read_sheet(pages[i], how, pictures), frames);
	}
	return frames;
}

void put_in_order(std::vector<sheet_frame> &frames, bool has_pages) {
	const auto by_bytes = [](const auto &a, const auto &b) { return a.name < b.name; };
	const auto by_nature = [](const auto &a, const auto &b) { return naturally_before(a.name, b.name); };
	if (has_pages || std::is_sorted(frames.begin(), frames.end(), by_bytes))
		std::stable_sort(frames.begin(), frames.end(), by_nature);
}

std::vector<std::string> names_of_animations(const member &document) {
	std::vector<std::string> names;
	const auto *const from = find_member(document.value, "animations");
	if (from && from->is_object())
		for (const auto &[name, frames] : from->get_ref<const json::object_t &>())
			names.push_back(name);
	return names;
}

// Frames by their names, in the order of an animation; one may stand in it twice.
std::vector<sheet_frame> take_animation(const member &from, const std::vector<sheet_frame> &all) {
	std::unordered_map<std::string_view, const sheet_frame *> named;
	for (const auto &one : all)
		named.emplace(one.name, &one);
	std::vector<sheet_frame> frames;
	const auto count = take_array(from, "the names of frames").size();
	for (std::size_t i = 0; i < count; ++i) {
		const auto &name = take_text(from[i]);
		const auto known = named.find(name);
		if (known == named.end())
			reject(from[i], "there is no frame " + quote(name));
		frames.push_back(*known->second);
	}
	return frames;
}

} // namespace

std::string why_no_texture_packer(input &from) {
	const auto *const root = from.root();
	if (!root || !root->is_object())
		return why_no_object(from);
	const auto *const pages = find_member(root, "textures");
	const bool has_pages = pages && pages->is_array() && !pages->empty() && is_sheet(&pages->front());
	return has_pages || is_sheet(root) ? "" : "no frame in it says where it lies in a picture";
}

animation read_texture_packer(input from, const reading &how) {
	auto document = from.take_document();
	const member root(document);
	if (!is_sheet(root.value) && !find_member(root.value, "textures"))
		must_be(root, "a sheet", "{ \"frames\": ..., \"meta\": { \"image\": \"sheet.png\" } }");
	auto frames = read_pages(root, how);
	animation read;
	if (how.pick.empty()) {
		const auto *const meta = find_member(root.value, "meta");
		put_in_order(frames, root.has("textures") || find_member(meta, "related_multi_packs"));
	} else {
		pick_one(document.file, names_of_animations(root), how.pick);
		frames = take_animation(root["animations"][how.pick.c_str()], frames);
		read.name = name_of_part(document.file, how.pick);
	}
	bring_to_one_size(frames, document.file, how.at_most);
	for (auto &[name, shown] : frames)
		read.frames.push_back(std::move(shown));
	return read;
}

} // namespace assetc
