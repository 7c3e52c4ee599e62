// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "color_tone.h"

#include "blur.h"

#include <algorithm>

namespace assetc {
namespace {

// As much as text is sharpened where detail is 1.
constexpr float sharpening = 0.4F;

// The variance of the blur that contours are told by, in samples.
constexpr double softness = 4;

// Darker than this, light has no colour worth keeping.
constexpr float darkest = 1e-4F;

void adjust(light_plane &picture, const draw_settings &settings) {
	for (light &one : picture.at)
		one = {light_of(adjusted(code_of(one.red), settings)), light_of(adjusted(code_of(one.green), settings)),
		       light_of(adjusted(code_of(one.blue), settings))};
}

// The eye compares code values, while a colour stays what it is if its light is multiplied.
void sharpen(light_plane &picture, float amount) {
	plane codes = {picture.width, picture.height, {}};
	for (const light &one : picture.at)
		codes.at.push_back(code_of(luminance(one)));
	const plane soft = blurred(codes, gaussian(softness), beyond_edges::the_edge);
	for (std::size_t i = 0; i < picture.at.size(); ++i) {
		const float code = codes.at[i] + amount * (codes.at[i] - soft.at[i]);
		light &one = picture.at[i];
		const float factor = light_of(std::clamp(code, 0.0F, 1.0F)) / std::max(luminance(one), darkest);
		one = {std::min(factor * one.red, 1.0F), std::min(factor * one.green, 1.0F),
		       std::min(factor * one.blue, 1.0F)};
	}
}

} // namespace

void tone_colors(light_plane &picture, const draw_settings &settings) {
	if (settings.contrast != 1 || settings.brightness != 0 || settings.gamma != 1)
		adjust(picture, settings);
	if (settings.detail != 1)
		sharpen(picture, sharpening * static_cast<float>(settings.detail - 1));
}

} // namespace assetc
