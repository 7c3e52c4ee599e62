// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Where that is, what the path of an output names.
#pragma once

#include "descriptor.h"

#include <filesystem>

namespace assetc {

// Either a file that is to be made or replaced, or a stream that takes bytes as they come.
struct output_place {
	std::filesystem::path file; // not a symbolic link
	descriptor stream;
};

// Follows symbolic links, so that what they name is made or replaced and not the link, but not those that others have
// put into a folder where everybody may (/tmp): who may write more than they could be led to it, as Linux's
// fs.protected_symlinks has it (proc_sys_fs(5)). Devices and pipes are streams, and so is what /dev/stdout and its like
// name, whatever that is: /dev/fd/N is this process's own descriptor. Throws error (a folder, a circle of links, no
// permission).
output_place find_output_place(const std::filesystem::path &path);

} // namespace assetc
