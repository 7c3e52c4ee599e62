// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// PNGs that unpack to far more than they show.
#pragma once

#include <string_view>

namespace assetc {

// What a PNG's pixels unpack to: no more than its size needs, and a little; or far more, which stb_image would all
// keep. Broken are those that zlib cannot unpack, of which nobody knows what stb_image would make of them.
enum class png_pixels { fair, bomb, broken };

// Takes time for large files only, and little memory. What is cut short is left for the decoder to find.
png_pixels look_at_pixels(std::string_view png);

} // namespace assetc
