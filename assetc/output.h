// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// What assetc can write, and which of it is asked for.
#pragma once

#include "file.h"
#include "reel.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace assetc {

struct output_kind {
	std::string_view name;                                                         // also the extension: "svg"
	std::string_view what;                                                         // for --help
	std::function<void(reel from, std::size_t frame, const byte_sink &out)> write; // frame: for kinds that show one
	bool shows_one_frame = false;
};

// The first one is the default.
std::span<const output_kind> output_kinds();

// The kind of that name, or else the one that the file's extension tells, or the default for standard output ("-")
// and for no file. Throws usage_error.
const output_kind &kind_of_output(const std::string &file, const std::string &name);

} // namespace assetc
