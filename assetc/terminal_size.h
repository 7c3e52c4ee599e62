// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// How large the terminal is that an animation is shown on.
#pragma once

namespace assetc {

// In characters. What is compiled is for a terminal of 80x24, which all are at least, wherever it is compiled.
struct terminal_size {
	int columns = 80;
	int rows = 24;
	friend bool operator==(const terminal_size &, const terminal_size &) = default;
};

// That of the terminal which a file descriptor leads to: as COLUMNS and LINES in the environment say, where they are
// whole numbers above 0, or else as it says itself. 80x24 if it says nothing, or is no terminal. At most 1000x1000.
terminal_size size_of_terminal(int descriptor);

} // namespace assetc
