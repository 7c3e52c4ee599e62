// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Which glyphs are mirror images of each other.
#pragma once

#include <string_view>

namespace assetc {

enum class axis { left_right, up_down };

// Pairs, one behind the other: "()[]" says that each parenthesis is the other's image, and each bracket. Those from
// Latin-1 are pairs by their looks on the console; octants by the parts of the cell that they light; all others by
// their names in Unicode's UnicodeData.txt, where LEFT and RIGHT (or UPPER and LOWER, and so on) are exchanged. No
// glyph stands in a string twice; a glyph that is in none is its own image, or has none.
std::u32string_view mirror_glyphs(axis of);

} // namespace assetc
