// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Animated PNG (PNG specification, third edition).
#pragma once

#include "animation.h"
#include "input.h"
#include "reading.h"

#include <string>
#include <string_view>

namespace assetc {

// Whether the bytes are a PNG that moves. One that promises to, but has none of the images, or promises none, is a
// still picture.
bool is_apng(std::string_view bytes);

// The frames of an animated PNG, which are composed when they are drawn. One that is cut off shows the frames that are
// whole, with a remark. Throws error: broken, cut short in its first frame, larger than the limits.
animation read_apng(const std::string &file, std::string bytes, const bounds &at_most = {});

// Animated PNG among the formats (see format.h).
std::string why_no_apng(input &from);
animation read_apng_input(input from, const reading &how);

} // namespace assetc
