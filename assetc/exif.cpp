// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "exif.h"

#include "mirror.h"

#include <array>
#include <cstring>
#include <libexif/exif-data.h>
#include <memory>
#include <string>

namespace assetc {

namespace {

// Rows become columns.
picture transposed(const picture &from) {
	picture turned{from.height, from.width, {}};
	turned.rgba.resize(from.rgba.size());
	auto *to = turned.rgba.data();
	for (int y = 0; y < turned.height; ++y)
		for (int x = 0; x < turned.width; ++x, to += 4)
			std::memcpy(to, &from.rgba[4 * (static_cast<std::size_t>(x) * from.width + y)], 4);
	return turned;
}

} // namespace

int orientation_of(std::string_view jpeg) {
	const std::unique_ptr<ExifData, void (*)(ExifData *)> said(
		exif_data_new_from_data(reinterpret_cast<const unsigned char *>(jpeg.data()),
					static_cast<unsigned>(jpeg.size())),
		exif_data_unref);
	if (!said)
		return 1;
	const auto *const entry = exif_content_get_entry(said->ifd[EXIF_IFD_0], EXIF_TAG_ORIENTATION);
	if (!entry || entry->format != EXIF_FORMAT_SHORT || entry->size < 2)
		return 1;
	const int orientation = exif_get_short(entry->data, exif_data_get_byte_order(said.get()));
	return orientation >= 1 && orientation <= 8 ? orientation : 1;
}

int orientation_in(std::string_view exif) {
	constexpr std::string_view mark("Exif\0\0", 6); // which some have, and some not
	constexpr std::size_t longest = 65'533;         // in a JPEG
	if (exif.empty() || exif.size() > longest)
		return 1;
	return orientation_of(exif.starts_with(mark) ? exif : std::string(mark).append(exif));
}

bool lies_on_its_side(int orientation) {
	return orientation > 4;
}

picture upright(picture from, int orientation) {
	using enum mirroring;
	constexpr std::array mirrors = {none, horizontal, both, vertical, none, horizontal, both, vertical};
	if (lies_on_its_side(orientation))
		from = transposed(from);
	const auto mirror = mirrors[static_cast<std::size_t>(orientation - 1)];
	if (mirror == none)
		return from; // which is not copied
	return mirrored(from, mirror);
}

} // namespace assetc
