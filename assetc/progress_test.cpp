// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "progress.h"

#include <gtest/gtest.h>
#include <pty.h>
#include <unistd.h>

namespace assetc {
namespace {

using std::chrono::milliseconds;

// What a terminal, or else a pipe, gets of a bar that is shown twice.
std::string written(bool to_terminal, milliseconds patience) {
	int ends[2] = {};
	if (to_terminal)
		EXPECT_EQ(::openpty(&ends[0], &ends[1], nullptr, nullptr, nullptr), 0);
	else
		EXPECT_EQ(::pipe(ends), 0);
	{
		progress_bar bar(ends[1], patience, std::chrono::hours(1));
		bar.show(1, 4);
		bar.show(2, 4); // too soon to be shown
	}
	EXPECT_EQ(::write(ends[1], "\n", 1), 1);
	std::string all; // a terminal hands it on in pieces
	char text[256];
	while (all.find('\n') == all.npos) {
		const auto got = ::read(ends[0], text, sizeof(text));
		if (got <= 0)
			break;
		all.append(text, static_cast<std::size_t>(got));
	}
	::close(ends[0]);
	::close(ends[1]);
	return all.substr(0, all.find_last_not_of("\r\n") + 1);
}

TEST(progress_bar, is_wiped_away) {
	EXPECT_EQ(written(true, milliseconds(0)),
		  "\r[########                        ]  25 %\r" + std::string(40, ' '));
}

TEST(progress_bar, is_not_shown_where_work_is_short_or_nobody_looks) {
	EXPECT_EQ(written(true, std::chrono::hours(1)), "");
	EXPECT_EQ(written(false, milliseconds(0)), "");
}

TEST(bar, is_full_at_the_end) {
	EXPECT_EQ(bar(0, 3, 11), "[   ]   0 %");
	EXPECT_EQ(bar(2, 3, 11), "[## ]  66 %");
	EXPECT_EQ(bar(3, 3, 11), "[###] 100 %");
	EXPECT_EQ(bar(9, 3, 11), "[###] 100 %");
	EXPECT_EQ(bar(0, 0, 11), "[###] 100 %");
}

} // namespace
} // namespace assetc
