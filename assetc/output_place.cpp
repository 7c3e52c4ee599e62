// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "output_place.h"

#include "file_error.h"

#include <cerrno>
#include <charconv>
#include <climits>
#include <fcntl.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <system_error>

namespace assetc {

namespace {

constexpr int most_links = 40; // as many as the kernel follows

std::filesystem::path folder_of(const std::filesystem::path &path) {
	return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

bool may_follow(const std::filesystem::path &link, uid_t owner) {
	struct stat folder {};
	if (::stat(folder_of(link).c_str(), &folder) < 0)
		return false;
	const bool is_for_everybody = (folder.st_mode & (S_ISVTX | S_IWOTH)) == (S_ISVTX | S_IWOTH);
	return !is_for_everybody || owner == ::geteuid() || owner == folder.st_uid;
}

// Links of /proc lead to what is open, which need not have a name.
bool is_of_proc(const descriptor &link) {
	struct statfs system {};
	return ::fstatfs(link.get(), &system) == 0 && system.f_type == PROC_SUPER_MAGIC;
}

// The number of this process's descriptor that a link of /proc names; -1: it names no such one.
int own_descriptor(const std::filesystem::path &link) {
	std::error_code failed;
	const auto folder = std::filesystem::canonical(folder_of(link), failed).string();
	const auto name = link.filename().string();
	int number = -1;
	if (folder == "/proc/" + std::to_string(::getpid()) + "/fd")
		std::from_chars(name.data(), name.data() + name.size(), number);
	return number;
}

// Opened anew it would be written to from its start, over what the shell has put there.
descriptor open_of_proc(const std::filesystem::path &link) {
	const int own = own_descriptor(link);
	return descriptor(own >= 0 ? ::fcntl(own, F_DUPFD_CLOEXEC, STDERR_FILENO + 1)
				   : ::open(link.c_str(), O_WRONLY | O_TRUNC | O_CLOEXEC));
}

std::filesystem::path next_of(const std::filesystem::path &link, const descriptor &found,
			      const std::filesystem::path &path) {
	char name[PATH_MAX];
	const auto length = ::readlinkat(found.get(), "", name, sizeof(name));
	if (length < 0)
		fail_to("write", path, errno);
	return link.parent_path() / std::string(name, static_cast<std::size_t>(length));
}

output_place stream_of(descriptor stream, const std::filesystem::path &path) {
	if (!stream.is_open())
		fail_to("write", path, errno);
	return {"", std::move(stream)};
}

} // namespace

output_place find_output_place(const std::filesystem::path &path) {
	auto target = path;
	for (int links = 0; links <= most_links; ++links) {
		// What is looked at is what is followed: nobody can put something else in its place.
		const descriptor found(::open(target.c_str(), O_PATH | O_NOFOLLOW | O_CLOEXEC));
		if (!found.is_open() && errno == ENOENT)
			return {target, descriptor()};
		struct stat status {};
		if (!found.is_open() || ::fstat(found.get(), &status) < 0)
			fail_to("write", path, errno);
		if (S_ISREG(status.st_mode))
			return {target, descriptor()};
		if (S_ISDIR(status.st_mode))
			fail_to("write", path, EISDIR);
		if (!S_ISLNK(status.st_mode))
			return stream_of(descriptor(::open(target.c_str(), O_WRONLY | O_NOFOLLOW | O_CLOEXEC)), path);
		if (is_of_proc(found))
			return stream_of(open_of_proc(target), path);
		if (!may_follow(target, status.st_uid))
			fail_to("write", path, EACCES);
		target = next_of(target, found, path);
	}
	fail_to("write", path, ELOOP);
}

} // namespace assetc
