// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// The timeline in our own format.
#pragma once

#include "animation.h"
#include "member.h"

namespace assetc {

// The value as how long a frame stays. Throws error.
std::chrono::nanoseconds take_hold(const member &from);

// What a document says by the keys from, to, idle_limit_ms, speed, reverse, hold_last_ms, ping_pong and flip. Throws
// error.
timeline take_timeline(const member &document);

// Gives a hold to the frames that have none: as the document's hold_ms or fps says, or else 100 ms. Throws error.
void give_holds(const member &document, animation &to);

// Throws error if the document's from or to is no frame of the animation.
void check_cut(const member &document, const animation &of);

} // namespace assetc
