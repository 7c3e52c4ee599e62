// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
//
// CIELAB and sRGB as IEC 61966-2-1 and CIE 15 define them; the weights of lightness, chroma and hue are those of
// CIEDE2000 without its terms for single hues (Sharma, Wu and Dalal 2005).
#include "looks.h"

#include "steady_math.h"

#include <algorithm>
#include <cmath>

namespace assetc {
namespace {

constexpr double knee = 216.0 / 24389; // below it lightness is linear
constexpr double slope_below = 24389.0 / 27 / 116;

double lab_curve(double t) {
	return t > knee ? steady_cube_root(t) : slope_below * t + 4.0 / 29;
}

double lab_slope(double t) {
	if (t <= knee)
		return slope_below;
	const double root = steady_cube_root(t);
	return 1 / (3 * root * root);
}

// Rows: X, Y and Z over those of white.
using matrix = std::array<std::array<double, 3>, 3>;
constexpr matrix to_xyz = {{{0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047},
			    {0.2126729, 0.7151522, 0.0721750},
			    {0.0193339 / 1.08883, 0.1191920 / 1.08883, 0.9503041 / 1.08883}}};

// The first row of the result is lightness, then the two axes of colour, by light.
matrix lab_by_light(const std::array<double, 3> &xyz) {
	matrix result;
	for (std::size_t i = 0; i < 3; ++i) {
		const double x = lab_slope(xyz[0]) * to_xyz[0][i];
		const double y = lab_slope(xyz[1]) * to_xyz[1][i];
		const double z = lab_slope(xyz[2]) * to_xyz[2][i];
		result[0][i] = 116 * y;
		result[1][i] = 500 * (x - y);
		result[2][i] = 200 * (y - z);
	}
	return result;
}

struct lab {
	double lightness;
	double a;
	double b;
};

lab to_lab(const std::array<double, 3> &xyz) {
	const double y = lab_curve(xyz[1]);
	return {116 * y - 16, 500 * (lab_curve(xyz[0]) - y), 200 * (y - lab_curve(xyz[2]))};
}

// CIEDE2000 stretches red and green near grey.
double red_green_stretch(const lab &of) {
	const double chroma = std::sqrt(of.a * of.a + of.b * of.b);
	const double seventh = chroma * chroma * chroma * chroma * chroma * chroma * chroma;
	return 1.5 - 0.5 * std::sqrt(seventh / (seventh + 6103515625.0));
}

// The least light of each code value above 0.
std::array<float, 255> make_thresholds() {
	std::array<float, 255> thresholds{};
	for (std::size_t i = 0; i < thresholds.size(); ++i) {
		const double code = (static_cast<double>(i) + 0.5) / 255;
		thresholds[i] =
			static_cast<float>(code <= 0.04045 ? code / 12.92 : steady_power((code + 0.055) / 1.055, 2.4));
	}
	return thresholds;
}

std::uint8_t nearest_code(float light) {
	static const auto thresholds = make_thresholds();
	return static_cast<std::uint8_t>(std::upper_bound(thresholds.begin(), thresholds.end(), light) -
					 thresholds.begin());
}

} // namespace

light to_light(rgb8 code) {
	return {to_light(code.red), to_light(code.green), to_light(code.blue)};
}

rgb8 to_code(light of) {
	return {nearest_code(of.red), nearest_code(of.green), nearest_code(of.blue)};
}

float luminance(light of) {
	return 0.2126F * of.red + 0.7152F * of.green + 0.0722F * of.blue;
}

looks looks_near(light of) {
	std::array<double, 3> xyz{};
	for (std::size_t i = 0; i < 3; ++i)
		xyz[i] = to_xyz[i][0] * of.red + to_xyz[i][1] * of.green + to_xyz[i][2] * of.blue;
	const lab here = to_lab(xyz);
	const double stretch = red_green_stretch(here);
	const double a = here.a * stretch;
	const double chroma = std::sqrt(a * a + here.b * here.b);
	const double along = chroma > 1e-3 ? a / chroma : 1; // the direction of chroma
	const double across = chroma > 1e-3 ? here.b / chroma : 0;
	const double middle = (here.lightness - 50) * (here.lightness - 50);
	const double lightness_weight = 1 / (1 + 0.015 * middle / std::sqrt(20 + middle));
	const double chroma_weight = 1 / (1 + 0.045 * chroma);
	const double hue_weight = 1 / (1 + 0.015 * chroma);
	const matrix slopes = lab_by_light(xyz);
	looks result;
	for (std::size_t i = 0; i < 3; ++i) {
		const double red_green = stretch * slopes[1][i];
		const double blue_yellow = slopes[2][i];
		result.row_by_row[i] = static_cast<float>(lightness_weight * slopes[0][i]);
		result.row_by_row[3 + i] =
			static_cast<float>(chroma_weight * (along * red_green + across * blue_yellow));
		result.row_by_row[6 + i] = static_cast<float>(hue_weight * (along * blue_yellow - across * red_green));
	}
	return result;
}

float sensitivity(float luminance) {
	return static_cast<float>(lab_slope(luminance));
}

} // namespace assetc
