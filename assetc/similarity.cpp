// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "similarity.h"

#include "blur.h"
#include "every_simd.h"
#include "lanes.h"
#include "steady_math.h"

#include <algorithm>
#include <cmath>

namespace assetc {
namespace {

ASSETC_EVERY_SIMD
void multiply(float *__restrict to, const float *a, const float *b, std::size_t count) {
	for (std::size_t i = 0; i < count; ++i)
		to[i] = a[i] * b[i];
}

plane empty_like(const plane &of) {
	return {of.width, of.height, std::vector<float>(of.at.size())};
}

plane product(const plane &a, const plane &b) {
	plane result = empty_like(a);
	multiply(result.at.data(), a.at.data(), b.at.data(), a.at.size());
	return result;
}

double sum(const plane &of) {
	double result = 0;
	for (const float value : of.at)
		result += static_cast<double>(value);
	return result;
}

// What a window sees of the text, of its squares and of its products with the picture.
struct window_means {
	plane text;
	plane square;
	plane both;
};

// By how much the similarity in a window changes with each of them, in place of them.
ASSETC_EVERY_SIMD
void compare(float *__restrict similar, float *__restrict mean, float *__restrict square, float *__restrict both,
	     float *__restrict curvature, const float *__restrict picture, const float *__restrict picture_square,
	     std::size_t count) {
	for (std::size_t i = 0; i < count; ++i) {
		const float text_mean = mean[i], picture_mean = picture[i];
		const float means = 2 * text_mean * picture_mean + steady_mean;
		const float shared = 2 * (both[i] - text_mean * picture_mean) + steady_variance;
		const float squares = text_mean * text_mean + picture_mean * picture_mean;
		const float brightness = squares + steady_mean;
		const float variances = square[i] + picture_square[i] - squares + steady_variance;
		const float below = brightness * variances;
		similar[i] = means * shared / below;
		mean[i] = 2 * picture_mean * (shared - means) / below -
			  similar[i] * 2 * text_mean * (1 / brightness - 1 / variances);
		square[i] = -similar[i] / variances;
		both[i] = 2 * means / below;
		curvature[i] = 2 / variances;
	}
}

ASSETC_EVERY_SIMD
void add_slopes(float *__restrict to, const float *__restrict text, const float *__restrict picture,
		const float *__restrict by_mean, const float *__restrict by_square, const float *__restrict by_both,
		float weight, std::size_t count) {
	for (std::size_t i = 0; i < count; ++i)
		to[i] += weight * (by_mean[i] + 2 * text[i] * by_square[i] + picture[i] * by_both[i]);
}

// What the sample right of, or below, one differs by; between two neighbours, or at an edge to the only one.
struct neighbours {
	std::size_t before;
	std::size_t behind;
	float share; // of the difference between both
};

neighbours around(int at, int length, std::size_t step) {
	const bool first = at == 0, last = at == length - 1;
	return {first ? 0 : step, last ? 0 : step, first || last ? 1.0F : 0.5F};
}

// Calls take(i, across, down) with each sample and its neighbours.
template <typename Take> void each_with_neighbours(const plane &of, Take take) {
	std::size_t i = 0;
	for (int y = 0; y < of.height; ++y)
		for (int x = 0; x < of.width; ++x, ++i)
			take(i, around(x, of.width, 1), around(y, of.height, static_cast<std::size_t>(of.width)));
}

float slope(const plane &of, std::size_t i, const neighbours &in) {
	return in.share * (of.at[i + in.behind] - of.at[i - in.before]);
}

void add_contours(contour_sums &to, const plane &text, const plane &picture, std::size_t i, const neighbours &in) {
	const double of_text = static_cast<double>(slope(text, i, in));
	const double of_picture = static_cast<double>(slope(picture, i, in));
	to.text += of_text * of_text;
	to.picture += of_picture * of_picture;
	to.both += of_text * of_picture;
}

struct contour_lanes {
	lane_sums text{}, picture{}, both{};
};

// Of whole blocks of a row, none of whose samples is at an edge of it.
ASSETC_EVERY_SIMD
void add_contours(contour_lanes &to, const float *text, const float *picture, const neighbours &down, int blocks) {
	contour_lanes sums = to;
	for (int block = 0; block < blocks; ++block, text += lanes, picture += lanes)
		for (int k = 0; k < lanes; ++k) {
			const auto lane = static_cast<std::size_t>(k);
			const auto before = static_cast<std::ptrdiff_t>(down.before);
			const auto behind = static_cast<std::ptrdiff_t>(down.behind);
			const float text_across = 0.5F * (text[k + 1] - text[k - 1]);
			const float picture_across = 0.5F * (picture[k + 1] - picture[k - 1]);
			const float text_down = down.share * (text[k + behind] - text[k - before]);
			const float picture_down = down.share * (picture[k + behind] - picture[k - before]);
			sums.text[lane] += text_across * text_across + text_down * text_down;
			sums.picture[lane] += picture_across * picture_across + picture_down * picture_down;
			sums.both[lane] += text_across * picture_across + text_down * picture_down;
		}
	to = sums;
}

contour_sums sum_contours(const plane &text, const plane &picture) {
	contour_sums result;
	const int blocks = std::max(0, text.width - 2) / lanes;
	for (int y = 0; y < text.height; ++y) {
		const auto width = static_cast<std::size_t>(text.width), first = static_cast<std::size_t>(y) * width;
		const neighbours down = around(y, text.height, width);
		contour_lanes inner;
		add_contours(inner, text.at.data() + first + 1, picture.at.data() + first + 1, down, blocks);
		result.text += total(inner.text);
		result.picture += total(inner.picture);
		result.both += total(inner.both);
		for (int x = 0; x < text.width; x = x == 0 ? 1 + blocks * lanes : x + 1) {
			add_contours(result, text, picture, first + static_cast<std::size_t>(x),
				     around(x, text.width, 1));
			add_contours(result, text, picture, first + static_cast<std::size_t>(x), down);
		}
	}
	return result;
}

constexpr double hardly_any = 1e-9;

bool has_hardly_any(const contour_sums &sums) {
	return sums.text < hardly_any || sums.picture < hardly_any;
}

constexpr double decibels_of_logarithm = 10 / 2.302585092994046; // of the natural one

} // namespace

double correlation(const contour_sums &sums) {
	return has_hardly_any(sums) ? 0 : sums.both / std::sqrt(sums.text * sums.picture);
}

double decibels_below(double error) {
	return std::clamp(-decibels_of_logarithm * steady_logarithm(error + hardly_any), 0.0, 60.0);
}

std::vector<tap_row> window_blurs(double variance) {
	constexpr double widest = 8; // that a row of taps has room for
	const double times = std::ceil(variance / widest);
	return std::vector<tap_row>(static_cast<std::size_t>(times), gaussian(variance / times));
}

plane through_window(plane of, double variance) {
	for (const tap_row &taps : window_blurs(variance))
		of = blurred(of, taps, beyond_edges::the_edge);
	return of;
}

seen_picture see(plane codes, double window) {
	plane mean = through_window(codes, window);
	plane square = through_window(product(codes, codes), window);
	return {std::move(codes), window, std::move(mean), std::move(square)};
}

double similarity(const plane &text, const seen_picture &picture, double weight, pull *by) {
	const auto through = [&](const plane &of) { return through_window(of, picture.window); };
	window_means in = {through(text), through(product(text, text)), through(product(text, picture.codes))};
	plane similar = empty_like(text), curvature = empty_like(text);
	const std::size_t count = text.at.size();
	compare(similar.at.data(), in.text.at.data(), in.square.at.data(), in.both.at.data(), curvature.at.data(),
		picture.mean.at.data(), picture.square.at.data(), count);
	if (by) {
		const auto share = static_cast<float>(weight / static_cast<double>(count));
		add_slopes(by->slope.at.data(), text.at.data(), picture.codes.at.data(), through(in.text).at.data(),
			   through(in.square).at.data(), through(in.both).at.data(), share, count);
		add_scaled(by->curvature.at.data(), through(curvature).at.data(), share, count);
	}
	return sum(similar) / static_cast<double>(count);
}

double same_contours(const plane &text, const plane &picture, double weight, pull *by) {
	if (text.width < 2 || text.height < 2)
		return 0;
	const contour_sums sums = sum_contours(text, picture);
	const double same = correlation(sums);
	if (by && !has_hardly_any(sums)) {
		const auto of_picture = static_cast<float>(weight / std::sqrt(sums.text * sums.picture));
		const auto of_text = static_cast<float>(weight * same / sums.text);
		each_with_neighbours(text, [&](std::size_t i, const neighbours &across, const neighbours &down) {
			for (const neighbours &in : {across, down}) {
				const float gain =
					in.share * (of_picture * slope(picture, i, in) - of_text * slope(text, i, in));
				by->slope.at[i + in.behind] += gain;
				by->slope.at[i - in.before] -= gain;
			}
			by->curvature.at[i] += std::max(0.0F, of_text / 2);
		});
	}
	return same;
}

double closeness(const plane &text, const plane &picture, double weight, pull *by) {
	double sum = 0;
	for (std::size_t i = 0; i < text.at.size(); ++i) {
		const double error = static_cast<double>(text.at[i] - picture.at[i]);
		sum += error * error;
	}
	const auto count = static_cast<double>(text.at.size());
	const double error = sum / count;
	if (by) {
		const auto gain =
			static_cast<float>(weight * decibels_of_logarithm * 2 / ((error + hardly_any) * count));
		for (std::size_t i = 0; i < text.at.size(); ++i) {
			by->slope.at[i] -= gain * (text.at[i] - picture.at[i]);
			by->curvature.at[i] += gain;
		}
	}
	return decibels_below(error);
}

} // namespace assetc
