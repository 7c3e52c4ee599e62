// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// What a reader is told beside its input.
#pragma once

#include "bounds.h"

namespace assetc {

struct reading {
	bounds at_most;
	int depth = 0; // how many sources lead here, each named by the one before
};

} // namespace assetc
