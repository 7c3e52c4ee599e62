// SPDX-License-Identifier: GPL-2.0-or-later
// For tests: a folder that goes away with the test, and what is thrown at it.
#pragma once

#include "diagnostic.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>
#include <string>
#include <unistd.h>

namespace assetc {

struct test_folder {
	std::filesystem::path path;

	test_folder() {
		auto name = (std::filesystem::temp_directory_path() / "assetc.XXXXXX").string();
		path = ::mkdtemp(name.data());
	}
	test_folder(const test_folder &) = delete;
	test_folder &operator=(const test_folder &) = delete;
	~test_folder() { std::filesystem::remove_all(path); }

	std::string operator/(const std::string &name) const { return (path / name).string(); }

	// Writes a file; returns its path.
	std::string put(const std::string &name, const std::string &bytes) const {
		std::filesystem::create_directories((path / name).parent_path());
		std::ofstream(path / name, std::ios::binary) << bytes;
		return *this / name;
	}

	std::string get(const std::string &name) const {
		std::ostringstream bytes;
		bytes << std::ifstream(path / name, std::ios::binary).rdbuf();
		return bytes.str();
	}
};

// What the error says that the work throws; empty, and a failure, if it throws none.
template <typename Work> diagnostic said_by(Work work) {
	try {
		work();
	} catch (const error &thrown) {
		return thrown.said;
	}
	ADD_FAILURE() << "nothing was thrown";
	return {};
}

} // namespace assetc
