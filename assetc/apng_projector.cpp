// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "apng_projector.h"

#include "picture_file.h"

#include <algorithm>

namespace assetc {

namespace {

std::string big_endian(std::size_t value) {
	return {static_cast<char>(value >> 24), static_cast<char>(value >> 16), static_cast<char>(value >> 8),
		static_cast<char>(value)};
}

// Without a checksum: the bytes were read once, and stb_image looks at none.
void append_chunk(std::string &to, std::string_view type, std::string_view content) {
	((to += big_endian(content.size())) += type) += content;
	to.append(4, '\0');
}

// One image as a still PNG.
std::string png_of(const apng_survey &plan, const apng_image &image) {
	std::string png = "\x89PNG\r\n\x1a\n";
	append_chunk(png, "IHDR",
		     big_endian(static_cast<std::size_t>(image.width)) +
			     big_endian(static_cast<std::size_t>(image.height)) + std::string(plan.kind));
	(png += plan.palette) += plan.transparency;
	for (const auto piece : image.pixels)
		append_chunk(png, "IDAT", piece);
	append_chunk(png, "IEND", "");
	return png;
}

// One pixel over another, both with straight alpha.
void blend(std::uint8_t *under, const std::uint8_t *over) {
	const unsigned a = over[3], b = under[3] * (255 - a); // of 255 and of 255 * 255
	const unsigned sum = a * 255 + b;
	if (sum == 0)
		return;
	for (int i = 0; i < 3; ++i)
		under[i] = static_cast<std::uint8_t>((over[i] * a * 255 + under[i] * b + sum / 2) / sum);
	under[3] = static_cast<std::uint8_t>((sum + 127) / 255);
}

class apng_projector {
public:
	explicit apng_projector(std::shared_ptr<const apng_survey> from)
	    : plan(std::move(from)), canvas{plan->width, plan->height, {}} {
		canvas.rgba.resize(4 * static_cast<std::size_t>(plan->width) * plan->height);
	}

	const picture &show() {
		if (next > 0)
			dispose(plan->images[next - 1]);
		const auto &image = plan->images[next++];
		if (image.after == apng_disposal::restore)
			before = canvas.rgba;
		const auto bytes = png_of(*plan, image);
		const auto pixels = decode_picture(plan->file, bytes, {~std::uint64_t{0}, 1}); // its size was checked
		for (int row = 0; row < image.height; ++row)
			put_row(image, row, &pixels.rgba[4 * static_cast<std::size_t>(row) * image.width]);
		return canvas;
	}

private:
	std::uint8_t *start_of(const apng_image &image, int row) {
		const auto pixel = static_cast<std::size_t>(image.top + row) * canvas.width + image.left;
		return &canvas.rgba[4 * pixel];
	}

	void dispose(const apng_image &last) {
		const bool first = next == 1; // before which there is nothing
		if (last.after == apng_disposal::restore && !first)
			canvas.rgba = before;
		else if (last.after != apng_disposal::none)
			for (int row = 0; row < last.height; ++row)
				std::fill_n(start_of(last, row), 4 * last.width, std::uint8_t{0});
	}

	void put_row(const apng_image &image, int row, const std::uint8_t *from) {
		auto *const to = start_of(image, row);
		if (!image.over)
			std::copy_n(from, 4 * image.width, to);
		for (int i = 0; image.over && i < image.width; ++i)
			blend(to + 4 * i, from + 4 * i);
	}

	std::shared_ptr<const apng_survey> plan;
	picture canvas;
	std::vector<std::uint8_t> before; // the canvas as the last image found it
	std::size_t next = 0;             // image
};

} // namespace

projector open_projector(std::shared_ptr<const apng_survey> plan) {
	const auto made = std::make_shared<apng_projector>(std::move(plan));
	return {[made]() -> const picture & { return made->show(); }, {}};
}

} // namespace assetc
