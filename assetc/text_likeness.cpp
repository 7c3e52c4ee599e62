// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "text_likeness.h"

#include "ripple.h"
#include "seen_text.h"

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

// What a text is multiplied with, and what is added, to fit it to its picture.
struct text_fit {
	double contrast = 0;
	double offset = 0;
};

// The similarity follows the fit in a straight line, about so far.
constexpr double small_step_of_contrast = 2.5e-4; // of all
constexpr double small_step_of_offset = 1e-4;

// The picture, as one way to look at it shows it.
struct picture_seen {
	std::vector<float> codes;
	std::vector<float> mean, variance; // in windows
	std::vector<float> slope_shares; // what a text's slopes, times the picture's, add up to by each of its samples
	double code_mean = 0;
	double code_variance = 0;
	double slopes_squared = 0;
};

// The text, as one way to look at it shows it.
struct text_seen {
	std::vector<float> text;                 // its edges continued
	std::vector<float> mean, square, shared; // in windows
	std::vector<float> similar;              // each window
	text_sums sums;
	text_fit fit;                            // that `similar` is with
	double per_contrast = 0, per_offset = 0; // what all windows gain by more of it
};

struct way_seen {
	picture_seen picture;
	text_seen text;
};

void add(text_sums &to, const text_sums &other) {
	to.text += other.text;
	to.squared += other.squared;
	to.shared += other.shared;
	to.similar += other.similar;
	to.slopes_squared += other.slopes_squared;
	to.slopes_shared += other.slopes_shared;
}

text_sums sum(const text_sums &a, const text_sums &b) {
	text_sums result = a;
	add(result, b);
	return result;
}

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

// What part of a line some of its samples show in.
line_part shown(const line_spread &spread, int from, int width) {
	line_part result = {from, width, spread.seen, 0};
	int end = 0;
	for (int i = from; i < from + width; ++i) {
		const auto at = static_cast<std::size_t>(i);
		result.first = std::min(result.first, spread.first[at]);
		end = std::max(end, spread.first[at] + spread.count[at]);
	}
	result.count = end - result.first;
	return result;
}

window_fit fit_of_windows(const text_fit &fit) {
	return {static_cast<float>(fit.contrast), static_cast<float>(fit.offset)};
}

window_rows rows_from(const way_seen &of, std::ptrdiff_t at) {
	return {of.text.mean.data() + at, of.text.square.data() + at, of.text.shared.data() + at,
		of.picture.mean.data() + at, of.picture.variance.data() + at};
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

} // namespace

// What is seen from one distance.
struct distance_seen {
	frame samples, windows;
	bool has_contours, has_closeness;
	int window_step;
	line_spread across, down; // of what is seen from the distance before
	line_spread window_across, window_down;
	std::vector<float> shares_across, shares_down; // see slope_shares()
	std::vector<float> light;
	std::array<way_seen, 2> ways; // as light, as codes
};

