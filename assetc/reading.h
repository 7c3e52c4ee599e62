// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// What a reader is told beside its input.
#pragma once

#include "bounds.h"

#include <optional>

namespace assetc {

struct reading {
	bounds at_most;
	std::optional<double> fps; // for formats that have any tempo
	int depth = 0;             // how many sources lead here, each named by the one before
};

} // namespace assetc
