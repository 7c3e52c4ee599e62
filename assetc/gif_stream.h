// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// The blocks of a GIF, one after the other, as giflib reads them.
#pragma once

#include <gif_lib.h>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace assetc {

struct byte_reader {
	std::shared_ptr<const std::string> bytes;
	std::size_t at = 0;
};

// giflib's view of a file. Its position is where the library has come to.
struct gif_stream {
	std::unique_ptr<byte_reader> reader;
	std::unique_ptr<GifFileType, void (*)(GifFileType *)> gif; // null: the file ends in its head
};

// What is said of the image that comes next.
struct gif_control {
	bool given = false;
	int delay_cs = 0;
	int disposal = DISPOSAL_UNSPECIFIED;
	int transparent = NO_TRANSPARENT_COLOR;
};

// What is said between two images.
struct gif_words {
	gif_control control;
	std::optional<int> loops; // as our own key: 0 is for ever
	bool text = false;        // to be put over the pictures, which nobody does
};

// What an image's head says, and where in the file stands what it is made of.
struct gif_image_block {
	int left = 0;
	int top = 0;
	int width = 0;
	int height = 0;
	bool is_interlaced = false;
	std::string_view colors; // its own, or those of all images: red, green and blue in turn
	int code_size = 0;
	std::string_view codes; // blocks, each behind its length; see lzw.h
};

// Where a look for the next image ended.
enum class gif_place { image, end, fault };

gif_stream open_stream(std::shared_ptr<const std::string> bytes);

// Goes on to the next image and past it, without unpacking a pixel, and takes down what is said before it.
gif_place find_image(gif_stream &in, gif_words &before, gif_image_block &found);

} // namespace assetc
