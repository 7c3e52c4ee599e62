// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// How much a text looks like a picture, and what would make it look more so.
#pragma once

#include "resample.h"
#include "similarity.h"

#include <array>

namespace assetc {

// Both are compared as they are seen from three distances: blurred over two, four and eight pixels of the console's
// font.
inline constexpr std::size_t likeness_distances = 3;

// A picture made ready to be compared with many texts: what is seen of it, as code values and as light.
struct likeness_goal {
	std::array<seen_picture, likeness_distances> as_codes;
	std::array<seen_picture, likeness_distances> as_light;
};

// The picture has at least 4x8 samples.
likeness_goal make_goal(const level_plane &picture);

// 1 for the same, about 0 for what has nothing in common: half of it structural similarity, a quarter whether contours
// are the same, a quarter how close both are. The text may be darker or have less contrast than the picture. `text` is
// the share of each sample that is lit, of the picture's size. With `by`, whose planes have that size, also what the
// likeness gains by more light in each sample.
double likeness(const plane &text, const likeness_goal &picture, pull *by = nullptr);

} // namespace assetc
