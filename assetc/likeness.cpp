// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "likeness.h"

#include "blur.h"
#include "steady_math.h"

#include <algorithm>
#include <cmath>

namespace assetc {
namespace {

// In samples of two pixels: from a blur over two to one over four, the variance of twelve, on a plane of half the size.
constexpr double blur_of_two = 4;
constexpr double from_two_to_four = 3;

plane halved(const plane &of) {
	plane result = {(of.width + 1) / 2, (of.height + 1) / 2, {}};
	for (int y = 0; y < of.height; y += 2)
		for (int x = 0; x < of.width; x += 2)
			result.at.push_back(of.at[static_cast<std::size_t>(y * of.width + x)]);
	return result;
}

plane seen_smaller(const plane &of, double variance) {
	return halved(blurred(of, gaussian(variance), beyond_edges::the_edge));
}

plane code_values_of(plane light) {
	for (float &value : light.at)
		value = code_of(value);
	return light;
}

plane product(const plane &a, const plane &b) {
	plane result = a;
	for (std::size_t i = 0; i < a.at.size(); ++i)
		result.at[i] *= b.at[i];
	return result;
}

double mean(const plane &of) {
	double sum = 0;
	for (const float value : of.at)
		sum += static_cast<double>(value);
	return sum / static_cast<double>(of.at.size());
}

// The text with the brightness of the picture, and with the contrast that makes it most like it, but never inverted.
plane fitted(plane text, const plane &picture) {
	const double text_mean = mean(text), picture_mean = mean(picture);
	const double variance = mean(product(text, text)) - text_mean * text_mean;
	const double shared = mean(product(text, picture)) - text_mean * picture_mean;
	const double contrast = variance > 1e-9 ? std::max(0.0, shared / variance) : 0;
	for (float &value : text.at)
		value = static_cast<float>(contrast * (static_cast<double>(value) - text_mean) + picture_mean);
	return text;
}

// Two pictures of code values; `variance` is that of the window in which they are compared.
double structural_similarity(const plane &a, const plane &b, double variance) {
	constexpr float steady_mean = 0.01F * 0.01F; // the constants of the paper
	constexpr float steady_variance = 0.03F * 0.03F;
	const tap_row window = gaussian(variance);
	const auto local = [&](const plane &of) { return blurred(of, window, beyond_edges::the_edge); };
	const plane mean_a = local(a), mean_b = local(b);
	const plane square_a = local(product(a, a)), square_b = local(product(b, b)), both = local(product(a, b));
	plane result = a;
	for (std::size_t i = 0; i < result.at.size(); ++i) {
		const float means = mean_a.at[i] * mean_b.at[i];
		const float squares = mean_a.at[i] * mean_a.at[i] + mean_b.at[i] * mean_b.at[i];
		const float variances = square_a.at[i] + square_b.at[i] - squares;
		const float shared = both.at[i] - means;
		result.at[i] = (2 * means + steady_mean) * (2 * shared + steady_variance) /
			       ((squares + steady_mean) * (variances + steady_variance));
	}
	return mean(result);
}

double similarity(const plane &text, const plane &picture, double window) {
	return structural_similarity(fitted(text, picture), picture, window);
}

// Numbers in the place of levels.
template <typename Of> plane by_level(const level_plane &picture, Of of) {
	std::vector<float> table;
	for (int level = 0; level < brightness_levels; ++level)
		table.push_back(of(static_cast<float>(level) / (brightness_levels - 1)));
	plane result = {picture.width, picture.height, {}};
	for (const std::uint16_t level : picture.at)
		result.at.push_back(table[level]);
	return result;
}

} // namespace

double likeness(const plane &text, const level_plane &picture) {
	const plane text_at_two = seen_smaller(text, blur_of_two);
	const plane text_at_four = seen_smaller(text_at_two, from_two_to_four);
	const plane codes_at_two = seen_smaller(by_level(picture, [](float code) { return code; }), blur_of_two);
	const plane codes_at_four = seen_smaller(codes_at_two, from_two_to_four);
	const plane light_at_two = seen_smaller(by_level(picture, light_of), blur_of_two);
	const plane light_at_four = seen_smaller(light_at_two, from_two_to_four);
	constexpr double window_at_two = 4, window_at_four = 1; // both of eight pixels
	return (similarity(text_at_two, codes_at_two, window_at_two) +
		similarity(text_at_four, codes_at_four, window_at_four) +
		similarity(code_values_of(text_at_two), code_values_of(light_at_two), window_at_two) +
		similarity(code_values_of(text_at_four), code_values_of(light_at_four), window_at_four)) /
	       4;
}

} // namespace assetc
