// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// JPEGs that hurt stb_image: it writes beyond its memory, or is busy for minutes.
#pragma once

#include <cstddef>
#include <string_view>

namespace assetc {

// Whether a Huffman table of a JPEG has more codes than the 256 that it can have (ITU-T T.81, B.2.4.2), where
// stb_image 2.27 has room for no more.
bool has_overlong_table(std::string_view jpeg);

// Whether a JPEG is one that stb_image 2.27 cannot read: of more than 8 bits a sample, lossless, or coded
// arithmetically.
bool is_rare_jpeg(std::string_view jpeg);

// How many times a JPEG goes over its pixels, each of which takes stb_image the time of a picture, or some more where
// it holds another JPEG. Most have one scan, progressive ones ten.
std::size_t scans_in(std::string_view jpeg);

} // namespace assetc
