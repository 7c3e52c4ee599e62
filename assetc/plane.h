// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Numbers in rows.
#pragma once

#include <vector>

namespace assetc {

// One number for each sample, row by row from the top left.
struct plane {
	int width = 0;
	int height = 0;
	std::vector<float> at;
};

} // namespace assetc
