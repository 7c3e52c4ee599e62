// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Makes pictures of the images of a GIF, each of which changes a part of what is there.
#pragma once

#include "film.h"
#include "gif_stream.h"

#include <vector>

namespace assetc {

// One image block.
struct gif_image {
	gif_image_block block;
	gif_control by;
	bool covers_all = false;
	bool ends_frame = true; // else the next image belongs to the same picture
};

// What a look through a GIF finds, without decoding a pixel.
struct gif_survey {
	std::string file;
	std::shared_ptr<const std::string> bytes;
	int width = 0;
	int height = 0;
	std::vector<gif_image> images;
	bool is_empty = false; // then there is one image, that changes nothing
	std::optional<int> loops;
	bool text = false;
	std::string cut_off; // what is wrong behind the last whole image
};

projector open_projector(const std::shared_ptr<const gif_survey> &plan);
bright_projector open_bright_projector(const std::shared_ptr<const gif_survey> &plan, rgb8 background);

} // namespace assetc
