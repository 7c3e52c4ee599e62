// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "workload.h"

#include "content.h"
#include "draw.h"
#include "parallel.h"
#include "totals.h"

#include <algorithm>

namespace assetc {

namespace {

void check_drawn(const animation &of, const picture_part *part, grid_size drawn) {
	if (drawn.columns <= most_cells_a_side && drawn.rows <= most_cells_a_side)
		return;
	const bool is_tall = drawn.rows > most_cells_a_side;
	const auto columns = std::to_string(drawn.columns) + " columns", rows = std::to_string(drawn.rows) + " rows";
	throw error(about(part ? part->file : of.file,
			  "drawn with " + (is_tall ? columns : rows) + " this picture has " +
				  (is_tall ? rows : columns) + ", a frame at most " + std::to_string(most_cells_a_side),
			  is_tall ? "set \"rows\" or --rows instead, or a --crop"
				  : "set \"columns\" or --columns instead, or a --crop"));
}

// Of a film, a picture takes a copy and what is made of it.
std::uint64_t bytes_to_decode(const picture_part *part, picture_size size) {
	return pixels_in(size) * (part ? part->bytes_a_pixel : 8);
}

// Each frame is looked at whole, however little of it is new.
void check_pixels_to_draw(const animation &of, std::uint64_t pixels) {
	if (pixels > more_pixels_to_draw * of.at_most.pixels)
		throw error(about(of.file,
				  "its frames have more than " + in_words(more_pixels_to_draw * of.at_most.pixels) +
					  " pixels together",
				  "make it smaller or cut it first, or allow more with --max-pixels"));
}

} // namespace

workload survey(const animation &of, const draw_settings &settings) {
	workload all;
	std::uint64_t pixels = 0;
	totals cells(of.file, of.at_most);
	for (const auto &shown : of.frames) {
		const auto *const part = std::get_if<picture_part>(&shown.content);
		const auto *const film = std::get_if<film_picture>(&shown.content);
		if (!part && !film)
			continue;
		const picture_size size = part ? size_of(*part) : picture_size{film->of->width, film->of->height};
		const grid_size drawn = fit(size, settings);
		check_drawn(of, part, drawn);
		const auto its_cells =
			static_cast<std::uint64_t>(drawn.columns) * static_cast<std::uint64_t>(drawn.rows);
		cells.add_cells(its_cells);
		check_pixels_to_draw(of, pixels += pixels_in(size));
		++all.pictures;
		all.most_bytes = std::max(all.most_bytes, bytes_to_decode(part, size));
		all.most_cells = std::max(all.most_cells, its_cells);
	}
	return all;
}

// A cell takes 2.5 KB while its colours are chosen.
unsigned threads_for(const workload &all, unsigned jobs) {
	const std::uint64_t pictures = std::max<std::uint64_t>(all.pictures, 1);
	const std::uint64_t wanted = std::min<std::uint64_t>(jobs > 0 ? jobs : cores(), pictures);
	constexpr std::uint64_t bytes_at_once = 1 << 30;
	const auto bytes_a_thread = all.most_bytes + 2500 * all.most_cells;
	return static_cast<unsigned>(
		std::clamp<std::uint64_t>(bytes_at_once / std::max<std::uint64_t>(bytes_a_thread, 1), 1, wanted));
}

} // namespace assetc
