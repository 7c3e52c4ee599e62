// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Spinners as the package cli-spinners has them: { "dots": { "interval": 80, "frames": ["/", "-"] }, ... }, or one
// of them alone. The interval is a frame's hold in milliseconds; frames may also be one text, a frame a character.
#pragma once

#include "animation.h"
#include "input.h"
#include "reading.h"

namespace assetc {

std::string why_no_spinners(input &from);

// Throws error, with the place; of several, how.pick names one.
animation read_spinners(input from, const reading &how);

} // namespace assetc
