// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// What kind of picture bytes are, and whether they are all there.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace assetc {

// The name of the picture format that the bytes begin as ("PNG", "JPEG", "BMP", "TGA", "PNM", "GIF", "WebP"), or "".
// Old TGAs have nothing to be known by, so those that begin as one could are taken for one if the file is named so.
std::string_view picture_kind(std::string_view bytes, std::string_view file = "");

// What a PNM says before its pixels; nothing where it says no numbers, or some too large for stb_image to count.
struct pnm_head {
	std::uint64_t width;
	std::uint64_t height;
	std::uint64_t brightest;
	std::size_t length; // of the head, without the one space behind it
};
std::optional<pnm_head> head_of_pnm(std::string_view bytes);

// Whether a BMP is one that stb_image 2.27 cannot read: packed (in runs, or a JPEG), as OS/2's second kind, or with
// something between its head and its pixels.
bool is_rare_bmp(std::string_view bytes);

// Whether the colours of a TGA are numbered from another number on than 0, which stb_image does not mind.
bool has_late_colors(std::string_view tga);

// Whether a picture has all the bytes that its head promises. For BMP, TGA, PNM and JPEG, where stb_image makes up
// what is missing, and PNG, where it makes room for it; other kinds are whole as far as this can tell.
bool is_whole(std::string_view bytes, std::string_view kind);

// How many bytes a pixel takes at most while a picture is decoded, beside its file.
unsigned bytes_to_decode_a_pixel(std::string_view bytes, std::string_view kind);

} // namespace assetc
