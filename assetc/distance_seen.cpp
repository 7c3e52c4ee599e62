// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "distance_seen.h"

#include <algorithm>
#include <cmath>

namespace assetc {
namespace {

// What shows less than this share of what shows most is left out, until the next refresh.
constexpr float hardly_shows = 0.004F;

// More than a change is wide, and a block.
constexpr int spread_margin = 32;

// Windows are looked through at every so manieth sample: eight pixels apart, as far as they see well.
constexpr std::array<int, likeness_distances> window_steps = {4, 2, 1};

// The similarity follows the fit in a straight line, about so far.
constexpr double small_step_of_contrast = 2.5e-4; // of all
constexpr double small_step_of_offset = 1e-4;

// What of a line's slopes the difference of two neighbours is: half; all of it at an edge, where one is the sample
// itself; nothing beyond.
std::vector<float> slope_shares(int length) {
	std::vector<float> result(static_cast<std::size_t>(length + 2 * lanes));
	if (length > 1)
		for (int i = 0; i < length; ++i)
			result[static_cast<std::size_t>(lanes + i)] = i == 0 || i == length - 1 ? 1.0F : 0.5F;
	return result;
}

line_spread spread_of_window(int length, double variance, int step) {
	const std::vector<tap_row> blurs = window_blurs(variance);
	line_spread result = spread_by(length, blurs.front(), blurs.size() == 1 ? step : 1);
	for (std::size_t i = 1; i < blurs.size(); ++i)
		result = then(result, spread_by(length, blurs[i], i + 1 == blurs.size() ? step : 1));
	return result;
}

double variance_of(const text_sums &sums, double count) {
	return sums.squared / count - sums.text / count * (sums.text / count);
}

text_fit fit(const text_sums &sums, const picture_seen &picture, double count) {
	constexpr double hardly_any = 1e-9;
	const double variance = variance_of(sums, count), mean = sums.text / count;
	const double shared = sums.shared / count - mean * picture.code_mean;
	text_fit result;
	result.contrast = variance > hardly_any ? std::max(0.0, shared / variance) : 0;
	result.offset = picture.code_mean - result.contrast * mean;
	return result;
}

double decibels(const text_sums &sums, const picture_seen &picture, double count) {
	const double contrast = fit(sums, picture, count).contrast;
	const double error = picture.code_variance - contrast * contrast * variance_of(sums, count);
	return decibels_below(std::max(0.0, error));
}

double value_of_decibels(double of_both_ways) {
	return of_decibel * (std::min(2 * very_close, of_both_ways) - 2 * not_close);
}

window_fit as_window_fit(const text_fit &fit) {
	return {static_cast<float>(fit.contrast), static_cast<float>(fit.offset)};
}

struct slopes_of {
	const distance_seen &in;
	const std::vector<float> &numbers;

