// SPDX-License-Identifier: GPL-2.0-or-later
// The one name that an animation has as header, module and device.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace assetc {

// Why a name cannot be used, and what to do; empty if it can. A name is [a-z][a-z0-9_]{0,31}, means nothing else to the
// C compiler that builds the module, is no file of the player's, and is free in /dev and among the kernel's modules.
struct name_fault {
	std::string what;
	std::string hint;
};
std::optional<name_fault> find_name_fault(std::string_view name);

// The last part of a path, of a folder with or without a slash behind it.
std::string base_name(const std::filesystem::path &of);

// A file's name made into a name: "Party Parrot (2).gif" gives "party_parrot_2". The result may still have a
// fault (a reserved name).
std::string name_from_file(std::string_view path);

} // namespace assetc
