// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// What the editor ASCII Motion writes: its JSON export, and its sessions (.asciimtn) of version 1.
#pragma once

#include "animation.h"
#include "input.h"
#include "reading.h"

namespace assetc {

std::string why_no_ascii_motion(input &from);

// Cells that were left white on nothing have the terminal's own colours. Throws error, with the place; for sessions of
// version 2, whose layers move, it says how to export what they show.
animation read_ascii_motion(input from, const reading &how);

} // namespace assetc
