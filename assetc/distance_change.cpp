// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "distance_change.h"

#include "resample.h"
#include "seen_text.h"

#include <algorithm>

namespace assetc {
namespace {

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

// The change of a text with room for a sample more all around, where it is as beyond the edges.
void surround(distance_change &change, const frame &samples, const float *gains, std::ptrdiff_t stride,
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

double gained_slopes(distance_change &change, const way_seen &of, const distance_seen &in, std::ptrdiff_t stride) {
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
void find_samples(distance_change &change, way_change &way, const way_seen &of, const distance_seen &in,
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
void find_windows(distance_change &change, way_change &way, const way_seen &of, const distance_seen &in) {
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
			       gains_in(way.windows, y, wide), of.text.similar.data() + here, fit_of_windows(of),
			       static_cast<int>(wide));
	}
	way.sums.similar = total(similar);
}

void take_way(way_seen &of, const way_change &way, const distance_change &change, const distance_seen &in) {
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
	of.text.sums = sum(of.text.sums, way.sums);
}

} // namespace

void change_close(distance_change &change, const frame &samples, const glyph_view &then, const glyph_view &now,
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

void change_far(distance_change &change, const distance_change &closer, const distance_seen &in) {
	const box &from = closer.samples;
	const line_part in_rows = shown(in.across, from.x, from.width),
			in_columns = shown(in.down, from.y, from.height);
	change.samples = {in_rows.first, in_columns.first, in_rows.count, in_columns.count};
	const int stride = whole_blocks(in_rows.count);
	change.rows.resize(static_cast<std::size_t>(stride * (from.height + rows_together - 1)));
	spread_across(change.rows.data(), stride, closer.lighter.data(), whole_blocks(from.width), from.height,
		      in.across, in_rows);
	change.lighter.assign(static_cast<std::size_t>(stride * (in_columns.count + rows_together - 1)), 0);
	spread_down(change.lighter.data(), change.rows.data(), stride, in.down, in_columns);
}

double gain_of(distance_change &change, const distance_seen &in) {
	const box &at = change.samples;
	const line_part across = shown(in.window_across, at.x, at.width);
	const line_part down = shown(in.window_down, at.y, at.height);
	change.windows = {across.first, down.first, across.count, down.count};
	sums_of_ways then;
	for (std::size_t i = 0; i < in.ways.size(); ++i) {
		find_samples(change, change.ways[i], in.ways[i], in, i == 0);
		find_windows(change, change.ways[i], in.ways[i], in);
		then[i] = sum(in.ways[i].text.sums, change.ways[i].sums);
	}
	return value_of(then, in) - in.value;
}

void take(const distance_change &change, distance_seen &in) {
	const box &at = change.samples;
	const int stride = whole_blocks(at.width);
	for (int y = 0; y < at.height; ++y)
		for (int x = 0; x < at.width; ++x)
			in.light[in.samples.at(at.x + x, at.y + y)] +=
				change.lighter[static_cast<std::size_t>(y * stride + x)];
	for (std::size_t i = 0; i < in.ways.size(); ++i)
		take_way(in.ways[i], change.ways[i], change, in);
	follow_fit(in);
}

} // namespace assetc
