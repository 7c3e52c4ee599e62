// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "terminal_size.h"

#include "content.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string_view>
#include <sys/ioctl.h>
#include <unistd.h>

namespace assetc {
namespace {

// Sets a side to the first of these that is more than 0, if any is.
void take_side(int &side, const char *variable, int told) {
	const char *const set = std::getenv(variable);
	const std::string_view text = set ? set : "";
	int asked = 0;
	const auto parsed = std::from_chars(text.data(), text.data() + text.size(), asked);
	if (parsed.ec == std::errc() && parsed.ptr == text.data() + text.size() && asked > 0)
		side = std::min(asked, most_cells_a_side);
	else if (told > 0)
		side = std::min(told, most_cells_a_side);
}

} // namespace

terminal_size size_of_terminal(int descriptor) {
	terminal_size size;
	if (!::isatty(descriptor))
		return size;
	winsize told{};
	if (::ioctl(descriptor, TIOCGWINSZ, &told) != 0)
		told = {};
	take_side(size.columns, "COLUMNS", told.ws_col);
	take_side(size.rows, "LINES", told.ws_row);
	return size;
}

} // namespace assetc
