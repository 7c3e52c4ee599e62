// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// A film: pictures that exist only in order, each made from the one before.
#pragma once

#include "grid.h"
#include "picture.h"
#include "plane.h"

#include <cstddef>
#include <functional>

namespace assetc {

// A picture as brightness alone: the light of each pixel; and where pixels may differ from those of the picture before.
struct bright_picture {
	plane light;
	pixel_box changed;
};

// Each call of `next` composes the next picture and shows it; the picture stays as it is until the next call. Throws
// error if its pixels are broken. Not to be called more often than there are pictures. `prepare` may be null. Else it
// does what can be done for a picture, by its number, before its turn, and by several threads at once; but nobody has
// to call it.
template <typename Shown> struct projector_of {
	std::function<const Shown &()> next;
	std::function<void(std::size_t)> prepare;

	const Shown &operator()() const { return next(); }
};
using projector = projector_of<picture>;
using bright_projector = projector_of<bright_picture>;

// So a film is never whole in memory: only what its file holds, and one picture for each projector.
struct film {
	int width = 0; // of all pictures
	int height = 0;
	std::size_t pictures = 0;
	std::function<projector()> open; // a projector that begins with the first picture
	std::size_t bytes = 0;           // that it keeps for as long as it is there: its file, what is noted of it
	// One for brightness over a background, which takes less; or null.
	std::function<bright_projector(rgb8 background)> open_bright = nullptr;
};

} // namespace assetc
