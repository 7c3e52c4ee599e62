// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// What is said of a file that cannot be used.
#pragma once

#include <filesystem>
#include <string>

namespace assetc {

// Throws error: "cannot DOING: ..." with what the system says of the reason (an errno), and what may be done.
[[noreturn]] void fail_to(const std::string &doing, const std::filesystem::path &path, int reason);

} // namespace assetc
