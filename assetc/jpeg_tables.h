// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// JPEGs with which stb_image writes beyond its memory.
#pragma once

#include <string_view>

namespace assetc {

// Whether a Huffman table of a JPEG has more codes than the 256 that it can have (ITU-T T.81, B.2.4.2), where
// stb_image 2.27 has room for no more.
bool has_overlong_table(std::string_view jpeg);

} // namespace assetc
