// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "replacement.h"

#include "file_error.h"
#include "held_signals.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace assetc {

namespace {

std::string proc_name(int descriptor) {
	return "/proc/self/fd/" + std::to_string(descriptor);
}

// -1 where there is no such thing. Without /proc (in a chroot) it could not get a name.
int open_without_name(const std::filesystem::path &folder) {
	const int opened = ::open(folder.empty() ? "." : folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
	if (opened >= 0 && ::access(proc_name(opened).c_str(), F_OK) == 0)
		return opened;
	if (opened >= 0)
		::close(opened);
	return -1;
}

bool send_all(int from, int to) {
	off_t sent = 0;
	for (;;) {
		const auto more = ::sendfile(to, from, &sent, std::size_t{1} << 30);
		if (more == 0)
			return true;
		if (more < 0 && errno != EINTR)
			return false;
	}
}

} // namespace

replacement::replacement(std::filesystem::path of)
    : path(std::move(of)), number(open_without_name(path.parent_path())) {
	if (number >= 0)
		return;
	waits_in_memory = true;
	number = ::memfd_create("replacement", MFD_CLOEXEC);
	if (number < 0)
		fail_to("write", path, errno);
}

replacement::~replacement() {
	if (!second_name.empty())
		::unlink(second_name.c_str());
	if (number >= 0)
		::close(number);
}

// What another has put there says nothing about who may do what with ours: a file of the caller's that others may write
// to, or run with the caller's rights, could be arranged so.
bool replacement::find_own(struct stat &replaced) const {
	return ::lstat(path.c_str(), &replaced) == 0 && S_ISREG(replaced.st_mode) && replaced.st_uid == ::geteuid();
}

void replacement::take_mode_of_replaced(int file) const {
	struct stat replaced {};
	struct stat fresh {};
	if (!find_own(replaced))
		return;
	if (::fstat(file, &fresh) < 0)
		fail_to("write", path, errno);
	auto mode = replaced.st_mode & (S_IRWXU | S_IRWXG | S_IRWXO);
	if (fresh.st_gid != replaced.st_gid && ::fchown(file, -1, replaced.st_gid) < 0)
		mode &= ~static_cast<mode_t>(S_IRWXG);
	if (::fchmod(file, mode) < 0)
		fail_to("write", path, errno);
}

bool replacement::link_to(const std::string &name) {
	const auto own = proc_name(number);
	if (::linkat(AT_FDCWD, own.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) == 0)
		return true;
	if (errno != EEXIST)
		fail_to("write", path, errno);
	return false;
}

bool replacement::copy_to(const std::string &name) {
	struct stat replaced {};
	const mode_t mode = find_own(replaced) ? 0600 : 0666; // for as long as it is not whole
	const int file = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
	if (file < 0 && errno != EEXIST)
		fail_to("write", path, errno);
	if (file < 0)
		return false;
	second_name = name;
	const int memory = std::exchange(number, file);
	const bool is_whole = send_all(memory, file);
	const int reason = errno;
	::close(memory);
	if (!is_whole)
		fail_to("write", path, reason);
	take_mode_of_replaced(file);
	if (::close(std::exchange(number, -1)) < 0)
		fail_to("write", path, errno);
	return true;
}

void replacement::take_second_name() {
	const auto start = (path.parent_path() / ".assetc-").string() + std::to_string(::getpid()) + "-";
	for (int i = 0; second_name.empty(); ++i) {
		const auto name = start + std::to_string(i);
		if (waits_in_memory ? copy_to(name) : link_to(name))
			second_name = name;
	}
}

void replacement::take_place() {
	const held_signals until_done;
	if (!waits_in_memory) {
		take_mode_of_replaced(number);
		if (link_to(path.string()))
			return;
	}
	take_second_name();
	if (::rename(second_name.c_str(), path.c_str()) < 0)
		fail_to("write", path, errno);
	second_name.clear();
}

} // namespace assetc
