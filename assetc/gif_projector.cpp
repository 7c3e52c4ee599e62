// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "gif_projector.h"

#include "diagnostic.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace assetc {

namespace {

// A colour table ready to be shown.
using rgba = std::array<std::uint8_t, 4>;
using color_table = std::array<rgba, 256>;

color_table make_colors(const GifFileType *gif, int transparent) {
	color_table colors;
	colors.fill({0, 0, 0, 255});
	const auto *const map = gif->Image.ColorMap ? gif->Image.ColorMap : gif->SColorMap;
	for (int i = 0; map && i < map->ColorCount; ++i)
		colors[static_cast<std::size_t>(i)] = {map->Colors[i].Red, map->Colors[i].Green, map->Colors[i].Blue,
						       255};
	if (transparent >= 0 && transparent < 256)
		colors[static_cast<std::size_t>(transparent)][3] = 0;
	return colors;
}

void paint_line(picture &canvas, int left, int row, const std::vector<GifPixelType> &line, const color_table &colors) {
	if (row >= canvas.height || left >= canvas.width)
		return;
	auto *to = &canvas.rgba[4 * (static_cast<std::size_t>(row) * canvas.width + left)];
	const auto count = std::min(line.size(), static_cast<std::size_t>(canvas.width - left));
	const GifPixelType *const from = line.data();
	const rgba *const color = colors.data();
	for (std::size_t i = 0; i < count; ++i, to += 4)
		if (const rgba shown = color[from[i]]; shown[3] != 0)
			std::memcpy(to, shown.data(), 4);
}

// The rows of an image in the order in which they come.
std::vector<int> row_order(const GifImageDesc &of) {
	struct pass {
		int first;
		int step;
	};
	const std::vector<pass> passes =
		of.Interlace ? std::vector<pass>{{0, 8}, {4, 8}, {2, 4}, {1, 2}} : std::vector<pass>{{0, 1}};
	std::vector<int> rows;
	for (const auto [first, step] : passes)
		for (int row = first; row < of.Height; row += step)
			rows.push_back(row);
	return rows;
}

void clear(picture &canvas, const GifImageDesc &part) {
	const int right = std::min(part.Left + part.Width, canvas.width);
	for (int row = part.Top; row < std::min(part.Top + part.Height, canvas.height) && part.Left < right; ++row)
		std::fill_n(canvas.rgba.begin() + 4 * (static_cast<std::ptrdiff_t>(row) * canvas.width + part.Left),
			    4 * (right - part.Left), std::uint8_t{0});
}

class gif_projector {
public:
	explicit gif_projector(std::shared_ptr<const gif_survey> from)
	    : plan(std::move(from)), stream(open_stream(plan->bytes)), canvas{plan->width, plan->height, {}} {
		canvas.rgba.resize(4 * static_cast<std::size_t>(plan->width) * plan->height);
	}

	const picture &show() {
		do
			add_image();
		while (!plan->images[next - 1].ends_frame);
		return canvas;
	}

private:
	[[noreturn]] void refuse() const {
		throw error(about(plan->file, "this GIF is broken in image " + std::to_string(next + 1),
				  "does another program open it? Save it from there"));
	}

	void add_image() {
		gif_words known;
		dispose();
		if (plan->is_empty) {
			++next;
			return;
		}
		if (find_image(stream.gif.get(), known) != gif_place::image)
			refuse();
		if (plan->images[next].by.disposal == DISPOSE_PREVIOUS)
			before = canvas.rgba;
		paint();
		++next;
	}

	void dispose() {
		const auto how = next == 0 ? DISPOSE_DO_NOT : plan->images[next - 1].by.disposal;
		if (how == DISPOSE_BACKGROUND) // which all that show GIFs take for nothing, not for its colour
			clear(canvas, stream.gif->Image);
		else if (how == DISPOSE_PREVIOUS)
			canvas.rgba = before;
	}

	// Whether all pixels of a line are in the table of colours, or transparent.
	bool has_colors(const std::vector<GifPixelType> &line) const {
		const auto *const map = stream.gif->Image.ColorMap ? stream.gif->Image.ColorMap : stream.gif->SColorMap;
		return !map || map->ColorCount == 256 || std::all_of(line.begin(), line.end(), [&](GifPixelType pixel) {
			return pixel < map->ColorCount || pixel == plan->images[next].by.transparent;
		});
	}

	void paint() {
		auto *const gif = stream.gif.get();
		const auto colors = make_colors(gif, plan->images[next].by.transparent);
		std::vector<GifPixelType> line(static_cast<std::size_t>(gif->Image.Width));
		if (line.empty() || gif->Image.Height == 0) {
			if (!skip_pixels(gif))
				refuse();
			return;
		}
		for (const int row : row_order(gif->Image)) {
			if (DGifGetLine(gif, line.data(), gif->Image.Width) != GIF_OK || !has_colors(line))
				refuse();
			paint_line(canvas, gif->Image.Left, gif->Image.Top + row, line, colors);
		}
	}

	std::shared_ptr<const gif_survey> plan;
	gif_stream stream;
	picture canvas;
	std::vector<std::uint8_t> before; // the canvas as the last image found it
	std::size_t next = 0;             // image
};

} // namespace

projector open_projector(std::shared_ptr<const gif_survey> plan) {
	const auto made = std::make_shared<gif_projector>(std::move(plan));
	return [made]() -> const picture & { return made->show(); };
}

} // namespace assetc
