// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "likeness.h"

#include "blur.h"

#include <algorithm>
#include <cmath>

namespace assetc {
namespace {

// The windows are of eight pixels.
constexpr std::array<double, likeness_distances> windows = {16, 4, 1};

using pyramid = std::array<plane, likeness_distances>;

// The picture and what pulls at the text, blurred over two pixels, of which a sample itself is as much as a quarter of
// a pixel.
constexpr double blur_from_close = 1 - 1.0 / 16;

plane blurred_by(const plane &of, double variance) {
	return blurred(of, gaussian(variance), beyond_edges::the_edge);
}

plane halved(const plane &of) {
	plane result = {(of.width + 1) / 2, (of.height + 1) / 2, {}};
	result.at.reserve(static_cast<std::size_t>(result.width) * static_cast<std::size_t>(result.height));
	for (int y = 0; y < of.height; y += 2)
		for (int x = 0; x < of.width; x += 2)
			result.at.push_back(of.at[static_cast<std::size_t>(y * of.width + x)]);
	return result;
}

// The other way: zeros stand between.
plane doubled(const plane &of, int width, int height) {
	plane result = {width, height, std::vector<float>(static_cast<std::size_t>(width * height))};
	for (int y = 0; y < of.height; ++y)
		for (int x = 0; x < of.width; ++x)
			result.at[static_cast<std::size_t>(2 * y * width + 2 * x)] =
				of.at[static_cast<std::size_t>(y * of.width + x)];
	return result;
}

// How much faster than light its code value grows.
float code_slope(float light) {
	constexpr float step = 1.0F / 512;
	const float low = std::clamp(light - step, 0.0F, 1 - 2 * step);
	return (code_of(low + 2 * step) - code_of(low)) / (2 * step);
}

// Numbers in the place of levels.
template <typename Of> plane by_level(const level_plane &picture, Of of) {
	std::vector<float> table;
	for (int level = 0; level < brightness_levels; ++level)
		table.push_back(of(static_cast<float>(level) / (brightness_levels - 1)));
	plane result = {picture.width, picture.height, std::vector<float>(picture.at.size())};
	std::transform(picture.at.begin(), picture.at.end(), result.at.begin(),
		       [&](std::uint16_t level) { return table[level]; });
	return result;
}

double mean(const plane &of) {
	double sum = 0;
	for (const float value : of.at)
		sum += static_cast<double>(value);
	return sum / static_cast<double>(of.at.size());
}

// What gives a text the brightness of the picture, and the contrast that makes it most like it, but never inverted.
struct fitting {
	double text_mean = 0;
	double picture_mean = 0;
	double variance = 0; // of the text
	double contrast = 0;
};

fitting fit(const plane &text, const plane &picture) {
	fitting result = {mean(text), mean(picture)};
	double shared = 0;
	for (std::size_t i = 0; i < text.at.size(); ++i) {
		const double off = static_cast<double>(text.at[i]) - result.text_mean;
		result.variance += off * off;
		shared += off * (static_cast<double>(picture.at[i]) - result.picture_mean);
	}
	const auto count = static_cast<double>(text.at.size());
	result.variance /= count;
	result.contrast = result.variance > 1e-9 ? std::max(0.0, shared / count / result.variance) : 0;
	return result;
}

plane fitted(plane text, const fitting &by) {
	for (float &value : text.at)
		value = static_cast<float>(by.contrast * (static_cast<double>(value) - by.text_mean) + by.picture_mean);
	return text;
}

// From the pull on a fitted text to that on the text: the fitting itself follows what changes.
void pull_through(pull &on, const plane &text, const plane &picture, const fitting &by) {
	const double mean_slope = mean(on.slope);
	double by_contrast = 0;
	for (std::size_t i = 0; i < text.at.size(); ++i)
		by_contrast += static_cast<double>(on.slope.at[i]) * (static_cast<double>(text.at[i]) - by.text_mean);
	by_contrast /= std::max(by.variance, 1e-9) * static_cast<double>(text.at.size());
	for (std::size_t i = 0; i < text.at.size(); ++i) {
		const double text_off = static_cast<double>(text.at[i]) - by.text_mean;
		const double picture_off = static_cast<double>(picture.at[i]) - by.picture_mean;
		const double own = by.contrast * (static_cast<double>(on.slope.at[i]) - mean_slope);
		on.slope.at[i] = static_cast<float>(own + by_contrast * (picture_off - 2 * by.contrast * text_off));
		on.curvature.at[i] *= static_cast<float>(by.contrast * by.contrast);
	}
}

pull no_pull(const plane &like) {
	const plane nothing = {like.width, like.height, std::vector<float>(like.at.size())};
	return {nothing, nothing};
}

// A text fitted to one way to see its picture.
struct comparison {
	const plane &text;
	const seen_picture &picture;
	fitting with;
	plane shown;

