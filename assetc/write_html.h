// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// A page that plays an animation.
#pragma once

#include "file.h"
#include "reel.h"

namespace assetc {

// One page that needs nothing else: a click or the space bar pauses, the arrow keys step. Who prefers reduced motion,
// or has no scripts, sees the first frame.
void write_html(const reel &from, const byte_sink &out);

} // namespace assetc
