// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// DarkDraw's drawings.
#pragma once

#include "animation.h"
#include "input.h"
#include "reading.h"

#include <string>

namespace assetc {

std::string why_no_darkdraw(input &from);

// The frames of a drawing, which is JSON lines: frames, pieces of text at a place, groups of them and references to
// groups. What belongs to no frame is in all of them; later lines are painted over earlier ones; what is left of or
// above the place (0, 0) is not seen. A drawing without frames is still. Throws error, with the place.
//
// As https://github.com/devottys/darkdraw draws it (darkdraw/drawing.py); colours are VisiData's.
animation read_darkdraw(input from, const reading &how);

} // namespace assetc
