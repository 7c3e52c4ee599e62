// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// What a reader is told beside its input.
#pragma once

namespace assetc {

struct reading {
	int depth = 0; // how many sources lead here, each named by the one before
};

} // namespace assetc
