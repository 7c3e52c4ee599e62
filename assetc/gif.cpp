// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "gif.h"

#include "diagnostic.h"
#include "gif_projector.h"
#include "picture_file.h"

#include <algorithm>

namespace assetc {

namespace {

void check_canvas(const gif_survey &found, const bounds &at_most) {
	check_size(found.file, "this GIF", static_cast<std::uint64_t>(found.width),
		   static_cast<std::uint64_t>(found.height), at_most);
}

void check_shows_anything(const gif_survey &found) {
	if (found.width == 0 || found.height == 0)
		throw error(about(found.file,
				  "this GIF shows nothing: it has " + std::to_string(found.width) + "x" +
					  std::to_string(found.height) + " pixels",
				  ""));
}

// As browsers do: some programs write no size of the canvas, or too small a one. One that is large enough stays as it
// is, wherever the image stands.
void make_room_for_first(gif_survey &found, gif_image_block &image, const bounds &at_most) {
	const bool has_room = image.width <= found.width && image.height <= found.height;
	if (has_room || image.width == 0 || image.height == 0)
		return;
	found.width = std::max(found.width, image.width);
	found.height = std::max(found.height, image.height);
	image.left = image.top = 0;
	check_canvas(found, at_most);
}

bool covers_all(const gif_survey &canvas, const gif_image_block &image) {
	return image.left == 0 && image.top == 0 && image.width >= canvas.width && image.height >= canvas.height;
}

// What it takes to put the image on the canvas; all its pixels are unpacked, even those beside the canvas.
std::uint64_t pixels_to_draw(const gif_survey &canvas, const gif_image_block &image) {
	return std::max(pixels_in({canvas.width, canvas.height}), pixels_in({image.width, image.height}));
}

// Reads the blocks, but for the pixels.
gif_survey look_through(const std::string &file, std::string bytes, const bounds &at_most) {
	gif_survey found;
	found.file = file;
	found.bytes = std::make_shared<const std::string>(std::move(bytes));
	auto stream = open_stream(found.bytes);
	if (!stream.gif)
		throw error(about(file, "this GIF ends in its head", "it may not have arrived whole: fetch it again"));
	found.width = stream.gif->SWidth;
	found.height = stream.gif->SHeight;
	check_canvas(found, at_most);
	std::uint64_t pixels = 0;
	gif_words said;
	gif_image_block image;
	auto place = gif_place::image;
	while ((place = find_image(stream, said, image)) == gif_place::image) {
		check_size(file, "an image of this GIF", static_cast<std::uint64_t>(image.width),
			   static_cast<std::uint64_t>(image.height), at_most);
		if (found.images.empty())
			make_room_for_first(found, image, at_most);
		found.images.push_back({image, said.control, covers_all(found, image), true});
		check_length(file, "GIF", found.images.size(), pixels += pixels_to_draw(found, image), at_most);
		said.control = {};
	}
	check_shows_anything(found);
	found.loops = said.loops;
	found.text = said.text;
	if (place != gif_place::end)
		found.cut_off = stream.reader->at == found.bytes->size() ? "ends early" : "is broken";
	return found;
}

// Some images are parts of one picture: without a word about time, unless each covers all of it; or with no time, next
// to others that have some. Otherwise a delay of 0 is only what a careless program wrote.
void find_frames(gif_survey &in) {
	const auto any = [&](auto is) { return std::any_of(in.images.begin(), in.images.end(), is); };
	const bool controlled = any([](const gif_image &one) { return one.by.given; });
	const bool timed = any([](const gif_image &one) { return one.by.delay_cs > 0; });
	const bool parts = any([](const gif_image &one) { return !one.covers_all; });
	const bool still = parts && !in.loops;
	for (auto &one : in.images)
		one.ends_frame = one.by.given ? one.by.delay_cs > 0 || one.covers_all || !timed : !controlled && !still;
	in.is_empty = in.images.empty();
	if (in.is_empty)
		in.images.emplace_back();
	in.images.back().ends_frame = true;
	if (!in.loops)
		in.loops = controlled ? 1 : 0; // pictures without delays cannot have been meant to be seen once
}

// Browsers show what is faster than 20 ms, or says no time, for 100 ms: much was made when nothing was faster.
std::chrono::milliseconds hold_of(const gif_image &one) {
	return std::chrono::milliseconds(one.by.delay_cs < 2 ? 100 : 10 * one.by.delay_cs);
}

void check_found(const gif_survey &found) {
	if (found.images.empty() && !found.cut_off.empty())
		throw error(about(found.file, "this GIF " + found.cut_off + " before its first image is whole",
				  "it may not have arrived whole: fetch it again"));
}

diagnostic remark_on(const gif_survey &cut) {
	return about(cut.file,
		     "this GIF " + cut.cut_off + " behind image " + std::to_string(cut.images.size()) +
			     ", which is the last one shown",
		     "it may not have arrived whole: fetch it again");
}

void add_frames(const gif_survey &from, const std::shared_ptr<const film> &shown, animation &into) {
	for (const auto &image : from.images)
		if (image.ends_frame) {
			const auto number = into.frames.size();
			auto &added = into.frames.emplace_back();
			added.hold = hold_of(image);
			added.content = film_picture{shown, number};
		}
}

// Its file, and what was found in it: an image of no pixels has a tenth of the bytes that it is noted in.
std::size_t kept_bytes(const gif_survey &of) {
	return of.bytes->size() + of.images.capacity() * sizeof(gif_image);
}

} // namespace

animation read_gif(const std::string &file, std::string bytes, const bounds &at_most) {
	auto found = look_through(file, std::move(bytes), at_most);
	check_found(found);
	find_frames(found);
	found.images.shrink_to_fit();
	const auto plan = std::make_shared<const gif_survey>(std::move(found));
	const auto pictures = static_cast<std::size_t>(std::count_if(
		plan->images.begin(), plan->images.end(), [](const gif_image &one) { return one.ends_frame; }));
	animation read;
	add_frames(*plan,
		   std::make_shared<const film>(
			   film{plan->width, plan->height, pictures, [plan] { return open_projector(plan); },
				kept_bytes(*plan),
				[plan](rgb8 background) { return open_bright_projector(plan, background); }}),
		   read);
	if (pictures > 1)
		read.loops = plan->loops;
	if (!plan->cut_off.empty())
		read.remarks.push_back(remark_on(*plan));
	if (plan->text)
		read.remarks.push_back(about(file,
					     "this GIF has words to be put over its pictures, which are not shown",
					     "no browser shows them, either"));
	return read;
}

std::string why_no_gif(input &from) {
	return picture_kind(from.bytes()) == "GIF" ? "" : "it begins as no picture does";
}

animation read_gif_input(input from, const reading &how) {
	const auto file = from.file();
	return read_gif(file, from.take_bytes(), how.at_most);
}

} // namespace assetc
