// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// What a kind reviewer would say of an animation.
#pragma once

#include "diagnostic.h"
#include "reel.h"

#include <vector>

namespace assetc {

// Remarks, the gravest first: it flashes (see flash.h); it is larger than the screen; it does not move, though it has
// several frames; its first frame is empty; a frame is held for less than 10 ms; the loop jumps. Of a film that is too
// long to be looked at as a whole, parts are looked at, which may miss something, but takes no more than a blink.
//
// The loop jumps if, from the last frame to the first, more than three times as many cells change as between any other
// neighbours, and at least an eighth of all; unless the last frame stays for a second, which is an end that was meant.
std::vector<diagnostic> review(const reel &shown);

} // namespace assetc