namespace {

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
	find_similar(similar.data(), rows_from(of, 0), fit_of_windows(by), similar.size());
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

// What a text gives to the likeness, but for closeness, with its fit of now.
double value_of(const text_sums &sums, const way_seen &of, const distance_seen &in) {
	const text_fit now = fit(sums, of.picture, in.samples.count());
	const double followed = of.text.per_contrast * (now.contrast - of.text.fit.contrast) +
				of.text.per_offset * (now.offset - of.text.fit.offset);
	const double result = of_similarity * (sums.similar + followed) / in.windows.count();
	if (!in.has_contours)
		return result;
	return result + of_contours * correlation({sums.slopes_squared, of.picture.slopes_squared, sums.slopes_shared});
}

// The change of a text with room for a sample more all around, where it is as beyond the edges.
void surround(text_change::distance &change, const frame &samples, const float *gains, std::ptrdiff_t stride,
	      std::ptrdiff_t slope_stride) {
	const box &at = change.samples;
	change.slopes.assign(static_cast<std::size_t>(slope_stride) * static_cast<std::size_t>(at.height + 5), 0);
	float *const first = change.slopes.data() + 2 * slope_stride + lanes;
	for (int y = 0; y < at.height; ++y) {
		float *const row = first + y * slope_stride;
		std::copy_n(gains + y * stride, at.width, row);
		if (at.x == 0)
			row[-1] = row[0];
		if (at.x + at.width == samples.width)
			row[at.width] = row[at.width - 1];
	}
	if (at.y == 0)
		std::copy_n(first, at.width, first - slope_stride);
	if (at.y + at.height == samples.height)
		std::copy_n(first + (at.height - 1) * slope_stride, at.width, first + at.height * slope_stride);
}

double gained_slopes(text_change::distance &change, const way_seen &of, const distance_seen &in,
		     std::ptrdiff_t stride) {
	const box &at = change.samples;
	const std::ptrdiff_t slope_stride = whole_blocks(at.width + 2) + 2 * lanes;
	surround(change, in.samples, change.gains.data(), stride, slope_stride);
	const int left = std::max(0, at.x - 1), right = std::min(in.samples.width, at.x + at.width + 1);
	const int top = std::max(0, at.y - 1), bottom = std::min(in.samples.height, at.y + at.height + 1);
	lane_sums gained{};
	for (int y = top; y < bottom; ++y)
		change_slopes(gained,
			      {change.slopes.data() + (y - at.y + 2) * slope_stride + lanes + left - at.x, slope_stride,
			       of.text.text.data() + in.samples.at(left, y), in.samples.stride,
			       in.shares_across.data() + lanes + left,
			       in.shares_down[static_cast<std::size_t>(lanes + y)]},
			      whole_blocks(right - left));
	return total(gained);
}

// Three rows for each row of samples or windows.
sample_gains gains_in(std::vector<float> &rows, std::ptrdiff_t row, std::ptrdiff_t stride) {
	float *const first = rows.data() + 3 * row * stride;
	return {first, first + stride, first + 2 * stride};
}

// The samples of a text as they become, and what they gain.
void find_samples(text_change::distance &change, text_change::way &way, const way_seen &of, const distance_seen &in,
		  bool as_light) {
	const box &at = change.samples;
	const std::ptrdiff_t stride = whole_blocks(at.width), room = stride * (3 * at.height + rows_together - 1);
	way.text.resize(static_cast<std::size_t>(stride * at.height));
	change.gains.resize(static_cast<std::size_t>(room));
	sample_sums sums;
	lane_sums shared_slopes{};
	for (int y = 0; y < at.height; ++y) {
		const auto here = in.samples.at(at.x, at.y + y);
		const float *const light = in.light.data() + here, *const lighter = change.lighter.data() + y * stride;
		const float *const before = of.text.text.data() + here;
		float *const text = way.text.data() + y * stride;
		for (std::ptrdiff_t x = 0; x < stride; ++x)
			text[x] = light[x] + lighter[x];
		if (as_light)
			put_codes(text, text, static_cast<std::size_t>(at.width));
		std::copy(before + at.width, before + stride, text + at.width);
		const sample_gains gains = gains_in(change.gains, y, stride);
		change_samples(gains, sums, text, before, of.picture.codes.data() + here, static_cast<int>(stride));
		if (in.has_contours)
			add_products(shared_slopes, gains.more, of.picture.slope_shares.data() + here,
				     static_cast<int>(stride));
	}
	way.sums = {total(sums.more), total(sums.more_squared), total(sums.more_shared), 0, 0, total(shared_slopes)};
	if (in.has_contours)
		way.sums.slopes_squared = gained_slopes(change, of, in, 3 * stride);
}

// What windows gain by that, and how similar they become.
void find_windows(text_change::distance &change, text_change::way &way, const way_seen &of, const distance_seen &in) {
	const box &at = change.samples, &windows = change.windows;
	const std::ptrdiff_t stride = whole_blocks(at.width), wide = whole_blocks(windows.width);
	change.rows.resize(static_cast<std::size_t>(wide * (3 * at.height + rows_together - 1)));
	spread_across(change.rows.data(), wide, change.gains.data(), stride, 3 * at.height, in.window_across,
		      {at.x, at.width, windows.x, windows.width});
	way.windows.assign(static_cast<std::size_t>(3 * wide * windows.height), 0);
	spread_down(way.windows.data(), change.rows.data(), 3 * wide, in.window_down,
		    {at.y, at.height, windows.y, windows.height});
	way.similar.resize(static_cast<std::size_t>(wide * windows.height));
	lane_sums similar{};
	for (int y = 0; y < windows.height; ++y) {
		const auto here = in.windows.at(windows.x, windows.y + y);
		change_similar(way.similar.data() + y * wide, similar, rows_from(of, here),
			       gains_in(way.windows, y, wide), of.text.similar.data() + here,
			       fit_of_windows(of.text.fit), static_cast<int>(wide));
	}
	way.sums.similar = total(similar);
}

double gain_from(text_change::distance &change, const distance_seen &in) {
	const box &at = change.samples;
	const line_part across = shown(in.window_across, at.x, at.width);
	const line_part down = shown(in.window_down, at.y, at.height);
	change.windows = {across.first, down.first, across.count, down.count};
	double result = 0, decibels_before = 0, decibels_then = 0;
	for (std::size_t i = 0; i < in.ways.size(); ++i) {
		const way_seen &of = in.ways[i];
		find_samples(change, change.ways[i], of, in, i == 0);
		find_windows(change, change.ways[i], of, in);
		const text_sums then = sum(of.text.sums, change.ways[i].sums);
		result += value_of(then, of, in) - value_of(of.text.sums, of, in);
		if (in.has_closeness) {
			decibels_before += decibels(of.text.sums, of.picture, in.samples.count());
			decibels_then += decibels(then, of.picture, in.samples.count());
		}
	}
	return result + value_of_decibels(decibels_then) - value_of_decibels(decibels_before);
}

// What gets lighter around a cell, seen from the first distance.
void change_close(text_change::distance &change, const frame &samples, const glyph_view &then, const glyph_view &now,
		  int left, int top) {
	const int x = std::max(0, left), y = std::max(0, top);
	change.samples = {x, y, std::min(samples.width, left + seen_width) - x,
			  std::min(samples.height, top + seen_height) - y};
	const int stride = whole_blocks(change.samples.width);
	change.lighter.assign(static_cast<std::size_t>(stride * (change.samples.height + rows_together - 1)), 0);
	const float *from_then = then.data(), *from_now = now.data();
	for (int from_y = 0; from_y < seen_height; ++from_y) {
		float *const row = change.lighter.data() + (mirrored(top + from_y, samples.height) - y) * stride;
		for (int from_x = 0; from_x < seen_width; ++from_x)
			row[mirrored(left + from_x, samples.width) - x] += *from_then++ - *from_now++;
	}
}

// And from another.
void change_far(text_change::distance &change, const text_change::distance &closer, const line_spread &across,
		const line_spread &down) {
	const box &from = closer.samples;
	const line_part in_rows = shown(across, from.x, from.width), in_columns = shown(down, from.y, from.height);
	change.samples = {in_rows.first, in_columns.first, in_rows.count, in_columns.count};
	const int stride = whole_blocks(in_rows.count);
	change.rows.resize(static_cast<std::size_t>(stride * (from.height + rows_together - 1)));
	spread_across(change.rows.data(), stride, closer.lighter.data(), whole_blocks(from.width), from.height, across,
		      in_rows);
	change.lighter.assign(static_cast<std::size_t>(stride * (in_columns.count + rows_together - 1)), 0);
	spread_down(change.lighter.data(), change.rows.data(), stride, down, in_columns);
}

void take_way(way_seen &of, const text_change::way &way, const text_change::distance &change, const distance_seen &in) {
	const box &at = change.samples, &windows = change.windows;
	const std::ptrdiff_t stride = whole_blocks(at.width), wide = whole_blocks(windows.width);
	for (int y = 0; y < at.height; ++y)
		std::copy_n(way.text.begin() + y * stride, at.width,
			    of.text.text.begin() + in.samples.at(at.x, at.y + y));
	continue_edges(of.text.text, in.samples);
	for (int y = 0; y < windows.height; ++y) {
		const auto here = in.windows.at(windows.x, windows.y + y);
		const auto gains = way.windows.begin() + 3 * y * wide;
		for (int x = 0; x < windows.width; ++x) {
			of.text.mean[here + x] += gains[x];
			of.text.square[here + x] += gains[wide + x];
			of.text.shared[here + x] += gains[2 * wide + x];
			of.text.similar[here + x] = way.similar[y * wide + x];
		}
	}
	add(of.text.sums, way.sums);
	if (has_gone_far(of, in.samples))
		refit(of, in);
}

} // namespace

