// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// A file that will take another's place when it is whole, or never be seen.
#pragma once

#include <filesystem>
#include <string>
#include <sys/stat.h>

namespace assetc {

// It has no name while it is written, so that whatever ends the program leaves nothing behind. Where the file system
// knows no files without a name, it waits in memory. When it gets its name, SIGINT, SIGTERM and SIGHUP wait. Of
// SIGKILL remains one moment: a file cannot take another's place but by a second name (see rename(2)).
class replacement {
public:
	// of: what will be made or replaced, in a folder that exists. Throws error, as all here do.
	explicit replacement(std::filesystem::path of);
	replacement(const replacement &) = delete;
	replacement &operator=(const replacement &) = delete;
	~replacement();

	// Where its bytes are to be written: a file descriptor.
	int descriptor() const { return number; }

	// Puts it into its place, with the permissions of what it replaces where that is the caller's (not set-user-ID
	// and its like, which are for what was there), or else with those that new files get.
	void take_place();

private:
	std::filesystem::path path;
	bool waits_in_memory = false;
	int number = -1;
	std::string second_name; // empty: it has none

	bool find_own(struct stat &replaced) const;
	void take_mode_of_replaced(int file) const;
	// Both: false if there is something of that name.
	bool link_to(const std::string &name);
	bool copy_to(const std::string &name);
	void take_second_name();
};

} // namespace assetc
