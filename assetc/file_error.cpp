// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "file_error.h"

#include "diagnostic.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <vector>

namespace assetc {

namespace {

struct advice {
	int reason;
	std::string_view hint;
};

constexpr advice advices[] = {
	{EISDIR, "name a file, not a folder"},
	{ENOTDIR, "part of the path is a file where a folder should be"},
	{ENOSPC, "free some space, or write elsewhere with -o"},
	{EDQUOT, "free some of the space that you may use, or write elsewhere with -o"},
	{EACCES, "see who may use it with: ls -ld"},
	{EPERM, "see who may use it with: ls -ld; lsattr"},
	{EROFS, "write elsewhere with -o"},
	{EIO, "the disk or its connection fails; the end of dmesg may tell more"},
	{EPIPE, "what was to read it has ended; see why"},
	{EMFILE, "let more files be open: ulimit -n"},
	{ENFILE, "too many files are open in the whole system; end some programs"},
	{ENAMETOOLONG, "choose a shorter name; --name and -o do so for outputs"},
	{ELOOP, "its symbolic links lead in a circle; see with: ls -l"},
	{ETXTBSY, "end the program that uses it, or choose another file"},
};

// The file that was probably meant by one that is not there.
std::string suggest_sibling(const std::filesystem::path &missing) {
	std::error_code failed;
	const auto folder = missing.has_parent_path() ? missing.parent_path() : std::filesystem::path(".");
	std::vector<std::string> names;
	for (std::filesystem::directory_iterator file(folder, failed), end; !failed && file != end;
	     file.increment(failed))
		names.push_back(file->path().filename().string());
	std::sort(names.begin(), names.end());
	const auto meant = nearest(missing.filename().string(), {names.begin(), names.end()});
	return meant.empty() ? "" : "did you mean " + quote((missing.parent_path() / meant).string()) + "?";
}

std::string hint_for(const std::filesystem::path &path, int reason) {
	if (reason == ENOENT)
		return suggest_sibling(path);
	for (const auto &[known, hint] : advices)
		if (known == reason)
			return std::string(hint);
	return "";
}

} // namespace

void fail_to(const std::string &doing, const std::filesystem::path &path, int reason) {
	throw error(about(path.string(), "cannot " + doing + ": " + std::strerror(reason), hint_for(path, reason)));
}

} // namespace assetc
