// SPDX-License-Identifier: GPL-2.0-or-later
// Pictures in files, as stb_image reads them: PNG, JPEG, BMP, TGA, PNM; and WebP.
#pragma once

#include "bounds.h"
#include "picture.h"
#include "picture_kind.h"

#include <string>
#include <string_view>

namespace assetc {

// Looks at the head of a picture only. Throws error, naming the file: not a picture that can be read, broken, cut
// short, or larger than the limit. Decoding may still find it broken. Returns its size once it is decoded.
picture_size check_picture(const std::string &file, std::string_view bytes, const bounds &at_most = {});

// Decodes a still picture; one that a camera took is turned upright. A file may be gzipped. Throws error as
// check_picture does, and where the pixels are broken.
picture read_picture(const std::string &file, const bounds &at_most = {});
picture decode_picture(const std::string &file, std::string_view bytes, const bounds &at_most = {});

// What to say of width x height pixels, of "this PNG", where they are more than the limit, or a side is longer than
// pictures may be. Throws error.
void check_size(const std::string &file, const std::string &what, std::uint64_t width, std::uint64_t height,
		const bounds &at_most);

// The same of a film of so many images, for which so many pixels are drawn together. Throws error.
void check_length(const std::string &file, const std::string &kind, std::size_t images, std::uint64_t pixels,
		  const bounds &at_most);

// Throws error where pictures that are called so ("pictures") have more pixels together than 32 times the limit of one.
void check_pixels_together(const std::string &file, const std::string &images, std::uint64_t pixels,
			   const bounds &at_most);

// A part of a picture; it must lie within.
picture cut(const picture &from, int x, int y, int width, int height);

} // namespace assetc
