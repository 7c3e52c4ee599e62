// SPDX-License-Identifier: GPL-2.0-or-later
// From a file of any kind to an animation.
#pragma once

#include "animation.h"
#include "command_line.h"

namespace assetc {

// Reads the input, whose kind is found from its content, and lets the options have their way. The animation has
// a valid name. Throws error.
animation read_animation(const options &asked);

} // namespace assetc
