// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "decimal.h"

namespace assetc {

std::string without_zeros(std::string decimal) {
	decimal.erase(decimal.find_last_not_of('0') + 1);
	if (decimal.ends_with('.'))
		decimal.pop_back();
	return decimal;
}

} // namespace assetc
