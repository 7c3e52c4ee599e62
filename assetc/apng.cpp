// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "apng.h"

#include "apng_projector.h"
#include "picture_file.h"
#include "png_chunk.h"

#include <algorithm>

namespace assetc {

namespace {

constexpr std::string_view signature = "\x89PNG\r\n\x1a\n";

std::chrono::nanoseconds hold_of(std::string_view control) {
	const auto parts = static_cast<std::int64_t>(png_number(control, 22, 2));
	return std::chrono::nanoseconds(static_cast<std::int64_t>(png_number(control, 20, 2)) * 1'000'000'000 /
					(parts == 0 ? 100 : parts));
}

[[noreturn]] void refuse_broken(const std::string &file) {
	throw error(about(file, "this PNG is broken or cut short", "does another program open it? Save it from there"));
}

void add_frame(apng_survey &to, std::string_view control) {
	constexpr std::size_t size = 26;
	const auto at = [&](std::size_t where) { return png_number(control, where, 4); };
	if (control.size() != size || at(4) == 0 || at(8) == 0 || at(12) + at(4) > std::uint64_t(to.width) ||
	    at(16) + at(8) > std::uint64_t(to.height))
		refuse_broken(to.file);
	apng_image added;
	added.width = static_cast<int>(at(4));
	added.height = static_cast<int>(at(8));
	added.left = static_cast<int>(at(12));
	added.top = static_cast<int>(at(16));
	added.hold = hold_of(control);
	added.after = static_cast<apng_disposal>(std::min<std::uint64_t>(png_number(control, 24, 1), 2));
	added.over = png_number(control, 25, 1) == 1;
	to.images.push_back(std::move(added));
}

void add_piece(apng_survey &to, std::string_view pixels) {
	if (!to.images.empty() && !pixels.empty())
		to.images.back().pixels.push_back(pixels);
}

// A PNG has one of each; more of them, which are copied for every image, are passed over.
void keep_first(std::string_view &kept, std::string_view chunk) {
	if (kept.empty())
		kept = chunk;
}

void add_chunk(apng_survey &to, const png_chunk &found, const bounds &at_most) {
	if (found.kind == "acTL" && found.content.size() == 8)
		to.plays = static_cast<int>(std::min<std::uint64_t>(png_number(found.content, 4, 4), 1'000'000));
	else if (found.kind == "PLTE" || found.kind == "tRNS")
		keep_first(found.kind == "PLTE" ? to.palette : to.transparency, found.whole);
	else if (found.kind == "fcTL")
		add_frame(to, found.content);
	else if (found.kind == "IDAT") // before an image: a still picture for those who know no better
		add_piece(to, found.content);
	else if (found.kind == "fdAT" && found.content.size() >= 4)
		add_piece(to, found.content.substr(4));
	check_length(to.file, "PNG", to.images.size(), to.images.size() * to.width * to.height, at_most);
}

void read_head(apng_survey &to, const std::optional<png_chunk> &first, const bounds &at_most) {
	if (!first || first->kind != "IHDR" || first->content.size() != 13)
		refuse_broken(to.file);
	const auto width = png_number(first->content, 0, 4), height = png_number(first->content, 4, 4);
	if (width == 0 || height == 0)
		refuse_broken(to.file);
	check_size(to.file, "this PNG", width, height, at_most);
	to.width = static_cast<int>(width);
	to.height = static_cast<int>(height);
	to.kind = first->content.substr(8);
}

apng_survey look_through(const std::string &file, std::string bytes, const bounds &at_most) {
	apng_survey found;
	found.file = file;
	found.bytes = std::make_shared<const std::string>(std::move(bytes));
	auto rest = std::string_view(*found.bytes);
	rest.remove_prefix(std::min(rest.size(), signature.size()));
	read_head(found, take_png_chunk(rest), at_most);
	auto next = take_png_chunk(rest);
	for (; next && next->kind != "IEND"; next = take_png_chunk(rest))
		add_chunk(found, *next, at_most);
	found.is_cut = !next;
	if (found.is_cut && !found.images.empty())
		found.images.pop_back(); // who knows whether it is whole
	std::erase_if(found.images, [](const apng_image &one) { return one.pixels.empty(); });
	if (found.images.empty())
		refuse_broken(file);
	return found;
}

// Its file, and what was found in it: pieces of a byte or two take more where they are noted.
std::size_t kept_bytes(const apng_survey &of) {
	auto bytes = of.bytes->size() + of.images.capacity() * sizeof(apng_image);
	for (const auto &image : of.images)
		bytes += image.pixels.capacity() * sizeof(std::string_view);
	return bytes;
}

} // namespace

bool is_apng(std::string_view bytes) {
	if (!bytes.starts_with(signature))
		return false;
	bytes.remove_prefix(signature.size());
	bool promises = false, has_image = false, has_pixels = false;
	for (auto next = take_png_chunk(bytes); next && next->kind != "IEND"; next = take_png_chunk(bytes)) {
		has_pixels = has_pixels || next->kind == "IDAT";
		has_image = has_image || next->kind == "fcTL";
		if (next->kind == "acTL" && !has_pixels)
			promises = next->content.size() >= 4 && png_number(next->content, 0, 4) > 0;
		if (promises && has_image)
			return true;
	}
	return false;
}

animation read_apng(const std::string &file, std::string bytes, const bounds &at_most) {
	const auto plan = std::make_shared<const apng_survey>(look_through(file, std::move(bytes), at_most));
	std::vector<std::chrono::nanoseconds> holds;
	for (const auto &image : plan->images)
		holds.push_back(image.hold);
	animation read;
	if (holds.size() > 1)
		read.loops = plan->plays;
	add_frames(
		{plan->width, plan->height, holds.size(), [plan] { return open_projector(plan); }, kept_bytes(*plan)},
		holds, read);
	if (plan->is_cut)
		read.remarks.push_back(about(file,
					     "this PNG ends early; the last picture shown is number " +
						     std::to_string(plan->images.size()),
					     "it may not have arrived whole: fetch it again"));
	return read;
}

std::string why_no_apng(input &from) {
	return is_apng(from.bytes()) ? "" : "it begins as no picture does";
}

animation read_apng_input(input from, const reading &how) {
	const auto file = from.file();
	return read_apng(file, from.take_bytes(), how.at_most);
}

} // namespace assetc
