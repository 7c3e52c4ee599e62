// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "tone.h"

#include "every_simd.h"
#include "eye.h"
#include "steady_math.h"

#include <algorithm>
#include <cmath>
#include <numeric>

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

// Adds what a row of samples has to the means of its blocks.
ASSETC_EVERY_SIMD
void add_to_means(float *__restrict means, const float *__restrict from, std::size_t blocks) {
	for (std::size_t x = 0; x < blocks; ++x, from += block)
		means[x] += (from[0] + from[1] + from[2] + from[3]) / (block * block);
}

// The mean of each block.
plane shrunk(const plane &samples) {
	plane result = {samples.width / block, samples.height / block, {}};
	const auto width = static_cast<std::size_t>(result.width);
	result.at.resize(width * static_cast<std::size_t>(result.height));
	for (int y = 0; y < samples.height; ++y)
		add_to_means(result.at.data() + static_cast<std::size_t>(y / block) * width,
			     samples.at.data() + static_cast<std::ptrdiff_t>(y) * samples.width, width);
	return result;
}

using five_rows = std::array<const float *, 5>;

ASSETC_EVERY_SIMD
void take_mean(float *__restrict to, const five_rows &of, std::size_t count) {
	const five_rows from = of; // which nothing overwrites
	for (std::size_t i = 0; i < count; ++i)
		to[i] = (from[0][i] + from[1][i] + from[2][i] + from[3][i] + from[4][i]) / 5;
}

// The mean over five neighbours in a row; the ends repeat. `copy` has room for two more on each side.
void blur_row(float *row, std::size_t count, float *copy) {
	std::fill_n(copy, 2, row[0]);
	std::copy_n(row, count, copy + 2);
	std::fill_n(copy + 2 + count, 2, row[count - 1]);
	take_mean(row, {copy, copy + 1, copy + 2, copy + 3, copy + 4}, count);
}

// The same over five rows.
plane blurred_down(const plane &samples) {
	plane result = {samples.width, samples.height, std::vector<float>(samples.at.size())};
	const auto row = [&](int y) {
		return samples.at.data() +
		       static_cast<std::ptrdiff_t>(std::clamp(y, 0, samples.height - 1)) * samples.width;
	};
	for (int y = 0; y < samples.height; ++y)
		take_mean(result.at.data() + static_cast<std::ptrdiff_t>(y) * samples.width,
			  {row(y - 2), row(y - 1), row(y), row(y + 1), row(y + 2)},
			  static_cast<std::size_t>(samples.width));
	return result;
}

