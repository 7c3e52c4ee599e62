// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// A part of a picture file: a frame in a sheet, or all of it.
#pragma once

#include "bounds.h"
#include "picture.h"

#include <memory>
#include <string>

namespace assetc {

// The transparent picture that a part was cut from, before a packer took its empty edges away: its size, and where the
// part stands in it. A width of 0: the part is all of it. What stands outside is not shown.
struct canvas {
	int width = 0;
	int height = 0;
	int left = 0;
	int top = 0;
};

// In pixels, as it lies in the file; width 0: all of it. Files are decoded when they are drawn, so that a long film is
// never whole in memory; frames cut from one sheet share its pixels.
struct picture_part {
	std::string file;
	std::shared_ptr<const picture> sheet; // decoded already, if not null
	int x = 0;
	int y = 0;
	int width = 0;
	int height = 0;
	bool is_turned = false;     // lies in the file turned clockwise by 90 degrees
	canvas on{};                // once it is turned back
	picture_size alone{};       // of the file, if it is decoded for this part alone
	unsigned bytes_a_pixel = 8; // while it is decoded or drawn
};

// Of what the part shows, in pixels.
picture_size size_of(const picture_part &part);

// The pixels that a part shows. Throws error: the file cannot be read.
std::shared_ptr<const picture> pixels_of(const picture_part &part, const bounds &at_most = {});

} // namespace assetc
