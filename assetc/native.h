// SPDX-License-Identifier: GPL-2.0-or-later
// Our own format: JSON that a person can write.
#pragma once

#include "animation.h"
#include "input.h"
#include "reading.h"

namespace assetc {

// The animation that a document describes. Files that it names are looked for beside it. The text of the
// document's frames is moved out of it. Throws error, with the place, for anything that is not understood.
animation read_native(json_text document, const reading &how = {});

// Our own format among others (see format.h). It takes what is meant for it, with mistakes or without.
std::string why_not_native(input &from);
animation read_native_input(input from, const reading &how);

} // namespace assetc
