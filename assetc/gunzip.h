// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Files that were packed with gzip.
#pragma once

#include <string>
#include <string_view>

namespace assetc {

// The most that a packed file may hold. Some bytes can be packed a thousandfold, so that a small file could fill any
// memory.
inline constexpr std::size_t most_unpacked_bytes = std::size_t{64} << 20;

// Whether a file begins as gzip does.
bool is_gzipped(std::string_view bytes);

// What is in a file: unpacked if it begins as gzip does, else as it is. Of several members, one behind the other, all
// are unpacked; what else follows is ignored, as gzip does. Throws error: broken, cut off, or more than
// most_unpacked_bytes together.
std::string gunzip(const std::string &file, std::string bytes);

} // namespace assetc
