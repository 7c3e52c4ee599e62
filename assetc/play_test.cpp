// SPDX-License-Identifier: GPL-2.0-or-later
#include "play.h"

#include "test_folder.h"

#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <stdexcept>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <utility>

namespace assetc {
namespace {

frame_table table_of(int loops, std::vector<std::uint32_t> holds_us) {
	frame_table table{"a", "", "", "", "a.json", 1, 1, loops, {}, {}};
	for (std::size_t i = 0; i <= holds_us.size(); ++i) {
		table.texts.push_back(std::string(1, static_cast<char>(i < holds_us.size() ? 'A' + i : 'a')));
		table.entries.push_back({i, holds_us[i % holds_us.size()]});
	}
	return table;
}

// A process that plays into a file.
struct player {
	pid_t process = 0;
	player(const frame_table &table, const std::string &output) : process(::fork()) {
		if (process < 0)
			throw std::runtime_error("no further process"); // a signal to process -1 would be one to all
		if (process > 0)
			return;
		::dup2(::open(output.c_str(), O_WRONLY | O_CREAT, 0600), STDOUT_FILENO);
		try {
			play(table);
		} catch (const error &) {
			::_exit(1);
		}
		::_exit(0);
	}
	int wait() const {
		int status = 0;
		::waitpid(process, &status, 0);
		return status;
	}
};

std::string played(const frame_table &table) {
	const test_folder folder;
	EXPECT_EQ(player(table, folder / "out").wait(), 0);
	return folder.get("out");
}

TEST(play, sends_what_the_device_would_send) {
	EXPECT_EQ(played(table_of(1, {10, 10, 10})), "ABC");
	EXPECT_EQ(played(table_of(3, {10, 10, 10})), "ABCaBCaBC");
	EXPECT_EQ(played(table_of(1, {10})), "A");
	EXPECT_EQ(played(table_of(3, {10})), "Aaa");
}

TEST(play, keeps_the_tempo) {
	const auto start = std::chrono::steady_clock::now();
	played(table_of(5, {20'000, 20'000}));
	const auto took = std::chrono::steady_clock::now() - start;
	EXPECT_GE(took, std::chrono::milliseconds(200));
	EXPECT_LT(took, std::chrono::milliseconds(400));
}

TEST(play, ends_at_an_interrupt_and_at_a_request_to_end) {
	const test_folder folder;
	for (const int signal : {SIGINT, SIGTERM}) {
		const player endless(table_of(0, {3'600'000'000}), folder / "out");
		while (folder.get("out").empty())
			::usleep(1000);
		::kill(endless.process, signal);
		EXPECT_EQ(endless.wait(), 0);
		EXPECT_EQ(folder.get("out"), "A");
		std::filesystem::remove(folder / "out");
	}
}

TEST(play, ends_at_a_second_signal_of_either_kind_where_nobody_reads) {
	const test_folder folder;
	ASSERT_EQ(::mkfifo((folder / "out").c_str(), 0600), 0);
	auto large = table_of(0, {10});
	large.texts.front().resize(1'000'000);
	for (const auto &[first, second] : {std::pair(SIGINT, SIGTERM), std::pair(SIGTERM, SIGINT)}) {
		const int silent = ::open((folder / "out").c_str(), O_RDONLY | O_NONBLOCK);
		const player blocked(large, folder / "out");
		int waiting = 0;
		while (::ioctl(silent, FIONREAD, &waiting) == 0 && waiting == 0)
			::usleep(1000);
		::kill(blocked.process, first);
		::kill(blocked.process, second);
		EXPECT_TRUE(WIFSIGNALED(blocked.wait()));
		::close(silent);
	}
}

TEST(play, goes_on_from_now_after_it_was_stopped) {
	const test_folder folder;
	const player stopped(table_of(0, {20'000, 20'000}), folder / "out");
	while (folder.get("out").empty())
		::usleep(1000);
	::kill(stopped.process, SIGSTOP);
	::usleep(400'000); // twenty frames
	const auto before = folder.get("out").size();
	::kill(stopped.process, SIGCONT);
	::usleep(50'000);
	EXPECT_LT(folder.get("out").size() - before, 8u);
	::kill(stopped.process, SIGTERM);
	stopped.wait();
}

TEST(play, tells_of_an_output_that_is_full) {
	EXPECT_EQ(WEXITSTATUS(player(table_of(0, {10}), "/dev/full").wait()), 1);
}

} // namespace
} // namespace assetc
