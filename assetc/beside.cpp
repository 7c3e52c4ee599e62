// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "beside.h"

namespace assetc {

namespace {

constexpr std::size_t longest_name = 4096; // bytes, as the system has it; of longer ones each part would take memory

std::filesystem::path folder_of(const member &naming) {
	return std::filesystem::path(naming.in->file).parent_path();
}

// Whether an absolute path leads into a folder.
bool is_within(const std::filesystem::path &folder, const std::filesystem::path &file) {
	std::error_code failed;
	const auto whole = std::filesystem::absolute(folder.empty() ? "." : folder, failed).lexically_normal();
	const auto way = file.lexically_normal().lexically_relative(whole);
	return file.is_absolute() && !way.empty() && *way.begin() != "..";
}

[[noreturn]] void refuse_as_outside(const member &naming, const std::string &name) {
	reject(naming, quote(name) + " is outside the folder of " + quote(naming.in->file),
	       "--trust-paths, if you trust whoever wrote it; or move the file");
}

} // namespace

bool climbs_out(std::string_view name) {
	const auto way = std::filesystem::path(name).lexically_normal();
	return way.is_absolute() || (!way.empty() && *way.begin() == "..");
}

bool is_really_within(const std::filesystem::path &folder, const std::filesystem::path &file) {
	std::error_code no_folder, no_file;
	const auto real_folder = std::filesystem::weakly_canonical(folder.empty() ? "." : folder, no_folder);
	const auto real_file = std::filesystem::weakly_canonical(file, no_file);
	return !no_folder && !no_file && is_within(real_folder, real_file);
}

void check_length(const member &naming, const std::string &name) {
	if (name.size() > longest_name)
		reject(naming, quote(name) + " is longer than any file's name",
		       "a name has at most " + std::to_string(longest_name) + " bytes");
}

void check_beside(const member &naming, const std::string &path, const reading &how) {
	std::error_code failed; // a name can be too long to ask
	const auto is = std::filesystem::status(path, failed);
	if (!std::filesystem::exists(is))
		return;
	if (!how.trust_paths && !is_really_within(folder_of(naming), path))
		refuse_as_outside(naming, path);
	if (std::filesystem::is_other(is))
		reject(naming, quote(path) + " is a pipe or a device, which may never end",
		       "put what comes out of it into a file");
}

std::string path_beside(const member &naming, const std::string &name, const reading &how) {
	check_length(naming, name);
	const auto folder = folder_of(naming);
	if (!how.trust_paths && climbs_out(name) && !is_within(folder, std::filesystem::path(name)))
		refuse_as_outside(naming, name);
	auto path = (folder / name).string();
	check_beside(naming, path, how);
	return path;
}

} // namespace assetc
