// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Gives files to a target, without a fuzzer: replay TARGET FILE... (or folders of files). Without a target, lists them.
#include "target.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace {

using assetc::fuzz::target;

void give(const target &to, const std::filesystem::path &file) {
	std::ifstream from(file, std::ios::binary);
	const std::string bytes{std::istreambuf_iterator<char>(from), {}};
	std::printf("%s\n", file.c_str());
	std::fflush(stdout); // should this be the last
	to(bytes);
}

// The number of files.
int give_all(const target &to, const std::filesystem::path &path) {
	if (!std::filesystem::is_directory(path)) {
		give(to, path);
		return 1;
	}
	int count = 0;
	for (const auto &entry : std::filesystem::directory_iterator(path))
		count += give_all(to, entry.path());
	return count;
}

} // namespace

int main(int argc, char **argv) {
	if (argc < 2) {
		for (const auto &name : assetc::fuzz::target_names())
			std::puts(name.c_str());
		return 0;
	}
	const auto to = assetc::fuzz::find_target(argv[1]);
	if (!to) {
		std::fprintf(stderr, "%s is no target\n", argv[1]);
		return 2;
	}
	to("");
	int count = 0;
	for (int i = 2; i < argc; ++i)
		count += give_all(to, argv[i]);
	std::printf("%d files\n", count);
}
