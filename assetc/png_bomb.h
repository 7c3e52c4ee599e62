// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// PNGs that unpack to far more than they show.
#pragma once

#include <string_view>

namespace assetc {

// Whether the pixels of a PNG unpack to far more bytes than its size needs, which stb_image would all keep. Takes time
// for large files only, and little memory.
bool is_png_bomb(std::string_view png);

} // namespace assetc
