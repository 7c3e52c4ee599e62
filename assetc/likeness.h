// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// How much a text looks like a picture.
#pragma once

#include "plane.h"
#include "resample.h"

namespace assetc {

// Structural similarity (Wang, Bovik, Sheikh, Simoncelli: Image Quality Assessment, 2004) of both as they are seen from
// afar: blurred over four and over eight pixels of the console's font, as light and as code values, in the mean; 1 for
// the same, about 0 for what has nothing in common. The text may be darker or have less contrast than the picture.
// `text` is the share of each sample that is lit; both are of one size, at least 4x8 samples.
double likeness(const plane &text, const level_plane &picture);

} // namespace assetc
