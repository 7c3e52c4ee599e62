// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Lists of pictures as apngasm and APNG editors write them: { "loops": 0, "frames": [ { "1.png": "75/1000" } ] }, where
// each picture has its delay as a fraction of a second.
#pragma once

#include "animation.h"
#include "input.h"
#include "reading.h"

namespace assetc {

std::string why_no_apngasm(input &from);

// The pictures lie beside the list. Throws error, with the place.
animation read_apngasm(input from, const reading &how);

} // namespace assetc
