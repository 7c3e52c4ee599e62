// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// A terminal recording: asciicast, version 2.
#pragma once

#include "file.h"
#include "frame_table.h"

namespace assetc {

// One loop, each frame's bytes when it is due. The recording ends, with an event without bytes, when the last hold
// does.
void write_cast(const frame_table &from, const byte_sink &out);

} // namespace assetc
