// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "beside.h"

#include "test_folder.h"
#include "test_reading.h"

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

} // namespace
} // namespace assetc
