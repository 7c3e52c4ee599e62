// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Sheets as Aseprite exports them: each frame has a duration, and tags name parts of the timeline.
#pragma once

#include "animation.h"
#include "input.h"
#include "reading.h"

namespace assetc {

std::string why_no_aseprite(input &from);

// how.pick names a tag, with whose direction and repeats it plays; without it all frames are shown, in their order.
// A tag that leads to frames that are not there is left out, with a remark. Throws error, with the place.
animation read_aseprite(input from, const reading &how);

} // namespace assetc
