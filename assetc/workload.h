// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// How much there is to draw, known from sizes alone, before anything is drawn.
#pragma once

#include "animation.h"

#include <cstdint>

namespace assetc {

struct workload {
	std::size_t pictures = 0;
	std::uint64_t most_bytes = 0; // of one, while it is decoded
	std::uint64_t most_cells = 0; // of one
};

// Throws error where a frame would be larger than frames may be, or all together.
workload survey(const animation &of, const draw_settings &settings);

// How many threads may draw, `jobs` or as many as there are cores (0), but no more than pictures: each holds a picture,
// and large ones must not fill the memory of a machine of many cores.
unsigned threads_for(const workload &all, unsigned jobs);

} // namespace assetc
