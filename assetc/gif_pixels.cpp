// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "gif_pixels.h"

namespace assetc {

gif_pixels::gif_pixels(std::shared_ptr<const gif_survey> from) : plan_(std::move(from)) {
	for (std::size_t i = 0; i < plan_->images.size(); ++i)
		if (i == 0 || plan_->images[i - 1].ends_frame)
			first_of_.push_back(i);
}

void gif_pixels::prepare(std::size_t picture) {
	const auto image = first_of_[picture];
	if (!fits(image))
		return;
	auto made = unpack(image);
	const std::lock_guard lock(mutex_);
	ready_.insert_or_assign(image, std::move(made));
}

bool gif_pixels::fits(std::size_t image) const {
	const auto &block = plan_->images[image].block;
	return pixels_in({block.width, block.height}) <= pixels_in({plan_->width, plan_->height});
}

gif_pixels::unpacked gif_pixels::unpack(std::size_t image) {
	lzw_room room;
	{
		const std::lock_guard lock(mutex_);
		if (fits(image) && !spare_.empty()) {
			room = std::move(spare_.back());
			spare_.pop_back();
		}
	}
	const auto &block = plan_->images[image].block;
	const bool is_whole = room.unpack(block.codes, block.code_size, pixels_in({block.width, block.height}));
	return {std::move(room), is_whole};
}

gif_pixels::unpacked gif_pixels::find(std::size_t image) {
	{
		const std::lock_guard lock(mutex_);
		if (auto found = ready_.extract(image))
			return std::move(found.mapped());
	}
	return unpack(image);
}

void gif_pixels::give_back(lzw_room room) {
	const std::lock_guard lock(mutex_);
	spare_.push_back(std::move(room));
}

} // namespace assetc
