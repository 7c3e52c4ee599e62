// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// What a camera notes of how it was held (Exif 2.3, tag 0x0112).
#pragma once

#include "picture.h"

#include <string_view>

namespace assetc {

// The orientation of a JPEG, 1 to 8; 1, as it should be seen, if it says none, or nonsense.
int orientation_of(std::string_view jpeg);

// The same, of such notes alone, as PNG and WebP hold them.
int orientation_in(std::string_view exif);

// Whether rows were columns.
bool lies_on_its_side(int orientation);

// A picture of the orientation given, turned and mirrored so that up is up.
picture upright(picture from, int orientation);

} // namespace assetc
