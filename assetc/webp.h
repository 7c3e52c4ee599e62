// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// WebP, still and animated, as libwebp reads it.
#pragma once

#include "animation.h"
#include "input.h"
#include "reading.h"

#include <string>
#include <string_view>
#include <utility>

namespace assetc {

// Whether the bytes are a WebP that moves.
bool is_animated_webp(std::string_view bytes);

// Width and height of a WebP in pixels, as its head says; 0x0 if that is broken.
std::pair<int, int> size_of_webp(std::string_view bytes);

// What a camera notes in it (see exif.h); nothing where there is none.
std::string_view exif_of_webp(std::string_view bytes);

// Decodes a still WebP whose size was found fit; a picture of 0x0 if it is broken.
picture decode_webp(std::string_view bytes);

// The frames of an animated WebP, which are composed when they are drawn. Throws error: broken or cut short, larger
// than the limits.
animation read_webp(const std::string &file, std::string bytes, const bounds &at_most = {});

// Animated WebP among the formats (see format.h).
std::string why_no_webp(input &from);
animation read_webp_input(input from, const reading &how);

} // namespace assetc
