// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "folder.h"

#include "beside.h"
#include "content.h"
#include "file.h"
#include "name.h"
#include "pattern.h"
#include "pick.h"
#include "picture_kind.h"
#include "totals.h"

#include <algorithm>
#include <filesystem>
#include <iterator>

namespace assetc {

namespace {

bool is_folder(const std::string &path) {
	std::error_code failed;
	return std::filesystem::is_directory(path, failed);
}

bool is_picture(const std::string &file) {
	constexpr std::size_t enough = 64;
	return !picture_kind(read_head(file, enough), file).empty();
}

bool is_text(const std::string &file) {
	return file.ends_with(".txt") || file.ends_with(".TXT");
}

std::vector<std::string> files_in(const std::string &folder) {
	std::vector<std::string> files;
	std::error_code failed;
	for (std::filesystem::directory_iterator file(folder, failed), end; !failed && file != end;
	     file.increment(failed))
		if (std::error_code unknown;
		    file->is_regular_file(unknown) && !file->path().filename().string().starts_with("."))
			files.push_back(file->path().string());
	if (failed)
		throw error(about(folder, "cannot read this folder: " + failed.message(),
				  "see who may use it with: ls -ld"));
	std::sort(files.begin(), files.end(), naturally_before);
	return files;
}

std::vector<std::string> only(const std::vector<std::string> &files, bool (*wanted)(const std::string &)) {
	std::vector<std::string> chosen;
	std::copy_if(files.begin(), files.end(), std::back_inserter(chosen), wanted);
	return chosen;
}

std::vector<std::string> frames_in_folder(const std::string &folder) {
	const auto files = files_in(folder);
	auto chosen = only(files, is_picture);
	if (chosen.empty())
		chosen = only(files, is_text);
	if (chosen.empty())
		throw error(about(folder, "this folder has neither pictures nor texts (*.txt) in it",
				  "'" + (std::filesystem::path(as_it_is(folder)) / "*").string() +
					  "' takes whatever is there"));
	return chosen;
}

std::vector<std::string> frames_of_pattern(const std::string &pattern, const reading &how) {
	const auto matching = matching_files(pattern, *how.looks);
	if (!matching)
		throw error(about(pattern,
				  "this goes through more than " + std::to_string(most_looks) + " files and folders",
				  "name the folder, instead of a pattern for it"));
	auto chosen = only(*matching, [](const std::string &file) { return !is_folder(file); });
	if (chosen.empty())
		throw error(about(pattern, "no file matches this", "* stands for any characters, ? for one"));
	return chosen;
}

// The folder that an input names: itself, or what stands before its first wildcard.
std::filesystem::path folder_of(const std::string &input) {
	if (is_folder(input))
		return input;
	return std::filesystem::path(input.substr(0, input.find_first_of("*?["))).parent_path();
}

// Whoever made the folder chose what is in it.
void check_is_in(const std::filesystem::path &folder, const std::string &file, const reading &how) {
	std::error_code failed;
	const auto is = std::filesystem::status(file, failed);
	if (!std::filesystem::exists(is))
		return; // as reading it will tell
	if (!how.trust_paths && !is_really_within(folder, file))
		throw error(about(file, "this link leads out of the folder",
				  "--trust-paths, if you trust whoever made it; or put a copy in its place"));
	if (std::filesystem::is_other(is))
		throw error(about(file, "this is a pipe or a device, which may never end",
				  "put what comes out of it into a file"));
}

// Of the folder, seen from wherever it was named.
std::string name_of_folder(const std::string &input) {
	const std::filesystem::path path(input);
	std::error_code failed;
	const auto folder =
		std::filesystem::weakly_canonical(is_folder(input) ? path / "." : path.parent_path() / ".", failed);
	return failed ? "" : name_from_file(base_name(folder) + ".");
}

} // namespace

bool names_many_files(const std::string &input) {
	std::error_code failed;
	return is_folder(input) || (is_pattern(input) && !std::filesystem::exists(input, failed));
}

animation read_many_files(const std::string &input, const reading &how) {
	check_no_pick(input, how.pick);
	const auto files = is_folder(input) ? frames_in_folder(input) : frames_of_pattern(input, how);
	animation read;
	read.name = name_of_folder(input);
	totals all(input, how.at_most);
	for (const auto &file : files) {
		check_is_in(folder_of(input), file, how);
		auto one = read_frames_in(file, how);
		for (const auto &shown : one.frames)
			all.add(shown);
		std::move(one.frames.begin(), one.frames.end(), std::back_inserter(read.frames));
		std::move(one.remarks.begin(), one.remarks.end(), std::back_inserter(read.remarks));
		check_frame_count(input, read.frames.size(), how.at_most);
	}
	return read;
}

} // namespace assetc
