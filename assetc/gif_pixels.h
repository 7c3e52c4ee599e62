// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// The pixels of a GIF's images, which may be unpacked before their turn.
#pragma once

#include "gif_projector.h"
#include "lzw.h"

#include <map>
#include <mutex>

namespace assetc {

class gif_pixels {
public:
	explicit gif_pixels(std::shared_ptr<const gif_survey> from);

	// Unpacks the first image of a picture. Others, and such as are larger than the canvas, would take too much
	// room. Several threads may ask for it at once.
	void prepare(std::size_t picture);

	// Calls use(the image's pixels, or none if they are broken).
	template <typename function> void take(std::size_t image, function use) {
		auto got = find(image);
		use(got.is_whole ? got.room.numbers() : std::span<const std::uint8_t>());
		if (fits(image))
			give_back(std::move(got.room));
	}

private:
	struct unpacked {
		lzw_room room;
		bool is_whole;
	};
	bool fits(std::size_t image) const; // the canvas
	unpacked unpack(std::size_t image);
	unpacked find(std::size_t image);
	void give_back(lzw_room room);

	std::shared_ptr<const gif_survey> plan_;
	std::vector<std::size_t> first_of_; // images, of each picture
	std::mutex mutex_;
	std::map<std::size_t, unpacked> ready_;
	std::vector<lzw_room> spare_;
};

} // namespace assetc
