// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "beside.h"

#include <filesystem>

namespace assetc {

namespace {

// Whether an absolute path leads into a folder.
bool is_within(const std::filesystem::path &folder, const std::filesystem::path &file) {
	std::error_code failed;
	const auto whole = std::filesystem::absolute(folder.empty() ? "." : folder, failed).lexically_normal();
	const auto way = file.lexically_normal().lexically_relative(whole);
	return file.is_absolute() && !way.empty() && *way.begin() != "..";
}

} // namespace

bool climbs_out(std::string_view name) {
	const auto way = std::filesystem::path(name).lexically_normal();
	return way.is_absolute() || (!way.empty() && *way.begin() == "..");
}

std::string path_beside(const member &naming, const std::string &name, const reading &how) {
	const auto folder = std::filesystem::path(naming.in->file).parent_path();
	if (!how.trust_paths && climbs_out(name) && !is_within(folder, std::filesystem::path(name)))
		reject(naming, quote(name) + " is outside the folder of " + quote(naming.in->file),
		       "--trust-paths, if you trust whoever wrote it; or move the file");
	return (folder / name).string();
}

} // namespace assetc
