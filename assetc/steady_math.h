// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Powers that are the same to the last bit on every machine: the C library's are not, since it takes other ways
// where the processor has fused operations. Only additions, products, quotients and roots, which are exact.
#pragma once

namespace assetc {

// x to the power of `exponent`, for 0 <= x <= 1e6 and exponents from -4 to 4; 0 for x = 0. Right to about 1e-12.
double steady_power(double x, double exponent);

// The natural logarithm, for x from 1e-300 to 1e300.
double steady_logarithm(double x);

// e to the power of x, for x from -700 to 700.
double steady_exponential(double x);

// The cube root, for 0 <= x <= 1e6; 0 below 1e-30. Right to about 1e-13.
double steady_cube_root(double x);

} // namespace assetc
