// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Terminal recordings: asciicast, versions 1, 2 and 3.
#pragma once

#include "animation.h"
#include "input.h"
#include "reading.h"

#include <string>

namespace assetc {

std::string why_no_asciicast(input &from);

// The screens of the recording. Shown are output ("o") and resizes ("r"); what was typed ("i"), markers ("m"), the exit
// ("x"), what later versions may add, and the theme are not. Idle time is cut as `how` says, or else as the recording
// does (idle_time_limit). An empty output at the end, which our own recordings have, is where the last screen ends;
// else that stays for last_hold, or as long as the recording says that it lasts. Of 1001 rows the last one is the
// cursor's, below our highest art, and is not shown. Throws error, with the place.
//
// Described at https://docs.asciinema.org/manual/asciicast/v1/, v2/ and v3/.
animation read_asciicast(input from, const reading &how);

} // namespace assetc
