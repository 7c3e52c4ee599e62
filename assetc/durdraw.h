// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Durdraw's drawings.
#pragma once

#include "animation.h"
#include "input.h"
#include "reading.h"

#include <string>

namespace assetc {

std::string why_no_durdraw(input &from);

// The frames of a drawing, of format versions up to 8. A delay of 0 is the frame rate's. Colours that there are not are
// the terminal's own, and so is a black paper: it is what the drawing stands on. Throws error, with the place.
//
// The format: durformat.md in https://github.com/cmang/durdraw; what the colours of versions before 7 are, its
// durdraw_color_curses.py.
animation read_durdraw(input from, const reading &how);

} // namespace assetc