// Twice a mean over five looks much like a Gaussian.
void blur(plane &samples) {
	const auto width = static_cast<std::size_t>(samples.width);
	std::vector<float> copy(width + 4);
	for (int y = 0; y < samples.height; ++y)
		for (int pass = 0; pass < 2; ++pass)
			blur_row(samples.at.data() + static_cast<std::size_t>(y) * width, width, copy.data());
	samples = blurred_down(blurred_down(samples));
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

ASSETC_EVERY_SIMD
void mix(float *__restrict to, const float *__restrict first, const float *__restrict second, float share,
	 std::size_t count) {
	for (std::size_t x = 0; x < count; ++x)
		to[x] = first[x] + share * (second[x] - first[x]);
}

// `mixed` has one block more on each side.
ASSETC_EVERY_SIMD
void widen_row(float *__restrict to, const float *__restrict mixed, std::size_t blocks) {
	for (std::size_t x = 0; x < blocks; ++x) {
		const float left = mixed[x], here = mixed[x + 1], right = mixed[x + 2];
		to[block * x] = left + 0.625F * (here - left);
		to[block * x + 1] = left + 0.875F * (here - left);
		to[block * x + 2] = here + 0.125F * (right - here);
		to[block * x + 3] = here + 0.375F * (right - here);
	}
}

// One row at the samples' size, from rows of blocks, each value at the middle of its block.
void widen(std::vector<float> &row, std::vector<float> &mixed, const plane &blocks, int y) {
	const between rows = blocks_around(y, blocks.height);
	const auto count = static_cast<std::size_t>(blocks.width);
	mixed.resize(count + 2);
	mix(mixed.data() + 1, blocks.at.data() + static_cast<std::ptrdiff_t>(rows.first) * blocks.width,
	    blocks.at.data() + static_cast<std::ptrdiff_t>(rows.second) * blocks.width, rows.share, count);
	mixed.front() = mixed[1];
	mixed.back() = mixed[count];
	widen_row(row.data(), mixed.data(), count);
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

ASSETC_EVERY_SIMD
void see(std::uint8_t *__restrict to, const std::int32_t *__restrict levels_of, std::size_t count) {
	for (std::size_t x = 0; x < count; ++x)
		to[x] = static_cast<std::uint8_t>(levels_of[x] / (brightness_levels / 256));
}

// Calls take(first, levels) with each row of what is shown, once it is sharpened; `first` is the number of its first
// sample.
template <typename Take>
void each_sharp_row(const level_plane &brightness, const tone_curve &from, float sharpening, Take take) {
	const float *const shown = from.data();
	const auto width = static_cast<std::size_t>(brightness.width);
	plane values = {brightness.width, brightness.height, std::vector<float>(brightness.at.size())};
	std::transform(brightness.at.begin(), brightness.at.end(), values.at.begin(),
		       [&](std::uint16_t level) { return shown[level]; });
	plane soft = shrunk(values);
	blur(soft);
	std::vector<float> around(width), mixed;
	std::vector<std::int32_t> sharp(width);
	for (int y = 0; y < brightness.height; ++y) {
		const std::size_t first = static_cast<std::size_t>(y) * width;
		widen(around, mixed, soft, y);
		sharpen(sharp.data(), values.at.data() + first, around.data(), sharpening, width);
		take(first, sharp.data());
	}
}

constexpr float usual_sharpening = 0.4F;

tone_curve plain_curve(const draw_settings &settings) {
	tone_curve result;
	for (std::size_t i = 0; i < levels; ++i) {
		const float value = adjusted(value_of(i), settings);
		result[i] = settings.invert ? 1 - value : value;
	}
	return result;
}

} // namespace

level_shares darker_shares(const level_plane &samples) {
	constexpr std::size_t counters = 4; // in turn, since in a flat picture one would wait for itself
	std::array<std::array<std::int32_t, counters>, levels> counts{};
	int all = 0;
	for (int y = 0; y < samples.height; y += 2) { // every second row tells enough
		const auto *const row = samples.at.data() + static_cast<std::ptrdiff_t>(y) * samples.width;
		for (std::size_t x = 0; x < static_cast<std::size_t>(samples.width); ++x)
			++counts[row[x]][x % counters];
		all += samples.width;
	}
	level_shares shares;
	int sum = 0;
	for (std::size_t i = 0; i < levels; ++i)
		shares[i] = static_cast<float>(sum = std::accumulate(counts[i].begin(), counts[i].end(), sum)) /
			    static_cast<float>(all);
	return shares;
}

float distance(const level_shares &a, const level_shares &b) {
	float sum = 0;
	for (std::size_t i = 0; i < levels; ++i)
		sum += std::abs(a[i] - b[i]);
	return sum / levels;
}

tone_curve make_tone_curve(const level_shares &darker, const draw_settings &settings, std::size_t recipe) {
	return make_curve(darker, settings, recipes[recipe]);
}

toned_picture tone(const level_plane &brightness, const tone_curve &curve, float densest, const draw_settings &settings,
		   std::size_t recipe) {
	const float *const ink = ink_curve(recipe).data();
	const auto width = static_cast<std::size_t>(brightness.width);
	const float sharpening = recipes[recipe].sharpening * static_cast<float>(settings.detail);
	toned_picture result = {{brightness.width, brightness.height, std::vector<float>(brightness.at.size())},
				std::vector<std::uint8_t>(brightness.at.size())};
	each_sharp_row(brightness, curve, sharpening, [&](std::size_t first, const std::int32_t *level) {
		see(result.seen.data() + first, level, width);
		for (std::size_t x = 0; x < width; ++x)
			result.wanted.at[first + x] = densest * ink[level[x]];
	});
	return result;
}

level_plane adjusted(const level_plane &brightness, const draw_settings &settings) {
	const tone_curve shown = plain_curve(settings);
	const float sharpening = usual_sharpening * static_cast<float>(settings.detail - 1);
	const auto width = static_cast<std::size_t>(brightness.width);
	level_plane result = {brightness.width, brightness.height, std::vector<std::uint16_t>(brightness.at.size())};
	each_sharp_row(brightness, shown, sharpening, [&](std::size_t first, const std::int32_t *level) {
		std::copy_n(level, width, result.at.data() + first);
	});
	return result;
}

} // namespace assetc
