// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Files that are well known, but no animation that can be played.
#pragma once

#include "input.h"

namespace assetc {

// Throws error for a file that other programs know by its first bytes.
void refuse_foreign(const std::string &file, std::string_view bytes);

// Throws error for an input that is somebody else's: what it is, and what may have been meant.
void refuse_strangers(input &from);

} // namespace assetc
