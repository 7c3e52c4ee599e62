// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "tone.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace assetc {
namespace {

constexpr float clipped_share = 0.03F; // of the darkest and of the brightest samples
constexpr float equalised_share = 0.2F;
constexpr float usual_sharpening = 0.4F;
constexpr int sharpening_radius = 10; // samples
constexpr float exponent = 1.3F;      // between code values, which the eye sees, and light, which glyphs add up

// Asked for at black and at white: a little beyond what glyphs can do, so that both come out clear.
constexpr float below = 0.1F;
constexpr float range = 1.12F;

using histogram = std::array<float, 1024>; // the share of samples that are darker

std::size_t level(float value) {
	return static_cast<std::size_t>(std::clamp(value, 0.0F, 1.0F) * 1023.0F);
}

histogram darker_shares(const plane &samples) {
	histogram counts{};
	for (float value : samples.at)
		counts[level(value)] += 1;
	float sum = 0;
	for (float &count : counts)
		count = (sum += count) / static_cast<float>(samples.at.size());
	return counts;
}

float level_at(const histogram &darker, float share) {
	return static_cast<float>(std::lower_bound(darker.begin(), darker.end(), share) - darker.begin()) / 1023.0F;
}

// A flat picture has no levels to stretch.
void stretch(plane &samples) {
	const histogram darker = darker_shares(samples);
	const float low = level_at(darker, clipped_share);
	const float high = level_at(darker, 1 - clipped_share);
	if (high - low < 0.02F)
		return;
	for (float &value : samples.at)
		value = std::clamp((value - low) / (high - low), 0.0F, 1.0F);
}

void equalise(plane &samples) {
	const histogram darker = darker_shares(samples);
	for (float &value : samples.at)
		value += equalised_share * (darker[level(value)] - value);
}

// The mean over 2 * radius + 1 neighbours in a line of samples `step` apart; the ends repeat.
void box_blur(float *line, int length, int step, int radius, std::vector<float> &copy) {
	copy.resize(static_cast<std::size_t>(length));
	for (int i = 0; i < length; ++i)
		copy[static_cast<std::size_t>(i)] = line[i * step];
	const auto old = [&](int i) { return copy[static_cast<std::size_t>(std::clamp(i, 0, length - 1))]; };
	double sum = 0;
	for (int i = -radius; i <= radius; ++i)
		sum += old(i);
	for (int i = 0; i < length; ++i) {
		line[i * step] = static_cast<float>(sum / (2 * radius + 1));
		sum += old(i + radius + 1) - old(i - radius);
	}
}

// Two boxes each way look much like a Gaussian.
plane blurred(plane samples, int radius) {
	std::vector<float> copy;
	for (int pass = 0; pass < 2; ++pass) {
		for (int y = 0; y < samples.height; ++y)
			box_blur(samples.at.data() + static_cast<std::ptrdiff_t>(y) * samples.width, samples.width, 1,
				 radius, copy);
		for (int x = 0; x < samples.width; ++x)
			box_blur(samples.at.data() + x, samples.height, samples.width, radius, copy);
	}
	return samples;
}

// What the user wants otherwise.
void adjust(plane &samples, const draw_settings &settings) {
	const auto contrast = static_cast<float>(settings.contrast);
	const auto brightness = static_cast<float>(settings.brightness);
	const auto exponent_wanted = static_cast<float>(1 / settings.gamma);
	for (float &value : samples.at) {
		value = std::clamp(0.5F + contrast * (value - 0.5F) + brightness, 0.0F, 1.0F);
		if (settings.gamma != 1)
			value = std::pow(value, exponent_wanted);
		if (settings.invert)
			value = 1 - value;
	}
}

void sharpen(plane &samples, float sharpening) {
	const plane soft = blurred(samples, sharpening_radius);
	for (std::size_t i = 0; i < samples.at.size(); ++i)
		samples.at[i] = std::clamp(samples.at[i] + sharpening * (samples.at[i] - soft.at[i]), 0.0F, 1.0F);
}

} // namespace

plane tone(plane brightness, float densest, const draw_settings &settings) {
	stretch(brightness);
	equalise(brightness);
	adjust(brightness, settings);
	sharpen(brightness, usual_sharpening * static_cast<float>(settings.detail));
	for (float &value : brightness.at)
		value = densest * (range * std::pow(value, exponent) - below);
	return brightness;
}

} // namespace assetc
