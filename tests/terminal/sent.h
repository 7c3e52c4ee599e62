// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// The rule for whatever reaches a terminal, seen from outside of the encoder.
#pragma once

#include "terminal.h"

#include <string>
#include <string_view>

namespace assetc {

// What is wrong with bytes for a terminal, in words; empty if nothing. Right are line feeds, \r, \b, text in UTF-8
// without control, line, paragraph and bidirectional characters and without hidden letters, but for a flag's, and the
// sequences that encode.h lists, whole.
std::string find_forbidden(std::string_view sent, terminal on);

} // namespace assetc
