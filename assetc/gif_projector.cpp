// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "gif_projector.h"

#include "diagnostic.h"
#include "lzw.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace assetc {

namespace {

// A pixel as the canvas has it; 0 is transparent.
using rgba = std::uint32_t;
using color_table = std::array<rgba, 256>;

rgba opaque(std::uint8_t red, std::uint8_t green, std::uint8_t blue) {
	const std::array<std::uint8_t, 4> bytes = {red, green, blue, 255};
	rgba pixel;
	std::memcpy(&pixel, bytes.data(), sizeof(pixel));
	return pixel;
}

color_table make_table(std::string_view colors) {
	color_table table;
	table.fill(opaque(0, 0, 0));
	const auto *const from = reinterpret_cast<const std::uint8_t *>(colors.data());
	for (std::size_t i = 0; i < colors.size() / 3; ++i)
		table[i] = opaque(from[3 * i], from[3 * i + 1], from[3 * i + 2]);
	return table;
}

// The part of an image that is on the canvas.
struct box {
	int left;
	int top;
	int width;
	int height;
};

box seen_part(const gif_image_block &of, const gif_survey &canvas) {
	return {of.left, of.top, std::clamp(canvas.width - of.left, 0, of.width),
		std::clamp(canvas.height - of.top, 0, of.height)};
}

// The rows of an image in the order in which they come.
std::vector<int> row_order(const gif_image_block &of) {
	struct pass {
		int first;
		int step;
	};
	const std::vector<pass> passes =
		of.is_interlaced ? std::vector<pass>{{0, 8}, {4, 8}, {2, 4}, {1, 2}} : std::vector<pass>{{0, 1}};
	std::vector<int> rows;
	for (const auto [first, step] : passes)
		for (int row = first; row < of.height; row += step)
			rows.push_back(row);
	return rows;
}

void paint_row(std::uint8_t *to, const std::uint8_t *from, int count, const color_table &colors, int transparent) {
	const rgba *const color = colors.data();
	for (int i = 0; i < count; ++i, to += sizeof(rgba))
		if (from[i] != transparent)
			std::memcpy(to, color + from[i], sizeof(rgba));
}

class gif_projector {
public:
	explicit gif_projector(std::shared_ptr<const gif_survey> from)
	    : plan(std::move(from)), canvas{plan->width, plan->height, {}} {
		canvas.rgba.resize(sizeof(rgba) * static_cast<std::size_t>(plan->width) * plan->height);
	}

	const picture &show() {
		do
			add_image();
		while (!plan->images[next - 1].ends_frame);
		return canvas;
	}

private:
	void add_image() {
		if (next > 0)
			dispose(plan->images[next - 1]);
		const auto &image = plan->images[next];
		if (image.by.disposal == DISPOSE_PREVIOUS)
			keep(seen_part(image.block, *plan));
		if (image.block.width > 0 && image.block.height > 0)
			paint(image);
		++next;
	}

	std::uint8_t *pixel(int x, int y) {
		return canvas.rgba.data() + sizeof(rgba) * (static_cast<std::size_t>(y) * canvas.width + x);
	}

	// Calls take(the part's pixels in a row of the canvas, bytes) for each.
	template <typename function> void each_row(const box &part, function take) {
		for (int row = 0; row < part.height && part.width > 0; ++row)
			take(pixel(part.left, part.top + row), sizeof(rgba) * static_cast<std::size_t>(part.width));
	}

	void keep(const box &part) {
		before.clear();
		each_row(part,
			 [&](std::uint8_t *at, std::size_t bytes) { before.insert(before.end(), at, at + bytes); });
	}

	void dispose(const gif_image &image) {
		const box part = seen_part(image.block, *plan);
		const std::uint8_t *from = before.data();
		if (image.by.disposal ==
		    DISPOSE_BACKGROUND) // which all that show GIFs take for nothing, not for its colour
			each_row(part, [](std::uint8_t *at, std::size_t bytes) { std::memset(at, 0, bytes); });
		else if (image.by.disposal == DISPOSE_PREVIOUS)
			each_row(part, [&](std::uint8_t *at, std::size_t bytes) {
				std::memcpy(at, from, bytes);
				from += bytes;
			});
	}

	// Whether all pixels of an image are in its table of colours, or transparent.
	static bool has_colors(std::span<const std::uint8_t> pixels, const gif_image &of) {
		const auto colors = of.block.colors.size() / 3;
		if (colors == 0 || colors >= std::size_t{1} << std::min(of.block.code_size, 8))
			return true;
		return std::all_of(pixels.begin(), pixels.end(),
				   [&](std::uint8_t pixel) { return pixel < colors || pixel == of.by.transparent; });
	}

	void paint(const gif_image &image) {
		const auto &block = image.block;
		const auto width = static_cast<std::size_t>(block.width);
		if (!unpacked.unpack(block.codes, block.code_size, width * static_cast<std::size_t>(block.height)) ||
		    !has_colors(unpacked.numbers(), image))
			throw error(about(plan->file, "this GIF is broken in image " + std::to_string(next + 1),
					  "does another program open it? Save it from there"));
		const auto colors = make_table(block.colors);
		const box part = seen_part(block, *plan);
		const std::uint8_t *from = unpacked.numbers().data();
		for (const int row : row_order(block)) {
			if (row < part.height && part.width > 0)
				paint_row(pixel(part.left, part.top + row), from, part.width, colors,
					  image.by.transparent);
			from += width;
		}
	}

	std::shared_ptr<const gif_survey> plan;
	picture canvas;
	lzw_room unpacked;
	std::vector<std::uint8_t> before; // what the last image was painted over
	std::size_t next = 0;             // image
};

} // namespace

projector open_projector(std::shared_ptr<const gif_survey> plan) {
	const auto made = std::make_shared<gif_projector>(std::move(plan));
	return [made]() -> const picture & { return made->show(); };
}

} // namespace assetc
