// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Makes pictures of the images of an animated PNG, each of which changes a part of what is there.
#pragma once

#include "film.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace assetc {

// What becomes of the image's part before the next one comes.
enum class apng_disposal { none, clear, restore };

struct apng_image {
	int left = 0;
	int top = 0;
	int width = 0;
	int height = 0;
	std::chrono::nanoseconds hold{};
	apng_disposal after = apng_disposal::none;
	bool over = false;                    // over what is there; else instead of it
	std::vector<std::string_view> pixels; // compressed, in pieces
};

// What a look through an animated PNG finds, without decoding a pixel.
struct apng_survey {
	std::string file;
	std::shared_ptr<const std::string> bytes;
	int width = 0;
	int height = 0;
	std::string_view kind;         // what follows the size in a PNG's head, alike for all images
	std::string_view palette;      // two chunks that all images share; empty where there is none
	std::string_view transparency; // behind the palette
	std::vector<apng_image> images;
	int plays = 0; // as our own key: 0 is for ever
	bool is_cut = false;
};

projector open_projector(std::shared_ptr<const apng_survey> plan);

} // namespace assetc
