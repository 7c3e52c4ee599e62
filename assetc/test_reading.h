// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// For tests: what readers are told.
#pragma once

#include "reading.h"

#include <utility>

namespace assetc {

inline reading picking(std::string pick) {
	reading how;
	how.pick = std::move(pick);
	return how;
}

inline reading trusting(bool trust) {
	reading how;
	how.trust_paths = trust;
	return how;
}

} // namespace assetc