	float across(int x, int y) const {
		const auto at = in.samples.at(x, y);
		return share_across(x) * (numbers[at + 1] - numbers[at - 1]);
	}
	float down(int x, int y) const {
		const auto at = in.samples.at(x, y);
		return share_down(y) * (numbers[at + in.samples.stride] - numbers[at - in.samples.stride]);
	}
	float share_across(int x) const { return in.shares_across[static_cast<std::size_t>(lanes + x)]; }
	float share_down(int y) const { return in.shares_down[static_cast<std::size_t>(lanes + y)]; }
};

void find_slope_shares(picture_seen &picture, const distance_seen &in) {
	std::vector<float> codes = picture.codes;
	continue_edges(codes, in.samples);
	const slopes_of slopes = {in, codes};
	picture.slope_shares.assign(in.samples.size(), 0);
	const auto share = [&](int x, int y) -> float & {
		return picture.slope_shares[in.samples.at(std::clamp(x, 0, in.samples.width - 1),
							  std::clamp(y, 0, in.samples.height - 1))];
	};
	each_sample(in.samples, [&](int x, int y) {
		const float across = slopes.across(x, y), down = slopes.down(x, y);
		picture.slopes_squared += static_cast<double>(across * across + down * down);
		share(x + 1, y) += across * slopes.share_across(x);
		share(x - 1, y) -= across * slopes.share_across(x);
		share(x, y + 1) += down * slopes.share_down(y);
		share(x, y - 1) -= down * slopes.share_down(y);
	});
}

picture_seen see_picture(const seen_picture &picture, const distance_seen &in) {
	picture_seen result;
	plane variance = picture.square;
	for (std::size_t i = 0; i < variance.at.size(); ++i)
		variance.at[i] -= picture.mean.at[i] * picture.mean.at[i];
	result.codes = framed(picture.codes, in.samples);
	result.mean = framed(picture.mean, in.windows, in.window_step);
	result.variance = framed(variance, in.windows, in.window_step);
	double squared = 0;
	for (const float code : picture.codes.at) {
		result.code_mean += static_cast<double>(code);
		squared += static_cast<double>(code) * static_cast<double>(code);
	}
	result.code_mean /= in.samples.count();
	result.code_variance = squared / in.samples.count() - result.code_mean * result.code_mean;
	find_slope_shares(result, in);
	return result;
}

double sum_similar(const way_seen &of, const frame &windows, const text_fit &by, std::vector<float> &similar) {
	similar.resize(windows.size());
	find_similar(similar.data(), rows_from(of, 0), as_window_fit(by), similar.size());
	double sum = 0;
	each_sample(windows, [&](int x, int y) { sum += static_cast<double>(similar[windows.at(x, y)]); });
	return sum;
}

void refit(way_seen &of, const distance_seen &in) {
	text_fit &by = of.text.fit;
	by = fit(of.text.sums, of.picture, in.samples.count());
	std::vector<float> similar;
	const auto slope = [&](double contrast, double offset) {
		const double more = sum_similar(of, in.windows, {by.contrast + contrast, by.offset + offset}, similar);
		const double less = sum_similar(of, in.windows, {by.contrast - contrast, by.offset - offset}, similar);
		return (more - less) / 2;
	};
	constexpr double step = 1e-3, least_step = 1e-6;
	const double of_contrast = std::max(least_step, step * by.contrast);
	of.text.per_contrast = slope(of_contrast, 0) / of_contrast;
	of.text.per_offset = slope(0, step) / step;
	of.text.sums.similar = sum_similar(of, in.windows, by, of.text.similar);
}

bool has_gone_far(const way_seen &of, const frame &samples) {
	const text_fit now = fit(of.text.sums, of.picture, samples.count()), &then = of.text.fit;
	return std::abs(now.contrast - then.contrast) > small_step_of_contrast * then.contrast ||
	       std::abs(now.offset - then.offset) > small_step_of_offset;
}

void see_text(way_seen &of, const plane &text, const seen_picture &picture, const distance_seen &in) {
	const auto through_windows = [&](const auto &number) {
		plane numbers = text;
		for (std::size_t i = 0; i < text.at.size(); ++i)
			numbers.at[i] = number(i);
		return framed(through_window(std::move(numbers), picture.window), in.windows, in.window_step);
	};
	text_sums sums;
	for (std::size_t i = 0; i < text.at.size(); ++i) {
		const auto number = static_cast<double>(text.at[i]);
		sums.text += number;
		sums.squared += number * number;
		sums.shared += number * static_cast<double>(picture.codes.at[i]);
	}
	of.text.text = framed(text, in.samples);
	continue_edges(of.text.text, in.samples);
	of.text.mean = through_windows([&](std::size_t i) { return text.at[i]; });
	of.text.square = through_windows([&](std::size_t i) { return text.at[i] * text.at[i]; });
	of.text.shared = through_windows([&](std::size_t i) { return text.at[i] * picture.codes.at[i]; });
	const slopes_of slopes = {in, of.text.text};
	each_sample(in.samples, [&](int x, int y) {
		const float across = slopes.across(x, y), down = slopes.down(x, y);
		const auto at = in.samples.at(x, y);
		sums.slopes_squared += static_cast<double>(across * across + down * down);
		sums.slopes_shared += static_cast<double>(of.text.text[at] * of.picture.slope_shares[at]);
	});
	of.text.sums = sums;
	refit(of, in);
}

// But for closeness. The similarity follows the fit.
double value_of(const text_sums &sums, const way_seen &of, const distance_seen &in) {
	const text_fit now = fit(sums, of.picture, in.samples.count());
	const double followed = of.text.per_contrast * (now.contrast - of.text.fit.contrast) +
				of.text.per_offset * (now.offset - of.text.fit.offset);
	const double result = of_similarity * (sums.similar + followed) / in.windows.count();
	if (!in.has_contours)
		return result;
	return result + of_contours * correlation({sums.slopes_squared, of.picture.slopes_squared, sums.slopes_shared});
}

sums_of_ways sums_now(const distance_seen &in) {
	return {in.ways[0].text.sums, in.ways[1].text.sums};
}

} // namespace

text_sums sum(const text_sums &a, const text_sums &b) {
	return {a.text + b.text,
		a.squared + b.squared,
		a.shared + b.shared,
		a.similar + b.similar,
		a.slopes_squared + b.slopes_squared,
		a.slopes_shared + b.slopes_shared};
}

distance_seen make_distance(const likeness_goal &goal, std::size_t distance) {
	const seen_picture &picture = goal.as_codes[distance];
	const int width = picture.codes.width, height = picture.codes.height, step = window_steps[distance];
	const line_spread window_across = spread_of_window(width, picture.window, step);
	const line_spread window_down = spread_of_window(height, picture.window, step);
	distance_seen made;
	made.samples = frame(width, height);
	made.windows = frame(window_across.seen, window_down.seen);
	made.has_contours = has_contours(distance);
	made.has_closeness = has_closeness(distance);
	made.window_step = step;
	made.window_across = trimmed(window_across, hardly_shows, spread_margin);
	made.window_down = trimmed(window_down, hardly_shows, 0);
	made.shares_across = slope_shares(width);
	made.shares_down = slope_shares(height);
	if (distance > 0) {
		const plane &closer = goal.as_codes[distance - 1].codes;
		const tap_row taps = gaussian(blur_between);
		made.across = trimmed(spread_by(closer.width, taps, 2), hardly_shows, spread_margin);
		made.down = trimmed(spread_by(closer.height, taps, 2), hardly_shows, 0);
	}
	made.ways[0].picture = see_picture(goal.as_light[distance], made);
	made.ways[1].picture = see_picture(picture, made);
	return made;
}

void see(distance_seen &in, const plane &light, const likeness_goal &goal, std::size_t distance) {
	in.light = framed(light, in.samples);
	see_text(in.ways[0], codes_of(light), goal.as_light[distance], in);
	see_text(in.ways[1], light, goal.as_codes[distance], in);
	in.value = value_of(sums_now(in), in);
}

double value_of(const sums_of_ways &sums, const distance_seen &in) {
	double result = 0, of_both_ways = 0;
	for (std::size_t i = 0; i < sums.size(); ++i) {
		result += value_of(sums[i], in.ways[i], in);
		if (in.has_closeness)
			of_both_ways += decibels(sums[i], in.ways[i].picture, in.samples.count());
	}
	return in.has_closeness ? result + value_of_decibels(of_both_ways) : result;
}

void follow_fit(distance_seen &in) {
	for (way_seen &of : in.ways)
		if (has_gone_far(of, in.samples))
			refit(of, in);
	in.value = value_of(sums_now(in), in);
}

window_fit fit_of_windows(const way_seen &of) {
	return as_window_fit(of.text.fit);
}

window_rows rows_from(const way_seen &of, std::ptrdiff_t at) {
	return {of.text.mean.data() + at, of.text.square.data() + at, of.text.shared.data() + at,
		of.picture.mean.data() + at, of.picture.variance.data() + at};
}

} // namespace assetc
