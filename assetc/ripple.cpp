// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "ripple.h"

#include "every_simd.h"
#include "similarity.h"

namespace assetc {
namespace {

// A block in one register or two; and wherever it lies in memory. Compilers would not take rows as short as these for
// loops that are worth it.
using lane_vector [[gnu::vector_size(lanes * sizeof(float))]] = float;
struct [[gnu::packed, gnu::may_alias]] block {
	lane_vector numbers;
};

inline const block &at(const float *first) {
	return *reinterpret_cast<const block *>(first);
}
inline block &at(float *first) {
	return *reinterpret_cast<block *>(first);
}
inline block &at(lane_sums &sums) {
	return at(sums.data());
}

struct fit_constants {
	float contrast, offset, contrast_squared;

	explicit fit_constants(const window_fit &by)
	    : contrast(by.contrast), offset(by.offset), contrast_squared(by.contrast * by.contrast) {}
};

// Numbers are float or lane_vector.
template <typename Numbers>
inline void find_similar_in(Numbers &similar, const Numbers &mean, const Numbers &square, const Numbers &shared,
			    const Numbers &picture_mean, const Numbers &picture_variance, const fit_constants &by) {
	const Numbers fitted = by.contrast * mean + by.offset;
	const Numbers both = by.contrast * (shared - mean * picture_mean);
	const Numbers variance = by.contrast_squared * (square - mean * mean);
	similar = (2 * fitted * picture_mean + steady_mean) * (2 * both + steady_variance) /
		  ((fitted * fitted + picture_mean * picture_mean + steady_mean) *
		   (variance + picture_variance + steady_variance));
}

} // namespace

ASSETC_EVERY_SIMD
void spread_across(float *__restrict to, std::ptrdiff_t to_stride, const float *__restrict source,
		   std::ptrdiff_t source_stride, int height, const line_spread &spread, const line_part &part) {
	static_assert(rows_together == 4);
	for (int first_lane = 0; first_lane < part.count; first_lane += lanes)
		for (int y = 0; y < height; y += rows_together) {
			const float *from = source + y * source_stride;
			lane_vector first{}, second{}, third{}, fourth{};
			for (int x = 0; x < part.width; ++x, ++from) {
				const int sample = part.from + x;
				const int here =
					part.first + first_lane - spread.first[static_cast<std::size_t>(sample)];
				const lane_vector weights = at(spread.of(sample) + here).numbers;
				first += weights * from[0];
				second += weights * from[source_stride];
				third += weights * from[2 * source_stride];
				fourth += weights * from[3 * source_stride];
			}
			float *const shown = to + y * to_stride + first_lane;
			at(shown).numbers = first;
			at(shown + to_stride).numbers = second;
			at(shown + 2 * to_stride).numbers = third;
			at(shown + 3 * to_stride).numbers = fourth;
		}
}

ASSETC_EVERY_SIMD
void spread_down(float *__restrict to, const float *__restrict source, std::ptrdiff_t stride, const line_spread &spread,
		 const line_part &part) {
	for (int y = 0; y < part.width; ++y, source += stride) {
		const auto sample = static_cast<std::size_t>(part.from + y);
		const float *const weights = spread.of(part.from + y);
		float *row = to + (spread.first[sample] - part.first) * stride;
		for (int k = 0; k < spread.count[sample]; ++k, row += stride)
			for (std::ptrdiff_t i = 0; i < stride; i += lanes)
				at(row + i).numbers += weights[k] * at(source + i).numbers;
	}
}

ASSETC_EVERY_SIMD
void change_samples(const sample_gains &gains, sample_sums &sums, const float *now, const float *before,
		    const float *picture, int count) {
	for (int i = 0; i < count; i += lanes) {
		const lane_vector then = at(now + i).numbers, so_far = at(before + i).numbers, more = then - so_far;
		const lane_vector more_squared = then * then - so_far * so_far,
				  more_shared = more * at(picture + i).numbers;
		at(gains.more + i).numbers = more;
		at(gains.more_squared + i).numbers = more_squared;
		at(gains.more_shared + i).numbers = more_shared;
		at(sums.more).numbers += more;
		at(sums.more_squared).numbers += more_squared;
		at(sums.more_shared).numbers += more_shared;
	}
}

ASSETC_EVERY_SIMD
void find_similar(float *__restrict similar, const window_rows &windows, const window_fit &by, std::size_t count) {
	const window_rows in = windows;
	const fit_constants fit(by);
	for (std::size_t i = 0; i < count; ++i)
		find_similar_in(similar[i], in.mean[i], in.square[i], in.shared[i], in.picture_mean[i],
				in.picture_variance[i], fit);
}

ASSETC_EVERY_SIMD
void change_similar(float *similar, lane_sums &gained, const window_rows &windows, const sample_gains &gains,
		    const float *before, const window_fit &by, int count) {
	const fit_constants fit(by);
	for (int i = 0; i < count; i += lanes) {
		const lane_vector mean = at(windows.mean + i).numbers + at(gains.more + i).numbers;
		const lane_vector square = at(windows.square + i).numbers + at(gains.more_squared + i).numbers;
		const lane_vector shared = at(windows.shared + i).numbers + at(gains.more_shared + i).numbers;
		const lane_vector picture_mean = at(windows.picture_mean + i).numbers;
		const lane_vector picture_variance = at(windows.picture_variance + i).numbers;
		lane_vector then;
		find_similar_in(then, mean, square, shared, picture_mean, picture_variance, fit);
		at(similar + i).numbers = then;
		at(gained).numbers += then - at(before + i).numbers;
	}
}

ASSETC_EVERY_SIMD
void change_slopes(lane_sums &gained, const slope_row &in, int count) {
	for (int i = 0; i < count; i += lanes) {
		const float *const text = in.text + i, *const more = in.more + i;
		const lane_vector share = at(in.share_across + i).numbers;
		const lane_vector across = share * (at(text + 1).numbers - at(text - 1).numbers);
		const lane_vector more_across = share * (at(more + 1).numbers - at(more - 1).numbers);
		const lane_vector down =
			in.share_down * (at(text + in.text_stride).numbers - at(text - in.text_stride).numbers);
		const lane_vector more_down =
			in.share_down * (at(more + in.more_stride).numbers - at(more - in.more_stride).numbers);
		at(gained).numbers += more_across * (2 * across + more_across) + more_down * (2 * down + more_down);
	}
}

ASSETC_EVERY_SIMD
void add_products(lane_sums &to, const float *a, const float *b, int count) {
	for (int i = 0; i < count; i += lanes)
		at(to).numbers += at(a + i).numbers * at(b + i).numbers;
}

} // namespace assetc
