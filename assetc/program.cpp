// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "program.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace assetc {

namespace {

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

constexpr int not_there = 127; // a process's status where there is no such program, as the shell has it

// Makes of a new process the program. It ends with the thread that started it, even one that is killed: it may have a
// video of hours before it.
[[noreturn]] void become(const std::vector<char *> &arguments, int output, int complaints, pid_t parent) {
	::prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (::getppid() != parent) // which was killed before
		::_exit(not_there);
	::dup2(::open("/dev/null", O_RDONLY | O_CLOEXEC), STDIN_FILENO);
	::dup2(output, STDOUT_FILENO);
	::dup2(complaints, STDERR_FILENO);
	::execvp(arguments.front(), arguments.data());
	::_exit(not_there);
}

} // namespace

program::program(const std::vector<std::string> &words) {
	std::vector<char *> arguments;
	for (const auto &word : words)
		arguments.push_back(const_cast<char *>(word.c_str())); // which execvp leaves alone
	arguments.push_back(nullptr);
	int ends[2];
	complaints = open_complaints();
	if (::pipe2(ends, O_CLOEXEC) < 0)
		return;
	output = ends[0];
	hear_of_ends();
	const auto parent = ::getpid();
	process = ::fork();
	if (process == 0)
		become(arguments, ends[1], complaints, parent);
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

bool program::exists() const {
	return process > 0 && !(WIFEXITED(status) && WEXITSTATUS(status) == not_there);
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

std::string program::all_complaints() const {
	const auto end = ::lseek(complaints, 0, SEEK_CUR); // which is the program's as well
	std::string all(static_cast<std::size_t>(std::max<off_t>(end, 0)), '\0');
	const auto got = ::pread(complaints, all.data(), all.size(), 0);
	all.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
	return all;
}

bool program::complained_of(std::string_view words) const {
	return all_complaints().find(words) != std::string::npos;
}

std::string program::last_complaint() const {
	auto said = all_complaints();
	said.erase(said.find_last_not_of("\r\n ") + 1);
	said.erase(0, said.rfind('\n') + 1);
	std::erase_if(said, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; });
	return said;
}

} // namespace assetc
