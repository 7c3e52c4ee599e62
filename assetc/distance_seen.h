// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// What is seen of a text and of its picture from one distance, and what is added up over all of it.
#pragma once

#include "framed_samples.h"
#include "likeness.h"
#include "line_spread.h"
#include "ripple.h"

namespace assetc {

// What is added up over all samples or windows of a text as one way to look at it shows it; or what a change adds.
struct text_sums {
	double text = 0;
	double squared = 0;
	double shared = 0; // times the picture
	double similar = 0;
	double slopes_squared = 0;
	double slopes_shared = 0;
};

text_sums sum(const text_sums &a, const text_sums &b);

// What a text is multiplied with, and what is added, to fit it to its picture.
struct text_fit {
	double contrast = 0;
	double offset = 0;
};

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

// What is seen from one distance.
struct distance_seen {
	frame samples, windows;
	bool has_contours = false, has_closeness = false;
	int window_step = 1;      // in samples
	line_spread across, down; // of what is seen from the distance before
	line_spread window_across, window_down;
	std::vector<float> shares_across, shares_down; // what of a slope the difference of two neighbours is
	std::vector<float> light;                      // the share of it in each sample
	std::array<way_seen, 2> ways;                  // as light, as codes
	double value = 0;                              // what the text gives to the likeness
};

// With nothing seen of a text yet.
distance_seen make_distance(const likeness_goal &goal, std::size_t distance);

// A text, of which so much light is seen.
void see(distance_seen &in, const plane &light, const likeness_goal &goal, std::size_t distance);

// What a text gives to the likeness for which that is added up.
using sums_of_ways = std::array<text_sums, 2>;
double value_of(const sums_of_ways &sums, const distance_seen &in);

// After a change, of which samples, windows and sums tell already.
void follow_fit(distance_seen &in);

// What find_similar() and change_similar() take: the fit, and the windows from one on.
window_fit fit_of_windows(const way_seen &of);
window_rows rows_from(const way_seen &of, std::ptrdiff_t at);

} // namespace assetc
