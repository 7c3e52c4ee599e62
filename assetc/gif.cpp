// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "gif.h"

#include "diagnostic.h"
#include "gif_projector.h"
#include "picture_file.h"

#include <algorithm>

namespace assetc {

namespace {

constexpr std::size_t most_images = 100'000;
constexpr std::uint64_t most_film_pixels = 32 * most_pixels; // of all images together: some ten seconds of drawing

std::string millions(std::uint64_t pixels) {
	return std::to_string(pixels / 1'000'000) + " million";
}

std::uint64_t pixels_of(int width, int height) {
	return static_cast<std::uint64_t>(width) * static_cast<std::uint64_t>(height);
}

void check_size(const std::string &file, const GifFileType *gif) {
	const auto size = std::to_string(gif->SWidth) + "x" + std::to_string(gif->SHeight);
	if (gif->SWidth == 0 || gif->SHeight == 0)
		throw error(about(file, "this GIF shows nothing: it has " + size + " pixels", ""));
	if (pixels_of(gif->SWidth, gif->SHeight) > most_pixels)
		throw error(about(file, "this GIF has " + size + " pixels, more than " + millions(most_pixels),
				  "make it smaller first; a terminal shows a few thousand cells"));
}

void check_length(const gif_survey &of) {
	const auto images = of.images.size();
	if (images > most_images)
		throw error(about(of.file, "this GIF has more than " + std::to_string(most_images) + " images",
				  "cut it first"));
	if (images * pixels_of(of.width, of.height) > most_film_pixels)
		throw error(about(of.file,
				  "the images of this GIF have more than " + millions(most_film_pixels) +
					  " pixels together",
				  "make it smaller first; a terminal shows a few thousand cells"));
}

bool covers_all(const GifFileType *gif) {
	const auto &at = gif->Image;
	return at.Left == 0 && at.Top == 0 && at.Width >= gif->SWidth && at.Height >= gif->SHeight;
}

// Reads the blocks, but for the pixels.
gif_survey look_through(const std::string &file, std::string bytes) {
	gif_survey found{file, std::make_shared<const std::string>(std::move(bytes)), 0, 0, {}, {}, {}};
	const auto stream = open_stream(found.bytes);
	auto *const gif = stream.gif.get();
	if (!gif)
		throw error(about(file, "this GIF ends in its head", "it may not have arrived whole: fetch it again"));
	check_size(file, gif);
	found.width = gif->SWidth;
	found.height = gif->SHeight;
	gif_words said;
	auto place = gif_place::image;
	while ((place = find_image(gif, said)) == gif_place::image && skip_pixels(gif)) {
		found.images.push_back({said.control, covers_all(gif), true});
		check_length(found);
		said.control = {};
	}
	found.loops = said.loops;
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
	in.images.back().ends_frame = true;
	if (!in.loops)
		in.loops = controlled ? 1 : 0; // pictures without delays cannot have been meant to be seen once
}

// Browsers show what is faster than 20 ms, or says no time, for 100 ms: much was made when nothing was faster.
std::chrono::milliseconds hold_of(const gif_image &one) {
	return std::chrono::milliseconds(one.by.delay_cs < 2 ? 100 : 10 * one.by.delay_cs);
}

void check_found(const gif_survey &found) {
	if (!found.images.empty())
		return;
	if (found.cut_off.empty())
		throw error(about(found.file, "this GIF holds no picture", ""));
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

} // namespace

animation read_gif(const std::string &file, std::string bytes) {
	auto found = look_through(file, std::move(bytes));
	check_found(found);
	find_frames(found);
	const auto plan = std::make_shared<const gif_survey>(std::move(found));
	const auto pictures = static_cast<std::size_t>(std::count_if(
		plan->images.begin(), plan->images.end(), [](const gif_image &one) { return one.ends_frame; }));
	animation read;
	add_frames(*plan,
		   std::make_shared<const film>(
			   film{plan->width, plan->height, pictures, [plan] { return open_projector(plan); }}),
		   read);
	if (pictures > 1)
		read.loops = plan->loops;
	if (!plan->cut_off.empty())
		read.remarks.push_back(remark_on(*plan));
	return read;
}

std::string why_no_gif(input &from) {
	return picture_kind(from.bytes()) == "GIF" ? "" : "it begins as no picture does";
}

animation read_gif_input(input from, const reading &) {
	const auto file = from.file();
	return read_gif(file, from.take_bytes());
}

} // namespace assetc
