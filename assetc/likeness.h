// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// How much a text looks like a picture, and what would make it look more so.
#pragma once

#include "resample.h"
#include "similarity.h"

#include <array>

namespace assetc {

// Both are compared as they are seen from three distances: blurred over two, four and eight pixels of the console's
// font.
inline constexpr std::size_t likeness_distances = 3;

// A picture made ready to be compared with many texts: what is seen of it, as code values and as light.
struct likeness_goal {
	std::array<seen_picture, likeness_distances> as_codes;
	std::array<seen_picture, likeness_distances> as_light;
};

// What each way to look counts, of a likeness of 1 in all. Contours are looked for at the first two distances,
// closeness at the second.
inline constexpr double of_similarity = 0.5 / 6, of_contours = 0.25 / 4, of_closeness = 0.25;
inline constexpr double not_close = 10, very_close = 30; // decibels, in the mean of both ways to look
inline constexpr double of_decibel = of_closeness / 2 / (very_close - not_close); // of one way

constexpr bool has_contours(std::size_t distance) {
	return distance < 2;
}
constexpr bool has_closeness(std::size_t distance) {
	return distance == 1;
}

// What is seen from all distances of what is seen from the first. From each to the next it is blurred over so many
// samples, and of them every second one is seen in every second row.
inline constexpr double blur_between = 3; // variance
std::array<plane, likeness_distances> seen_from_all(plane close);

// Light as code values.
plane codes_of(plane light);

// What is seen from the first distance of samples, which are two pixels wide and high themselves.
plane seen_from_close(const plane &samples);

// The picture has at least 4x8 samples.
likeness_goal make_goal(const level_plane &picture);

// 1 for the same, about 0 for what has nothing in common: half of it structural similarity, a quarter whether contours
// are the same, a quarter how close both are. The text may be darker or have less contrast than the picture. `close`
// is the share of light that is seen in each sample of the text from the first distance; it has the picture's size.
// With `by`, whose planes have that size, also what the likeness gains by more light in each sample itself.
double likeness(const plane &close, const likeness_goal &picture, pull *by = nullptr);

} // namespace assetc
