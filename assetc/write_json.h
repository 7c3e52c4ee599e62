// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Our own format, from any other.
#pragma once

#include "file.h"
#include "reel.h"

namespace assetc {

// Every frame with its hold, its art and its paint: what it compiles to is the same table. Throws error where there are
// more paints than letters to name them.
void write_json(const reel &from, const byte_sink &out);

} // namespace assetc