	comparison(const plane &of_text, const seen_picture &of_picture)
	    : text(of_text), picture(of_picture), with(fit(text, picture.codes)), shown(fitted(text, with)) {}
};

// From one distance; `of_close` is what closeness counts there.
double compare(const comparison &in, std::size_t distance, double of_close, pull *by) {
	double result = of_similarity * similarity(in.shown, in.picture, of_similarity, by);
	if (has_contours(distance))
		result += of_contours * same_contours(in.shown, in.picture.codes, of_contours, by);
	if (of_close > 0 && by)
		closeness(in.shown, in.picture.codes, of_close, by);
	if (by)
		pull_through(*by, in.text, in.picture.codes, in.with);
	return result;
}

double decibels_of(const comparison &in) {
	return closeness(in.shown, in.picture.codes, 0, nullptr);
}

void add(pull &to, const pull &other) {
	add_scaled(to.slope.at.data(), other.slope.at.data(), 1, to.slope.at.size());
	add_scaled(to.curvature.at.data(), other.curvature.at.data(), 1, to.curvature.at.size());
}

// From the pull on code values to that on their light.
void pull_light(pull &on, const plane &light) {
	for (std::size_t i = 0; i < light.at.size(); ++i) {
		const float slope = code_slope(light.at[i]);
		on.slope.at[i] *= slope;
		on.curvature.at[i] *= slope * slope;
	}
}

// Both ways to look at it, from one distance.
double compare_both(const plane &text, const likeness_goal &picture, std::size_t distance, pull *by) {
	const plane codes = codes_of(text);
	const comparison as_light(codes, picture.as_light[distance]), as_codes(text, picture.as_codes[distance]);
	double result = 0, of_close = 0;
	if (has_closeness(distance)) {
		const double decibels = (decibels_of(as_light) + decibels_of(as_codes)) / 2;
		result = of_closeness * std::min(1.0, (decibels - not_close) / (very_close - not_close));
		of_close = decibels < very_close ? of_decibel : 0;
	}
	pull in_light = by ? no_pull(text) : pull();
	result += compare(as_light, distance, of_close, by ? &in_light : nullptr);
	result += compare(as_codes, distance, of_close, by);
	if (by) {
		pull_light(in_light, text);
		add(*by, in_light);
	}
	return result;
}

// From the pull on what is seen from a distance to that on what is seen from the one before.
pull pull_closer(const pull &far, const plane &like) {
	const auto closer = [&](const plane &of) {
		return blurred_by(doubled(of, like.width, like.height), blur_between);
	};
	return {closer(far.slope), closer(far.curvature)};
}

} // namespace

plane codes_of(plane light) {
	put_codes(light.at.data(), light.at.data(), light.at.size());
	return light;
}

plane seen_from_close(const plane &samples) {
	return blurred_by(samples, blur_from_close);
}

pyramid seen_from_all(plane close) {
	pyramid result = {std::move(close), {}, {}};
	for (std::size_t i = 1; i < likeness_distances; ++i)
		result[i] = halved(blurred_by(result[i - 1], blur_between));
	return result;
}

likeness_goal make_goal(const level_plane &picture) {
	pyramid codes = seen_from_all(seen_from_close(by_level(picture, [](float code) { return code; })));
	pyramid light = seen_from_all(seen_from_close(by_level(picture, light_of)));
	likeness_goal result;
	for (std::size_t i = 0; i < likeness_distances; ++i) {
		result.as_codes[i] = see(std::move(codes[i]), windows[i]);
		result.as_light[i] = see(codes_of(std::move(light[i])), windows[i]);
	}
	return result;
}

double likeness(const plane &close, const likeness_goal &picture, pull *by) {
	const pyramid seen = seen_from_all(close);
	double result = 0;
	pull far;
	for (std::size_t i = likeness_distances; i-- > 0;) {
		pull here = by ? no_pull(seen[i]) : pull();
		result += compare_both(seen[i], picture, i, by ? &here : nullptr);
		if (by && i + 1 < likeness_distances)
			add(here, pull_closer(far, seen[i]));
		far = std::move(here);
	}
	if (by)
		*by = {seen_from_close(far.slope), seen_from_close(far.curvature)};
	return result;
}

} // namespace assetc
