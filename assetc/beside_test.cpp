// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "beside.h"

#include "test_folder.h"
#include "test_reading.h"

#include <sys/stat.h>

namespace assetc {
namespace {

TEST(climbs_out, of_a_folder) {
	for (const auto name : {"..", "../a", "a/../../b", "/etc/passwd", "./../a"})
		EXPECT_TRUE(climbs_out(name)) << name;
	for (const auto name : {"a", "a/b", "a/../b", "..a", "./a", "", "a/.."})
		EXPECT_FALSE(climbs_out(name)) << name;
}

std::string beside(const std::string &document, const std::string &name, bool trust = false) {
	auto text = parse_json(document, "\"x\"");
	return path_beside(member(text), name, trusting(trust));
}

TEST(path_beside, is_in_the_folder_of_the_document) {
	EXPECT_EQ(beside("a.json", "b.txt"), "b.txt");
	EXPECT_EQ(beside("c/a.json", "d/b*.txt"), "c/d/b*.txt");
	EXPECT_EQ(beside("../c/a.json", "b.txt"), "../c/b.txt");
}

TEST(path_beside, may_be_absolute_within_that_folder) {
	EXPECT_EQ(beside("/c/a.json", "/c/d/b.txt"), "/c/d/b.txt");
	EXPECT_EQ(beside("/c/a.json", "/c/../c/b.txt"), "/c/../c/b.txt");
	const auto here = std::filesystem::current_path().string();
	EXPECT_EQ(beside("a.json", here + "/b.txt"), here + "/b.txt");
}

TEST(path_beside, is_elsewhere_only_where_that_is_trusted) {
	for (const std::string name : {"../b.txt", "/etc/passwd", "/cc/b.txt", "/c/../b.txt", "/"}) {
		EXPECT_NE(said_by([&] { beside("/c/a.json", name); }).hint.find("--trust-paths"), std::string::npos);
		EXPECT_THROW(beside("a.json", name), error) << name;
		EXPECT_NO_THROW(beside("/c/a.json", name, true)) << name;
	}
}

TEST(path_beside, follows_links_within_the_folder_only) {
	const test_folder folder;
	folder.put("secret.txt", "s");
	folder.put("asset/a.txt", "a");
	std::filesystem::create_directory_symlink(folder.path / "asset", folder / "way_in");
	std::filesystem::create_symlink("../secret.txt", folder / "asset/out.txt");
	std::filesystem::create_directory_symlink("..", folder / "asset/up");
	std::filesystem::create_symlink("a.txt", folder / "asset/in.txt");
	for (const std::string &document : {folder / "asset/a.json", folder / "way_in/a.json"}) {
		for (const std::string name : {"out.txt", "up/secret.txt"}) {
			const auto said = said_by([&] { beside(document, name); });
			EXPECT_NE(said.what.find("is outside the folder of"), std::string::npos) << said.what;
			EXPECT_NE(said.hint.find("--trust-paths"), std::string::npos);
			EXPECT_NO_THROW(beside(document, name, true)) << name;
		}
		for (const std::string name : {"a.txt", "in.txt", "up/asset/a.txt", "none.txt"})
			EXPECT_NO_THROW(beside(document, name)) << name;
	}
}

TEST(path_beside, is_no_longer_than_a_path_can_be) {
	std::string name;
	for (int i = 0; i < 3000; ++i)
		name += "a/";
	for (const bool trust : {false, true})
		EXPECT_EQ(said_by([&] { beside("a.json", name, trust); }).hint, "a name has at most 4096 bytes");
}

TEST(path_beside, is_no_pipe) {
	const test_folder folder;
	ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
	for (const bool trust : {false, true})
		EXPECT_EQ(said_by([&] { beside(folder / "a.json", "pipe", trust); }).what,
			  quote(folder / "pipe") + " is a pipe or a device, which may never end");
}

} // namespace
} // namespace assetc
