// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Sheets as TexturePacker and its like write them: frames without time, perhaps turned, perhaps on several pages.
#pragma once

#include "animation.h"
#include "input.h"
#include "reading.h"

namespace assetc {

std::string why_no_texture_packer(input &from);

// how.pick names one of the "animations" that PixiJS knows; without it all frames are shown: in the file's order, but
// naturally sorted (2 before 10) if that is an alphabet's, or there are several pages. Throws error, with the place.
animation read_texture_packer(input from, const reading &how);

} // namespace assetc
