// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "color_errors.h"

#include <algorithm>
#include <cstdlib>

namespace assetc {
namespace {

// In the dark everything is visible, but nobody looks that closely.
constexpr float most_visible = 100;

// Calls work(i, at) for each sample of a window: its number, and where it is in planes that are so wide.
template <typename Work> void for_window(int width, Work work) {
	for (int y = 0; y < window_height; ++y)
		for (int x = 0; x < window_width; ++x)
			work(static_cast<std::size_t>(y * window_width + x), static_cast<std::size_t>(y * width + x));
}

std::vector<float> with_margin(const light_plane &from, float light::*channel) {
	const int width = from.width + 2 * color_reach;
	std::vector<float> result(static_cast<std::size_t>(width) * (from.height + 2 * color_reach));
	for (int y = 0; y < from.height; ++y)
		for (int x = 0; x < from.width; ++x)
			result[static_cast<std::size_t>((y + color_reach) * width + x + color_reach)] =
				from.at[static_cast<std::size_t>(y * from.width + x)].*channel;
	return result;
}

// One way: along lines of `length` samples that are `step` apart.
std::vector<float> blurred_along(const std::vector<float> &from, int length, int step) {
	const auto taps = color_taps();
	std::vector<float> result(from.size());
	for (std::size_t i = 0; i < from.size(); ++i) {
		const int at = static_cast<int>(i) / step % length;
		for (int k = std::max(-color_reach, -at); k <= std::min(color_reach, length - 1 - at); ++k)
			result[i] += taps[static_cast<std::size_t>(std::abs(k))] *
				     from[static_cast<std::size_t>(static_cast<int>(i) + k * step)];
	}
	return result;
}

} // namespace

window blurred(const color_choice &shown, const color_repertoire &glyphs) {
	constexpr std::array<float light::*, 3> channels = {&light::red, &light::green, &light::blue};
	const float *const ink = glyphs.stencils.data() + static_cast<std::size_t>(shown.glyph) * window_area;
	window result;
	for (std::size_t c = 0; c < 3; ++c) {
		const float paper = shown.paper.*channels[c];
		const float more = shown.ink.*channels[c] - paper;
		for (std::size_t i = 0; i < window_area; ++i)
			result[c][i] = paper * glyphs.whole[i] + more * ink[i];
	}
	return result;
}

color_errors::color_errors(const light_plane &wanted) : width_(wanted.width + 2 * color_reach) {
	constexpr std::array<float light::*, 3> channels = {&light::red, &light::green, &light::blue};
	const int height = wanted.height + 2 * color_reach;
	for (std::size_t c = 0; c < 3; ++c)
		light_[c] = blurred_along(blurred_along(with_margin(wanted, channels[c]), width_, 1), height, width_);
	sensitivity_.resize(light_[0].size());
	for (int y = color_reach; y < height - color_reach; ++y)
		for (int x = color_reach; x < width_ - color_reach; ++x) {
			const auto i = static_cast<std::size_t>(y * width_ + x);
			sensitivity_[i] = sensitivity(luminance({light_[0][i], light_[1][i], light_[2][i]}));
		}
	for (auto &channel : light_)
		for (float &value : channel)
			value = -value;
}

std::size_t color_errors::corner(int column, int row) const {
	return static_cast<std::size_t>(row * samples_down * width_ + column * samples_across);
}

void color_errors::add(const window &light, int column, int row, float sign) {
	for (std::size_t c = 0; c < 3; ++c) {
		float *const from = light_[c].data() + corner(column, row);
		for_window(width_, [&](std::size_t i, std::size_t at) { from[at] += sign * light[c][i]; });
	}
}

window color_errors::around(int column, int row) const {
	window result;
	for (std::size_t c = 0; c < 3; ++c) {
		const float *const from = light_[c].data() + corner(column, row);
		for_window(width_, [&](std::size_t i, std::size_t at) { result[c][i] = from[at]; });
	}
	return result;
}

std::array<float, window_area> color_errors::visibility(int column, int row, float usual) const {
	std::array<float, window_area> result;
	const float scale = 1 / sensitivity(usual);
	const float *const from = sensitivity_.data() + corner(column, row);
	for_window(width_, [&](std::size_t i, std::size_t at) {
		const float relative = scale * from[at];
		result[i] = std::min(relative * relative, most_visible);
	});
	return result;
}

} // namespace assetc
