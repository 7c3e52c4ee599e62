// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Animated GIFs, as browsers show them.
#pragma once

#include "animation.h"
#include "input.h"
#include "reading.h"

#include <string>

namespace assetc {

// The frames of a GIF, which are composed when they are drawn. A GIF that is cut off shows what is whole, with a
// remark. Throws error: broken before the first picture ends, nothing to see, larger than the limits.
animation read_gif(const std::string &file, std::string bytes, const bounds &at_most = {});

// GIFs among the formats (see format.h).
std::string why_no_gif(input &from);
animation read_gif_input(input from, const reading &how);

} // namespace assetc
