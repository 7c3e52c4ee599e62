// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "color_errors.h"

#include <algorithm>

namespace assetc {
namespace {

// In the dark everything is visible, but nobody looks that closely.
constexpr float most_visible = 100;

constexpr std::array<float light::*, 3> channels = {&light::red, &light::green, &light::blue};

std::vector<float> with_margin(const light_plane &from, float light::*channel) {
	const int width = from.width + 2 * color_reach;
	std::vector<float> result(static_cast<std::size_t>(width) * (from.height + 2 * color_reach));
	for (int y = 0; y < from.height; ++y)
		for (int x = 0; x < from.width; ++x)
			result[static_cast<std::size_t>((y + color_reach) * width + x + color_reach)] =
				from.at[static_cast<std::size_t>(y * from.width + x)].*channel;
	return result;
}

// Adds the numbers, weighed by the tap, to those that are `ahead` behind them.
void add_tapped(std::vector<float> &to, const std::vector<float> &from, float tap, std::size_t ahead) {
	const std::size_t count = from.size() - ahead;
	const float *const forth = from.data();
	float *const back = to.data();
	for (std::size_t i = 0; i < count; ++i)
		back[i + ahead] += tap * forth[i];
	for (std::size_t i = 0; ahead > 0 && i < count; ++i)
		back[i] += tap * forth[i + ahead];
}

// One way: along samples that are `step` apart. The margin keeps lines from running into each other.
std::vector<float> blurred_along(const std::vector<float> &from, std::size_t step) {
	const auto &taps = color_taps();
	std::vector<float> result(from.size());
	for (std::size_t k = 0; k <= color_reach; ++k)
		add_tapped(result, from, taps[color_reach + k], k * step);
	return result;
}

} // namespace

window shown_by(const color_choice &cell, const color_repertoire &glyphs) {
	const float *const ink = glyphs.stencils.data() + static_cast<std::size_t>(cell.glyph) * window_area;
	window result;
	for (std::size_t c = 0; c < 3; ++c) {
		const float paper = cell.paper.*channels[c];
		const float more = cell.ink.*channels[c] - paper;
		for (std::size_t i = 0; i < window_area; ++i)
			result[c][i] = paper * glyphs.whole[i] + more * ink[i];
	}
	return result;
}

color_errors::color_errors(const light_plane &wanted) : width_(wanted.width + 2 * color_reach) {
	const int height = wanted.height + 2 * color_reach;
	for (std::size_t c = 0; c < 3; ++c)
		light_[c] = blurred_along(blurred_along(with_margin(wanted, channels[c]), 1),
					  static_cast<std::size_t>(width_));
	find_sensitivity(height);
	for (auto &channel : light_)
		for (float &value : channel)
			value = -value;
}

// Of a patch that the margin has a part of, the picture's part counts.
void color_errors::find_sensitivity(int height) {
	const auto is_inside = [&](int x, int y) {
		return x >= color_reach && x < width_ - color_reach && y >= color_reach && y < height - color_reach;
	};
	for (int patch_y = 0; patch_y < height; patch_y += patch_side)
		for (int patch_x = 0; patch_x < width_; patch_x += patch_side) {
			light sum;
			float samples = 0;
			for (int y = patch_y; y < patch_y + patch_side; ++y)
				for (int x = patch_x; x < patch_x + patch_side; ++x) {
					if (!is_inside(x, y))
						continue;
					const auto i = static_cast<std::size_t>(y * width_ + x);
					sum = {sum.red + light_[0][i], sum.green + light_[1][i],
					       sum.blue + light_[2][i]};
					++samples;
				}
			const float slope = samples > 0 ? sensitivity(luminance(sum) / samples) : 0;
			squared_sensitivity_.push_back(slope * slope * samples / (patch_side * patch_side));
		}
}

std::size_t color_errors::corner(int column, int row) const {
	return static_cast<std::size_t>(row * samples_down * width_ + column * samples_across);
}

void color_errors::add(const window &light, int column, int row) {
	for (std::size_t c = 0; c < 3; ++c) {
		float *to = light_[c].data() + corner(column, row);
		const float *from = light[c].data();
		for (int y = 0; y < window_height; ++y, to += width_, from += window_width)
			for (int x = 0; x < window_width; ++x)
				to[x] += from[x];
	}
}

window color_errors::around(int column, int row) const {
	window result;
	for (std::size_t c = 0; c < 3; ++c) {
		const float *from = light_[c].data() + corner(column, row);
		float *to = result[c].data();
		for (int y = 0; y < window_height; ++y, from += width_, to += window_width)
			std::copy_n(from, window_width, to);
	}
	return result;
}

patches color_errors::visibility(int column, int row, float usual) const {
	const float here = sensitivity(usual);
	const float scale = 1 / (here * here);
	const int across = width_ / patch_side;
	const float *from = squared_sensitivity_.data() + row * samples_down / patch_side * across +
			    column * samples_across / patch_side;
	patches result;
	for (std::size_t y = 0; y < patches_down; ++y, from += across)
		for (std::size_t x = 0; x < patches_across; ++x)
			result[y * patches_across + x] = std::min(scale * from[x], most_visible);
	return result;
}

} // namespace assetc
