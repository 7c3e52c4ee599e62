// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// A film: pictures that exist only in order, each made from the one before.
#pragma once

#include "picture.h"

#include <cstddef>
#include <functional>

namespace assetc {

// Each call composes the next picture and shows it; the picture stays as it is until the next call. Throws error if
// its pixels are broken. Not to be called more often than there are pictures.
using projector = std::function<const picture &()>;

// So a film is never whole in memory: only what its file holds, and one picture for each projector.
struct film {
	int width = 0; // of all pictures
	int height = 0;
	std::size_t pictures = 0;
	std::function<projector()> open; // a projector that begins with the first picture
	std::size_t bytes = 0;           // of its file that it keeps, for as long as it is there
};

} // namespace assetc
