// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// The same frames, painted by ncurses.
#pragma once

#include "reel.h"

#include <cstddef>

namespace assetc {

// Bytes that ncurses writes to an xterm of 256 colours for one loop, from the first frame back to the first frame,
// after it has painted it. It may do all it can: scroll, leave the cursor where it is, take a line feed for what it is.
std::size_t bytes_by_ncurses(const reel &shown);

} // namespace assetc
