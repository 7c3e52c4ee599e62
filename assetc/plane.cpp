// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "plane.h"

#include "every_simd.h"

namespace assetc {

ASSETC_EVERY_SIMD
void add_scaled(float *to, const float *from, float scale, std::size_t count) {
	for (std::size_t i = 0; i < count; ++i)
		to[i] += scale * from[i];
}

} // namespace assetc
