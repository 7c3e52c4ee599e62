// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// How alike two pictures of code values are in three ways, and what in one of them would have to change.
#pragma once

#include "blur.h"

namespace assetc {

// What a likeness gains, for each number of a plane, by a little more of it; and how fast that gain is used up. Others
// are added to it.
struct pull {
	plane slope;
	plane curvature; // 0 or more
};

// A picture that others are compared with, and what is seen of it through a Gaussian window.
struct seen_picture {
	plane codes;
	double window = 0; // variance
	plane mean;
	plane square; // the mean of the squares
};

// The constants of structural similarity, see similarity().
inline constexpr float steady_mean = 0.01F * 0.01F, steady_variance = 0.03F * 0.03F;

// A window as blurs one after another.
std::vector<tap_row> window_blurs(double variance);
plane through_window(plane of, double variance);

seen_picture see(plane codes, double window);

// Each gives a likeness, and adds to `by`, if it is there, `weight` times what that gains.

// Structural similarity in the mean of all windows, 1 for the same (Wang, Bovik, Sheikh, Simoncelli: Image Quality
// Assessment, 2004).
double similarity(const plane &text, const seen_picture &picture, double weight, pull *by);

// What slopes add up to over a whole picture: their squares, and their products with the other's.
struct contour_sums {
	double text = 0;
	double picture = 0;
	double both = 0;
};

// Their correlation, 0 where there are hardly any.
double correlation(const contour_sums &sums);

// How far a mean squared error is below 1, in decibels, 0 to 60.
double decibels_below(double error);

// The correlation of the slopes, -1 to 1: whether contours are in the same places and run the same way.
double same_contours(const plane &text, const plane &picture, double weight, pull *by);

// How far the mean squared error is below 1, in decibels, 0 to 60.
double closeness(const plane &text, const plane &picture, double weight, pull *by);

} // namespace assetc