plane seen_from_close(const std::vector<int> &chosen, const repertoire &glyphs, int columns) {
	const int rows = static_cast<int>(chosen.size()) / columns;
	plane result = {columns * samples_across, rows * samples_down, std::vector<float>(chosen.size() * cell_size)};
	for (int cell = 0; cell < columns * rows; ++cell) {
		const float *from = glyphs.seen(chosen[static_cast<std::size_t>(cell)]).data();
		const int column = cell % columns, row = cell / columns;
		const int left = column * samples_across - seen_reach, top = row * samples_down - seen_reach;
		const bool is_at_side = column == 0 || column == columns - 1;
		for (int y = top; y < top + seen_height; ++y, from += seen_width) {
			float *const to = result.at.data() +
					  static_cast<std::ptrdiff_t>(mirrored(y, result.height)) * result.width;
			if (is_at_side)
				for (int x = 0; x < seen_width; ++x)
					to[mirrored(left + x, result.width)] += from[x];
			else
				for (int x = 0; x < seen_width; ++x)
					to[left + x] += from[x];
		}
	}
	return result;
}

text_likeness::text_likeness(std::vector<int> chosen, int columns, const repertoire &glyphs, const likeness_goal &goal)
    : chosen_(std::move(chosen)), columns_(columns), glyphs_(glyphs), goal_(goal) {
	for (std::size_t i = 0; i < likeness_distances; ++i) {
		const seen_picture &picture = goal.as_codes[i];
		const int width = picture.codes.width, height = picture.codes.height, step = window_steps[i];
		const line_spread window_across = spread_of_window(width, picture.window, step);
		const line_spread window_down = spread_of_window(height, picture.window, step);
		distance_seen in = {frame(width, height),
				    frame(window_across.seen, window_down.seen),
				    has_contours(i),
				    has_closeness(i),
				    step,
				    {},
				    {},
				    trimmed(window_across, hardly_shows, spread_margin),
				    trimmed(window_down, hardly_shows, 0),
				    slope_shares(width),
				    slope_shares(height),
				    {},
				    {}};
		if (i > 0) {
			const plane &closer = goal.as_codes[i - 1].codes;
			const tap_row taps = gaussian(blur_between);
			in.across = trimmed(spread_by(closer.width, taps, 2), hardly_shows, spread_margin);
			in.down = trimmed(spread_by(closer.height, taps, 2), hardly_shows, 0);
		}
		in.ways[0].picture = see_picture(goal.as_light[i], in);
		in.ways[1].picture = see_picture(goal.as_codes[i], in);
		distances_.push_back(std::move(in));
	}
}

