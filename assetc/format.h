// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// What assetc can read, one row a format. To add one: a file with two functions, and a row in format.cpp.
#pragma once

#include "animation.h"
#include "input.h"
#include "reading.h"

#include <span>
#include <string>
#include <string_view>

namespace assetc {

struct format {
	std::string_view name;  // for --format
	std::string_view files; // what they are called
	std::string_view help;  // what it is, and how it is known from its content
	// Why the input is none of this format, in a few words; "" if it is. Looks at the content, and no further than
	// needed: each of the formats is asked.
	std::string (*refuse)(input &from);
	// Throws error: broken, or not understood.
	animation (*read)(input from, const reading &how);
	bool picks = false; // whether there may be several animations in a file, of which `pick` names one
};

// In the order in which they are asked.
std::span<const format> formats();

// The table for people, for --formats.
std::string describe_formats();

// The format of that name. Throws usage_error.
const format &find_format(std::string_view name);

// Reads an input of that format, which has a frame at least. Throws error as it does, if it is of another format, and
// if there is nothing to pick from.
animation read_as(const format &row, input from, const reading &how);

// The same for a format on which the user insists: where it cannot be read, and the content is that of another format,
// the error says so.
animation read_insisting(const format &row, input from, const reading &how);

// Reads an input of whatever format. Throws error: broken, or of none that is known, telling why each was refused.
animation read_any(input from, const reading &how);

} // namespace assetc
