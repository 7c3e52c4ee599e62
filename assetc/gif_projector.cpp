// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "gif_projector.h"

#include "diagnostic.h"
#include "gif_pixels.h"
#include "resample.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace assetc {

namespace {

// A pixel as it lies on the canvas: red, green, blue and alpha, or the float that its light is.
using pixel = std::uint32_t;
using color_table = std::array<pixel, 256>;

// What pixels are made of colours, and of nothing.
struct paints {
	std::function<pixel(rgb8)> of;
	pixel nothing;
};

pixel opaque(rgb8 shown) {
	return std::bit_cast<pixel>(std::array<std::uint8_t, 4>{shown.red, shown.green, shown.blue, 255});
}

color_table make_table(std::string_view colors, const paints &with) {
	color_table table;
	table.fill(with.of({0, 0, 0}));
	const auto *const from = reinterpret_cast<const std::uint8_t *>(colors.data());
	for (std::size_t i = 0; i < colors.size() / 3; ++i)
		table[i] = with.of({from[3 * i], from[3 * i + 1], from[3 * i + 2]});
	return table;
}

// The part of an image that is on the canvas.
pixel_box seen_part(const gif_image_block &of, const gif_survey &canvas) {
	const pixel_box part = {of.left, of.top, std::clamp(canvas.width - of.left, 0, of.width),
				std::clamp(canvas.height - of.top, 0, of.height)};
	return part.width > 0 && part.height > 0 ? part : pixel_box{};
}

// What is around both.
pixel_box around(const pixel_box &a, const pixel_box &b) {
	if (a.width == 0 || b.width == 0)
		return a.width == 0 ? b : a;
	const int left = std::min(a.left, b.left), top = std::min(a.top, b.top);
	return {left, top, std::max(a.left + a.width, b.left + b.width) - left,
		std::max(a.top + a.height, b.top + b.height) - top};
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

void paint_all(std::uint8_t *to, const std::uint8_t *from, int count, const color_table &colors) {
	const pixel *const color = colors.data();
	for (int i = 0; i < count; ++i)
		std::memcpy(to + sizeof(pixel) * i, color + from[i], sizeof(pixel));
}

// Without a branch for each pixel, since nobody could foresee it where an image is dithered.
void paint_over(std::uint8_t *to, const std::uint8_t *from, int count, const color_table &colors,
		std::uint8_t transparent) {
	const pixel *const color = colors.data();
	for (int i = 0; i < count; ++i) {
		pixel shown;
		std::memcpy(&shown, to + sizeof(pixel) * i, sizeof(shown));
		const pixel kept = 0U - static_cast<pixel>(from[i] == transparent);
		shown = (shown & kept) | (color[from[i]] & ~kept);
		std::memcpy(to + sizeof(pixel) * i, &shown, sizeof(shown));
	}
}

void paint_row(std::uint8_t *to, const std::uint8_t *from, int count, const color_table &colors, int transparent) {
	if (transparent < 0)
		return paint_all(to, from, count, colors);
	constexpr int some = 16;
	std::array<std::uint8_t, some> nothing; // of which most images have long runs
	nothing.fill(static_cast<std::uint8_t>(transparent));
	for (int i = 0; i < count; i += some)
		if (count - i < some || std::memcmp(from + i, nothing.data(), some) != 0)
			paint_over(to + sizeof(pixel) * i, from + i, std::min(some, count - i), colors, nothing[0]);
}

// Puts images on a canvas, which is somebody else's.
class gif_canvas {
public:
	gif_canvas(std::shared_ptr<const gif_survey> from, void *on, paints with)
	    : plan(std::move(from)), images(plan), pixels(static_cast<std::uint8_t *>(on)), brush(std::move(with)) {
		each_row({0, 0, plan->width, plan->height},
			 [&](std::uint8_t *at, std::size_t bytes) { fill(at, bytes); });
	}

	// Composes the next picture and tells where it differs from the one before.
	pixel_box compose() {
		pixel_box changed;
		do
			changed = around(changed, add_image());
		while (!plan->images[next - 1].ends_frame);
		return changed;
	}

	void prepare(std::size_t picture) { images.prepare(picture); }

private:
	pixel_box add_image() {
		const pixel_box disposed = next > 0 ? dispose(plan->images[next - 1]) : pixel_box();
		const auto &image = plan->images[next];
		const pixel_box part = seen_part(image.block, *plan);
		if (image.by.disposal == DISPOSE_PREVIOUS)
			keep(part);
		if (image.block.width > 0 && image.block.height > 0)
			images.take(next, [&](auto unpacked) { paint(unpacked, image, part); });
		++next;
		return around(disposed, part);
	}

	std::uint8_t *pixel_at(int x, int y) {
		return pixels + sizeof(pixel) * (static_cast<std::size_t>(y) * plan->width + x);
	}

	// Calls take(the part's pixels in a row of the canvas, bytes) for each.
	template <typename function> void each_row(const pixel_box &part, function take) {
		for (int row = 0; row < part.height; ++row)
			take(pixel_at(part.left, part.top + row), sizeof(pixel) * static_cast<std::size_t>(part.width));
	}

	void fill(std::uint8_t *at, std::size_t bytes) const {
		for (const auto *const end = at + bytes; at < end; at += sizeof(pixel))
			std::memcpy(at, &brush.nothing, sizeof(pixel));
	}

	void keep(const pixel_box &part) {
		before.clear();
		each_row(part,
			 [&](std::uint8_t *at, std::size_t bytes) { before.insert(before.end(), at, at + bytes); });
	}

	pixel_box dispose(const gif_image &image) {
		const pixel_box part = seen_part(image.block, *plan);
		const std::uint8_t *from = before.data();
		if (image.by.disposal ==
		    DISPOSE_BACKGROUND) // which all that show GIFs take for nothing, not its colour
			each_row(part, [&](std::uint8_t *at, std::size_t bytes) { fill(at, bytes); });
		else if (image.by.disposal == DISPOSE_PREVIOUS)
			each_row(part, [&](std::uint8_t *at, std::size_t bytes) {
				std::memcpy(at, from, bytes);
				from += bytes;
			});
		else
			return {};
		return part;
	}

	// Whether all pixels of an image are in its table of colours, or transparent.
	static bool has_colors(std::span<const std::uint8_t> unpacked, const gif_image &of) {
		const auto colors = of.block.colors.size() / 3;
		if (colors == 0 || colors >= std::size_t{1} << std::min(of.block.code_size, 8))
			return true;
		return std::all_of(unpacked.begin(), unpacked.end(),
				   [&](std::uint8_t one) { return one < colors || one == of.by.transparent; });
	}

	void paint(std::span<const std::uint8_t> unpacked, const gif_image &image, const pixel_box &part) {
		if (unpacked.empty() || !has_colors(unpacked, image))
			throw error(about(plan->file, "this GIF is broken in image " + std::to_string(next + 1),
					  "does another program open it? Save it from there"));
		if (image.block.colors.data() != table_of.data() || image.block.colors.size() != table_of.size())
			table = make_table(table_of = image.block.colors, brush);
		const std::uint8_t *from = unpacked.data();
		for (const int row : row_order(image.block)) {
			if (row < part.height)
				paint_row(pixel_at(part.left, part.top + row), from, part.width, table,
					  image.by.transparent);
			from += image.block.width;
		}
	}

	std::shared_ptr<const gif_survey> plan;
	gif_pixels images;
	std::uint8_t *pixels; // as many bytes each as a pixel has
	paints brush;
	std::string_view table_of{}; // the colours of `table`
	color_table table = make_table({}, brush);
	std::vector<std::uint8_t> before{}; // what the last image was painted over
	std::size_t next = 0;               // image
};

struct pixel_show {
	explicit pixel_show(const std::shared_ptr<const gif_survey> &plan)
	    : shown{plan->width, plan->height,
		    std::vector<std::uint8_t>(sizeof(pixel) * pixels_in({plan->width, plan->height}))},
	      canvas(plan, shown.rgba.data(), {opaque, 0}) {}

	picture shown;
	gif_canvas canvas;
};

struct bright_show {
	bright_show(const std::shared_ptr<const gif_survey> &plan, rgb8 background)
	    : shown{{plan->width, plan->height, std::vector<float>(pixels_in({plan->width, plan->height}))}, {}},
	      canvas(plan, shown.light.at.data(),
		     {[](rgb8 color) { return std::bit_cast<pixel>(brightness_of(color)); },
		      std::bit_cast<pixel>(brightness_of(background))}) {}

	bright_picture shown;
	gif_canvas canvas;
};

} // namespace

projector open_projector(const std::shared_ptr<const gif_survey> &plan) {
	const auto made = std::make_shared<pixel_show>(plan);
	const auto next = [made]() -> const picture & {
		made->canvas.compose();
		return made->shown;
	};
	return {next, [made](std::size_t number) { made->canvas.prepare(number); }};
}

bright_projector open_bright_projector(const std::shared_ptr<const gif_survey> &plan, rgb8 background) {
	const auto made = std::make_shared<bright_show>(plan, background);
	const auto next = [made]() -> const bright_picture & {
		made->shown.changed = made->canvas.compose();
		return made->shown;
	};
	return {next, [made](std::size_t number) { made->canvas.prepare(number); }};
}

} // namespace assetc
