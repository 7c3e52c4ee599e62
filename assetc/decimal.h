// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Decimal numbers as people write them.
#pragma once

#include <string>

namespace assetc {

// Without the zeros at the end of its fraction, and without a point that nothing follows: "2.50" is "2.5", "2.00" is
// "2". The number must have a point.
std::string without_zeros(std::string decimal);

} // namespace assetc
