// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// The animations of terminal-parrot: text files with frames divided by a line.
#pragma once

#include "animation.h"
#include "input.h"
#include "reading.h"

#include <string>

namespace assetc {

std::string why_no_terminal_parrot(input &from);

// Lines of "key: value", of which the description becomes the title; then the frames, each after a line !--FRAME--!.
// The format knows no time: each frame stays for 75 ms, as the program shows it. Throws error, with the place.
animation read_terminal_parrot(input from, const reading &how);

} // namespace assetc
