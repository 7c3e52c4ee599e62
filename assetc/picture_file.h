// SPDX-License-Identifier: GPL-2.0-or-later
// Pictures in files, as stb_image reads them: PNG, JPEG, BMP.
#pragma once

#include "picture.h"

#include <string>
#include <string_view>

namespace assetc {

// The largest picture that is read, in pixels.
inline constexpr std::uint64_t most_pixels = 64'000'000;

// The name of the picture format that the bytes begin as ("PNG", "JPEG", "BMP", "GIF", "WebP"), or "".
std::string_view picture_kind(std::string_view bytes);

// Looks at the head of a picture only. Throws error, naming the file: not a picture that can be read, broken, or
// larger than most_pixels. Decoding may still find it broken.
void check_picture(const std::string &file, std::string_view bytes);

// Decodes a still picture. Throws error as check_picture does, and where the pixels are broken.
picture read_picture(const std::string &file);
picture decode_picture(const std::string &file, std::string_view bytes);

// A part of a picture; it must lie within.
picture cut(const picture &from, int x, int y, int width, int height);

} // namespace assetc
