// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "tone.h"

#include "every_simd.h"
#include "eye.h"
#include "steady_math.h"

#include <algorithm>
#include <cmath>

namespace assetc {
namespace {

// Levels are stretched, evened out a little and sharpened, all as code values, which the eye sees; then they become
// light, which glyphs add up.
struct tone_recipe {
	float clipped;    // share of the darkest samples that are black, and of the brightest that are white
	float equalised;  // share of the histogram that is made even
	float sharpening; // of contours
	double exponent;  // between code values and light
	float below;      // black asks for less than nothing, and white for more than all, so that both come out
	float range;      // clear: white asks for range - below
};

// Found by trial with photographs, drawings and cartoons: of a few hundred recipes, those that together serve most.
constexpr std::array<tone_recipe, tone_recipes> recipes = {{
	{0.03F, 0.2F, 0.4F, 1.3, 0.1F, 1.12F},
	{0.015F, 0.1F, 0.2F, 1.3, 0.05F, 1.2F},
	{0.03F, 0.4F, 0.4F, 1.1, 0.3F, 1.2F},
	{0.005F, 0, 0.2F, 1.6, 0.1F, 1.5F},
	{0.015F, 0, 0.2F, 1.3, 0.1F, 1.5F},
	{0.015F, 0.2F, 0.2F, 1.3, 0.2F, 1.2F},
}};

// A function of brightness, by its level.
constexpr std::size_t levels = brightness_levels;
using curve = level_shares;

float value_of(std::size_t level) {
	return static_cast<float>(level) / (levels - 1);
}

std::size_t level_at(const curve &shares, float share) {
	return static_cast<std::size_t>(std::lower_bound(shares.begin(), shares.end(), share) - shares.begin());
}

// From the picture's brightness to the one to be drawn: levels stretched, evened out a little, adjusted. A flat
// picture has no levels to stretch.
curve make_curve(const level_shares &darker, const draw_settings &settings, const tone_recipe &recipe) {
	std::size_t low = level_at(darker, recipe.clipped);
	std::size_t high = level_at(darker, 1 - recipe.clipped);
	if (high < low + levels / 50) {
		low = 0;
		high = levels - 1;
	}
	curve result;
	for (std::size_t i = 0; i < levels; ++i) {
		const std::size_t kept = std::clamp(i, low, high);
		const float stretched = static_cast<float>(kept - low) / static_cast<float>(high - low);
		const float share = kept == high ? 1 : darker[kept];
		const float value = adjusted(stretched + recipe.equalised * (share - stretched), settings);
		result[i] = settings.invert ? 1 - value : value;
	}
	return result;
}

constexpr int block = 4; // samples; a cell is so wide, and twice as high
static_assert(samples_across == block && samples_down == 2 * block);

// The mean of each block.
plane shrunk(const plane &samples) {
	plane result = {samples.width / block, samples.height / block, {}};
	result.at.resize(static_cast<std::size_t>(result.width) * result.height);
	const float *from = samples.at.data();
	for (int y = 0; y < samples.height; ++y)
		for (int x = 0; x < result.width; ++x, from += block)
			result.at[static_cast<std::size_t>(y / block * result.width + x)] +=
				(from[0] + from[1] + from[2] + from[3]) / (block * block);
	return result;
}

// The mean over five neighbours in a line of samples `step` apart, twice, which looks much like a Gaussian; the ends
// repeat.
void blur_line(float *line, int length, int step) {
	std::vector<float> copy(static_cast<std::size_t>(length));
	for (int pass = 0; pass < 2; ++pass) {
		for (int i = 0; i < length; ++i)
			copy[static_cast<std::size_t>(i)] = line[i * step];
		const auto old = [&](int i) { return copy[static_cast<std::size_t>(std::clamp(i, 0, length - 1))]; };
		for (int i = 0; i < length; ++i)
			line[i * step] = (old(i - 2) + old(i - 1) + old(i) + old(i + 1) + old(i + 2)) / 5;
	}
}

void blur(plane &samples) {
	for (int y = 0; y < samples.height; ++y)
		blur_line(samples.at.data() + static_cast<std::ptrdiff_t>(y) * samples.width, samples.width, 1);
	for (int x = 0; x < samples.width; ++x)
		blur_line(samples.at.data() + x, samples.height, samples.width);
}

// Where a row of samples lies between the middles of blocks.
struct between {
	int first;
	int second;
	float share; // of the second
};

between blocks_around(int sample, int blocks) {
	const int offset = sample - block / 2;
	const int first = offset < 0 ? -1 : offset / block;
	const float share = (static_cast<float>(offset - first * block) + 0.5F) / block;
	return {std::max(first, 0), std::min(first + 1, blocks - 1), share};
}

// One row at the samples' size, from rows of blocks, each value at the middle of its block.
void widen(std::vector<float> &row, const plane &blocks, int y) {
	const between rows = blocks_around(y, blocks.height);
	const float *const first = blocks.at.data() + static_cast<std::ptrdiff_t>(rows.first) * blocks.width;
	const float *const second = blocks.at.data() + static_cast<std::ptrdiff_t>(rows.second) * blocks.width;
	const auto at = [&](int x) {
		x = std::clamp(x, 0, blocks.width - 1);
		return first[x] + rows.share * (second[x] - first[x]);
	};
	float left = at(0), here = at(0);
	float *to = row.data();
	for (int x = 0; x < blocks.width; ++x, to += block) {
		const float right = at(x + 1);
		to[0] = left + 0.625F * (here - left);
		to[1] = left + 0.875F * (here - left);
		to[2] = here + 0.125F * (right - here);
		to[3] = here + 0.375F * (right - here);
		left = here;
		here = right;
	}
}

// From code values to light, for all recipes.
using ink_curves = std::array<curve, tone_recipes>;

ink_curves make_ink_curves() {
	ink_curves result;
	for (std::size_t recipe = 0; recipe < tone_recipes; ++recipe)
		for (std::size_t i = 0; i < levels; ++i) {
			const auto &[clipped, equalised, sharpening, exponent, below, range] = recipes[recipe];
			result[recipe][i] = range * static_cast<float>(steady_power(value_of(i), exponent)) - below;
		}
	return result;
}

const curve &ink_curve(std::size_t recipe) {
	static const ink_curves made = make_ink_curves();
	return made[recipe];
}

// The level of each sample of a row, once what sets it off from its surroundings is made stronger.
ASSETC_EVERY_SIMD
void sharpen(std::int32_t *__restrict to, const float *__restrict values, const float *__restrict around,
	     float sharpening, std::size_t count) {
	for (std::size_t x = 0; x < count; ++x) {
		const float sharp = values[x] + sharpening * (values[x] - around[x]);
		const auto level = static_cast<std::int32_t>(sharp * (levels - 1));
		to[x] = std::min(std::max(level, 0), brightness_levels - 1);
	}
}

} // namespace

level_shares darker_shares(const level_plane &samples) {
	std::array<int, levels> counts{};
	int all = 0;
	for (int y = 0; y < samples.height; y += 2) { // every second row tells enough
		const auto row = samples.at.begin() + static_cast<std::ptrdiff_t>(y) * samples.width;
		std::for_each(row, row + samples.width, [&](std::uint16_t level) { ++counts[level]; });
		all += samples.width;
	}
	level_shares shares;
	int sum = 0;
	for (std::size_t i = 0; i < levels; ++i)
		shares[i] = static_cast<float>(sum += counts[i]) / static_cast<float>(all);
	return shares;
}

float distance(const level_shares &a, const level_shares &b) {
	float sum = 0;
	for (std::size_t i = 0; i < levels; ++i)
		sum += std::abs(a[i] - b[i]);
	return sum / levels;
}

toned_picture tone(const level_plane &brightness, const level_shares &darker, float densest,
		   const draw_settings &settings, std::size_t recipe) {
	const curve adjusted = make_curve(darker, settings, recipes[recipe]);
	const float *const shown = adjusted.data(), *const ink = ink_curve(recipe).data();
	const auto width = static_cast<std::size_t>(brightness.width);
	plane values = {brightness.width, brightness.height, std::vector<float>(brightness.at.size())};
	std::transform(brightness.at.begin(), brightness.at.end(), values.at.begin(),
		       [&](std::uint16_t level) { return shown[level]; });
	plane soft = shrunk(values);
	blur(soft);
	const float sharpening = recipes[recipe].sharpening * static_cast<float>(settings.detail);
	std::vector<float> around(width);
	std::vector<std::int32_t> sharp(width);
	const std::int32_t *const level = sharp.data();
	toned_picture result = {std::move(values), std::vector<std::uint8_t>(brightness.at.size())};
	for (int y = 0; y < brightness.height; ++y) {
		float *const row = result.wanted.at.data() + static_cast<std::size_t>(y) * width;
		std::uint8_t *const seen = result.seen.data() + static_cast<std::size_t>(y) * width;
		widen(around, soft, y);
		sharpen(sharp.data(), row, around.data(), sharpening, width);
		for (std::size_t x = 0; x < width; ++x) {
			row[x] = densest * ink[level[x]];
			seen[x] = static_cast<std::uint8_t>(level[x] / (brightness_levels / 256));
		}
	}
	return result;
}

} // namespace assetc
