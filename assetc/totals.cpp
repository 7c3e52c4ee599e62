// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "totals.h"

#include "picture_file.h"

#include <algorithm>

namespace assetc {

namespace {

// As many as characters, near enough.
std::uint64_t cells_of(const text_art &text) {
	std::uint64_t cells = 0;
	for (const auto &row : text.art)
		cells += static_cast<std::uint64_t>(
			std::count_if(row.begin(), row.end(), [](char c) { return (c & 0xc0) != 0x80; }));
	return cells;
}

[[noreturn]] void refuse(const std::string &file, std::uint64_t most, const bounds &at_most) {
	throw error(about(file, "its frames have more than " + in_words(most) + " cells together",
			  "make it smaller, as with --columns 80, or cut it with --from and --to; or allow more with "
			  "--max-cells, now " +
				  std::to_string(at_most.cells)));
}

} // namespace

void totals::add_cells(std::uint64_t more) {
	cells += more;
	if (cells > at_most.cells)
		refuse(file, at_most.cells, at_most);
}

void totals::add(const frame &shown) {
	if (const auto *text = std::get_if<text_art>(&shown.content))
		add_cells(cells_of(*text));
	else if (const auto *drawn = std::get_if<grid>(&shown.content))
		add_cells(drawn->cells.size());
	else if (const auto *part = std::get_if<picture_part>(&shown.content))
		check_pixels_together(file, "pictures", pixels += pixels_in(part->alone), at_most);
	else if (const auto *taken = std::get_if<film_picture>(&shown.content))
		add_film(*taken->of);
}

void totals::add_film(const film &kept) {
	if (!films.insert(&kept).second)
		return;
	film_bytes += kept.bytes;
	if (film_bytes > at_most.films)
		throw error(about(file, "the files of its films have more than 1 GiB together",
				  "cut it into pieces, or make a PNG of each film that is a single picture"));
}

bounds totals::left() const {
	auto rest = at_most;
	rest.films -= film_bytes;
	return rest;
}

void count_bytes(const std::string &file, std::uint64_t bytes, const reading &how) {
	const auto most = most_bytes_a_pixel * more_pixels_together * how.at_most.pixels;
	if ((how.so_far->bytes += bytes) > most)
		throw error(about(file,
				  "with this, more than " + in_words(most) +
					  " bytes are read from files, unpacked, for one animation",
				  "name fewer files, or each less often, or allow more with --max-pixels"));
}

void count_sheet(const std::string &document, const picture &sheet, const reading &how) {
	const auto most = more_pixels_in_sheets * how.at_most.pixels;
	if ((how.so_far->sheet_pixels += std::uint64_t{1} * sheet.width * sheet.height) > most)
		throw error(about(document,
				  "the pictures of this sheet have more than " + in_words(most) + " pixels together",
				  "make them smaller first, or allow more with --max-pixels"));
}

void check_cells_to_send(const std::string &file, int columns, int rows, std::size_t frames, const bounds &at_most) {
	const auto cells = static_cast<std::uint64_t>(columns) * static_cast<std::uint64_t>(rows) * frames;
	if (cells > more_cells_to_send * at_most.cells)
		refuse(file, more_cells_to_send * at_most.cells, at_most);
}

} // namespace assetc
