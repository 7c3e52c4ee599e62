// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// BMPs of OS/2's first kind, of whose tables of colours stb_image forgets the last four.
#pragma once

#include <string>
#include <string_view>

namespace assetc {

// Whether a BMP is one, and has such a table.
bool is_os2_bmp(std::string_view bmp);

// The same picture as Windows has it.
std::string as_of_windows(std::string_view bmp);

} // namespace assetc
