// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "program.h"

#include <csignal>
#include <gtest/gtest.h>

namespace assetc {
namespace {

TEST(program, is_not_waited_for_while_it_waits_for_a_reader) {
	program talker({"sh", "-c", "while echo more; do :; done; exit 1"});
	EXPECT_EQ(talker.read_all(10), "more\nmore\n");
	EXPECT_FALSE(talker.succeeded());
}

TEST(program, tells_how_it_ended_where_a_parent_cared_for_no_child) {
	const auto before = std::signal(SIGCHLD, SIG_IGN); // as a program that is started inherits it
	EXPECT_TRUE(program({"true"}).succeeded());
	EXPECT_FALSE(program({"false"}).succeeded());
	std::signal(SIGCHLD, before);
}

} // namespace
} // namespace assetc
