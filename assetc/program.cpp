// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "program.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

namespace assetc {

namespace {

// What a new process has as its standard input, output and error.
struct streams {
	posix_spawn_file_actions_t actions;

	streams(int output, int complaints) {
		::posix_spawn_file_actions_init(&actions);
		::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
		::posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
		::posix_spawn_file_actions_adddup2(&actions, complaints, STDERR_FILENO);
	}
	streams(const streams &) = delete;
	streams &operator=(const streams &) = delete;
	~streams() { ::posix_spawn_file_actions_destroy(&actions); }
};

// A place for what a program complains of, as much of it as is kept: what it writes beyond that fails, and a program
// that has something to complain of in every byte fills no memory. A pipe could fill, and both would wait for ever.
int open_complaints() {
	constexpr off_t most = off_t{64} << 10;
	const int opened = ::memfd_create("complaints", MFD_CLOEXEC | MFD_ALLOW_SEALING);
	if (opened >= 0 && ::ftruncate(opened, most) == 0)
		::fcntl(opened, F_ADD_SEALS, F_SEAL_GROW);
	return opened;
}

// Where whoever started this one ignores them, the ends of its children go unheard: the kernel keeps nothing to wait
// for. Threads may do this at the same time, since all do the same.
void hear_of_ends() {
	::signal(SIGCHLD, SIG_DFL);
}

} // namespace

program::program(const std::vector<std::string> &words) {
	std::vector<char *> arguments;
	for (const auto &word : words)
		arguments.push_back(const_cast<char *>(word.c_str())); // which posix_spawn leaves alone
	arguments.push_back(nullptr);
	int ends[2];
	complaints = open_complaints();
	if (::pipe2(ends, O_CLOEXEC) < 0)
		return;
	output = ends[0];
	hear_of_ends();
	const streams its(ends[1], complaints);
	if (::posix_spawnp(&process, arguments[0], &its.actions, nullptr, arguments.data(), environ) != 0)
		process = -1;
	::close(ends[1]);
}

program::~program() {
	if (process > 0 && status < 0) {
		::kill(process, SIGKILL);
		::waitpid(process, &status, 0);
	}
	stop_reading();
	if (complaints >= 0)
		::close(complaints);
}

void program::stop_reading() {
	if (output >= 0)
		::close(output);
	output = -1;
}

std::size_t program::read(std::span<std::uint8_t> into) {
	std::size_t have = 0;
	while (have < into.size()) {
		const auto got = ::read(output, into.data() + have, into.size() - have);
		if (got == 0 || (got < 0 && errno != EINTR))
			break;
		have += static_cast<std::size_t>(std::max<ssize_t>(got, 0));
	}
	return have;
}

std::string program::read_all(std::size_t most) {
	std::vector<std::uint8_t> bytes(most);
	const auto got = read(bytes);
	return {bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(got)};
}

bool program::succeeded() {
	stop_reading();
	if (process > 0 && status < 0)
		while (::waitpid(process, &status, 0) < 0 && errno == EINTR)
			;
	return process > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

std::string program::last_complaint() const {
	char text[512];
	const auto end = ::lseek(complaints, 0, SEEK_CUR); // which is the program's as well
	const auto length = std::clamp<off_t>(end, 0, sizeof(text));
	const auto got = ::pread(complaints, text, static_cast<std::size_t>(length), end - length);
	std::string said(text, static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
	said.erase(said.find_last_not_of("\r\n ") + 1);
	said.erase(0, said.rfind('\n') + 1);
	std::erase_if(said, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; });
	return said;
}

} // namespace assetc
