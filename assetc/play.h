// SPDX-License-Identifier: GPL-2.0-or-later
// Playing a table without a kernel module.
#pragma once

#include "frame_table.h"

namespace assetc {

// Sends to standard output what the device would send, at the same tempo: a frame is due one hold after the one
// before it was due. Returns when the loops have been played or, with the frame whole, on SIGINT or SIGTERM; a second
// one of these ends the program. Throws error when standard output cannot be written.
void play(const frame_table &table);

} // namespace assetc
