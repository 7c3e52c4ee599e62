// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "steady_math.h"

#include <bit>
#include <cmath>
#include <cstdint>

namespace assetc {
namespace {

constexpr double ln_2 = 0.693147180559945309;

} // namespace

// x = mantissa * 2^exponent, and ln((1 + z) / (1 - z)) = 2 (z + z^3 / 3 + z^5 / 5 + ...).
double steady_logarithm(double x) {
	int exponent = 0;
	double mantissa = std::frexp(x, &exponent);
	if (mantissa < 0.70710678118654752) {
		mantissa *= 2;
		--exponent;
	}
	const double z = (mantissa - 1) / (mantissa + 1);
	double sum = 0;
	for (int odd = 15; odd > 0; odd -= 2)
		sum = sum * (z * z) + 1.0 / odd;
	return 2 * z * sum + exponent * ln_2;
}

double steady_exponential(double x) {
	const double whole = std::floor(x / ln_2 + 0.5);
	const double rest = x - whole * ln_2;
	double sum = 1;
	for (int i = 14; i > 0; --i)
		sum = 1 + rest * sum / i;
	return std::ldexp(sum, static_cast<int>(whole));
}

double steady_power(double x, double exponent) {
	return x > 0 ? steady_exponential(exponent * steady_logarithm(x)) : 0;
}

double steady_cube_root(double x) {
	constexpr double smallest = 1e-30; // what is below is nothing
	if (x < smallest)
		return 0;
	// The bits of a float are nearly its logarithm: a third of them, and two thirds of what stands for 1, is within
	// 4 % of the root. Halley's step cubes the error.
	double root = std::bit_cast<float>(std::bit_cast<std::uint32_t>(static_cast<float>(x)) / 3 + 709921077);
	for (int i = 0; i < 2; ++i) {
		const double cube = root * root * root;
		root *= (cube + 2 * x) / (2 * cube + x);
	}
	return root;
}

} // namespace assetc
