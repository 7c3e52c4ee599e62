// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// An animated picture without scripts, such as a README can show.
#pragma once

#include "file.h"
#include "reel.h"

namespace assetc {

// The frames stand below each other on a strip, which a keyframe rule moves past the picture's window. Who prefers
// reduced motion sees the first frame.
void write_svg(const reel &from, const byte_sink &out);

} // namespace assetc
