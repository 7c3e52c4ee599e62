// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Where a picture shows nothing but one tone.
#pragma once

#include "plane.h"

#include <vector>

namespace assetc {

// Of each cell, row by row, whether all samples in it and in the up to eight cells around it are of one tone, to one
// part in 128 of what is between black and white. The plane has samples_across * columns by samples_down * rows
// samples.
std::vector<bool> plain_cells(const plane &of);

} // namespace assetc
