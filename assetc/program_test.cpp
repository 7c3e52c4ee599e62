// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "program.h"

#include <csignal>
#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

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

TEST(program, ends_with_whoever_started_it_and_is_killed) {
	::prctl(PR_SET_CHILD_SUBREAPER, 1); // so that it becomes our child, and its end is told to us
	const pid_t starter = ::fork();
	if (starter == 0) {
		program sleeper({"sh", "-c", "echo; exec sleep 5"});
		sleeper.read_all(1);
		::raise(SIGKILL);
	}
	::waitpid(starter, nullptr, 0);
	int status = 0;
	EXPECT_GT(::waitpid(-1, &status, 0), 0);
	EXPECT_TRUE(WIFSIGNALED(status));
	::prctl(PR_SET_CHILD_SUBREAPER, 0);
}

TEST(program, that_is_missing_is_told_from_one_that_fails) {
	program missing({"there is no such program"});
	EXPECT_FALSE(missing.succeeded());
	EXPECT_FALSE(missing.exists());
	program failing({"false"});
	EXPECT_FALSE(failing.succeeded());
	EXPECT_TRUE(failing.exists());
}

TEST(program, has_its_last_complaint_told_in_one_line) {
	program silent({"true"});
	EXPECT_TRUE(silent.succeeded());
	EXPECT_EQ(silent.last_complaint(), "");
	program talker({"sh", "-c", "printf 'one\ntwo \033[31m\n\n' >&2; exit 1"});
	EXPECT_FALSE(talker.succeeded());
	EXPECT_EQ(talker.last_complaint(), "two [31m");
}

TEST(program, fills_no_memory_with_its_complaints) {
	program talker({"sh", "-c", "seq 1000000 >&2 2>/dev/null; echo done"});
	EXPECT_EQ(talker.read_all(5), "done\n");
	EXPECT_TRUE(talker.succeeded());
	EXPECT_LT(std::stoi(talker.last_complaint()), 20'000); // which may be cut, as other lines that come too late
}

} // namespace
} // namespace assetc
