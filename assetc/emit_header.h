// SPDX-License-Identifier: GPL-2.0-or-later
// The frame table as a C header that people can read.
#pragma once

#include "file.h"
#include "frame_table.h"

#include <string>
#include <string_view>

namespace assetc {

// Writes generated/NAME.h: a pure function of the table.
void emit_header(const frame_table &table, const byte_sink &out);

// The text as the inside of a C string literal. What is neither printable nor plain UTF-8 becomes a complete
// octal escape, since a hexadecimal one would swallow the digits that follow it; ??X is broken up, since it is
// a trigraph.
std::string c_escaped(std::string_view text);

} // namespace assetc