text_likeness::~text_likeness() = default;

double text_likeness::refresh() {
	const auto seen = seen_from_all(seen_from_close(chosen_, glyphs_, columns_));
	double result = 0;
	for (std::size_t i = 0; i < likeness_distances; ++i) {
		distance_seen &in = distances_[i];
		in.light = framed(seen[i], in.samples);
		see_text(in.ways[0], codes_of(seen[i]), goal_.as_light[i], in);
		see_text(in.ways[1], seen[i], goal_.as_codes[i], in);
		double decibels_now = 0;
		for (const way_seen &of : in.ways) {
			result += value_of(of.text.sums, of, in);
			decibels_now += decibels(of.text.sums, of.picture, in.samples.count());
		}
		if (in.has_closeness)
			result += value_of_decibels(decibels_now);
	}
	return result;
}

double text_likeness::gain(std::size_t cell, int glyph, text_change &change) const {
	change.cell = cell;
	change.glyph = glyph;
	const int column = static_cast<int>(cell) % columns_, row = static_cast<int>(cell) / columns_;
	auto &on = change.distances;
	change_close(on[0], distances_[0].samples, glyphs_.seen(glyph), glyphs_.seen(chosen_[cell]),
		     column * samples_across - seen_reach, row * samples_down - seen_reach);
	for (std::size_t i = 1; i < likeness_distances; ++i)
		change_far(on[i], on[i - 1], distances_[i].across, distances_[i].down);
	double result = 0;
	for (std::size_t i = 0; i < likeness_distances; ++i)
		result += gain_from(on[i], distances_[i]);
	return result;
}

void text_likeness::take(const text_change &change) {
	chosen_[change.cell] = change.glyph;
	for (std::size_t i = 0; i < likeness_distances; ++i) {
		const text_change::distance &on = change.distances[i];
		distance_seen &in = distances_[i];
		const int stride = whole_blocks(on.samples.width);
		for (int y = 0; y < on.samples.height; ++y)
			for (int x = 0; x < on.samples.width; ++x)
				in.light[in.samples.at(on.samples.x + x, on.samples.y + y)] +=
					on.lighter[static_cast<std::size_t>(y * stride + x)];
		for (std::size_t way = 0; way < in.ways.size(); ++way)
			take_way(in.ways[way], on.ways[way], on, in);
	}
}

} // namespace assetc
