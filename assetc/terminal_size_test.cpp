// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "terminal_size.h"

#include <cstdlib>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace assetc {
namespace {

// A terminal without anyone behind it.
struct pseudo_terminal {
	int descriptor = ::posix_openpt(O_RDWR | O_NOCTTY);
	pseudo_terminal(unsigned short columns, unsigned short rows) {
		const winsize size{rows, columns, 0, 0};
		EXPECT_EQ(::ioctl(descriptor, TIOCSWINSZ, &size), 0);
	}
	pseudo_terminal(const pseudo_terminal &) = delete;
	pseudo_terminal &operator=(const pseudo_terminal &) = delete;
	~pseudo_terminal() { ::close(descriptor); }
};

struct terminal_size_test : testing::Test {
	terminal_size_test() { forget(); }
	~terminal_size_test() override { forget(); }
	static void forget() {
		::unsetenv("COLUMNS");
		::unsetenv("LINES");
	}
};

TEST_F(terminal_size_test, is_what_the_terminal_says) {
	EXPECT_EQ(size_of_terminal(pseudo_terminal(132, 43).descriptor), (terminal_size{132, 43}));
	EXPECT_EQ(size_of_terminal(pseudo_terminal(40, 12).descriptor), (terminal_size{40, 12}));
}

TEST_F(terminal_size_test, is_usual_where_the_terminal_says_nothing) {
	EXPECT_EQ(size_of_terminal(pseudo_terminal(0, 0).descriptor), (terminal_size{80, 24}));
}

TEST_F(terminal_size_test, is_no_larger_than_a_frame_can_be) {
	EXPECT_EQ(size_of_terminal(pseudo_terminal(60000, 1001).descriptor), (terminal_size{1000, 1000}));
}

TEST_F(terminal_size_test, is_what_the_environment_says) {
	const pseudo_terminal wide(132, 43);
	::setenv("COLUMNS", "100", 1);
	EXPECT_EQ(size_of_terminal(wide.descriptor), (terminal_size{100, 43}));
	::setenv("LINES", "30", 1);
	EXPECT_EQ(size_of_terminal(wide.descriptor), (terminal_size{100, 30}));
	for (const char *const nonsense : {"", "0", "-5", "80x", "99999999999"}) {
		::setenv("COLUMNS", nonsense, 1);
		EXPECT_EQ(size_of_terminal(wide.descriptor), (terminal_size{132, 30})) << nonsense;
	}
}

TEST_F(terminal_size_test, is_usual_for_a_file_whatever_the_environment_says) {
	::setenv("COLUMNS", "100", 1);
	::setenv("LINES", "30", 1);
	const int file = ::open("/dev/null", O_WRONLY);
	EXPECT_EQ(size_of_terminal(file), terminal_size());
	::close(file);
	EXPECT_EQ(size_of_terminal(-1), terminal_size());
}

} // namespace
} // namespace assetc
