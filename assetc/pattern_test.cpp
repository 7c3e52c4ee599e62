// SPDX-License-Identifier: GPL-2.0-or-later
#include "pattern.h"

#include "test_folder.h"

#include <algorithm>

namespace assetc {
namespace {

TEST(pattern, has_a_wildcard) {
	EXPECT_TRUE(is_pattern("*.png"));
	EXPECT_TRUE(is_pattern("frame?.png"));
	EXPECT_TRUE(is_pattern("[0-9].png"));
	EXPECT_FALSE(is_pattern("frame (2).png"));
}

TEST(natural_order, compares_numbers_as_numbers) {
	const std::vector<std::string> ordered = {"",
						  "1.png",
						  "2.png",
						  "10.png",
						  "a",
						  "a1b2",
						  "a1b10",
						  "a2",
						  "a02b",
						  "b",
						  "b99999999999999999999998",
						  "b99999999999999999999999"};
	for (std::size_t i = 0; i < ordered.size(); ++i)
		for (std::size_t j = 0; j < ordered.size(); ++j)
			EXPECT_EQ(naturally_before(ordered[i], ordered[j]), i < j)
				<< ordered[i] << " and " << ordered[j];
}

TEST(natural_order, tells_leading_zeros_apart) {
	EXPECT_NE(naturally_before("01", "1"), naturally_before("1", "01"));
	EXPECT_FALSE(naturally_before("0", "0"));
	EXPECT_TRUE(naturally_before("00", "1"));
}

TEST(natural_order, does_not_depend_on_where_it_starts) {
	std::vector<std::string> files = {"x9", "x10", "x09", "x010", "x1", "x01", "y", "X1"};
	auto other = files;
	std::reverse(other.begin(), other.end());
	std::sort(files.begin(), files.end(), naturally_before);
	std::sort(other.begin(), other.end(), naturally_before);
	EXPECT_EQ(files, other);
}

using files = std::vector<std::string>;

files matching(const std::string &pattern) {
	std::size_t looks = 1000;
	return matching_files(pattern, looks).value_or(files{"too many"});
}

TEST(pattern, may_have_parts_that_match_themselves_only) {
	const test_folder folder;
	const auto file = folder.put("a[b]*?\\]", "");
	folder.put("abxx]", "");
	EXPECT_EQ(matching(folder / as_it_is("a[b]*?\\]")), files{file});
	EXPECT_EQ(as_it_is("Party (2)"), "Party (2)");
}

TEST(matching_files, are_in_natural_order) {
	const test_folder folder;
	for (const auto name : {"10.txt", "9.txt", "1.txt", "1.png"})
		folder.put(name, "");
	EXPECT_EQ(matching(folder / "*.txt"), (files{folder / "1.txt", folder / "9.txt", folder / "10.txt"}));
	EXPECT_EQ(matching(folder / "*.gif"), files{});
	EXPECT_EQ(matching(folder / "none/*"), files{});
}

TEST(matching_files, may_lie_in_folders_that_match) {
	const test_folder folder;
	const auto one = folder.put("a1/x.txt", ""), two = folder.put("a2/x.txt", "");
	folder.put("a3", "");
	EXPECT_EQ(matching(folder / "a*/x.txt"), (files{one, two}));
	EXPECT_EQ(matching(folder / "a*//[w-z].txt"), (files{folder / "a1//x.txt", folder / "a2//x.txt"}));
	EXPECT_EQ(matching(folder / "a1/*/../*"), files{});
	EXPECT_EQ(matching(folder / "a*/../a1/?.txt"), (files{folder / "a1/../a1/x.txt", folder / "a2/../a1/x.txt"}));
	EXPECT_EQ(matching(folder / "a*/"), (files{folder / "a1/", folder / "a2/"}));
}

TEST(matching_files, are_hidden_unless_a_period_shows_them) {
	const test_folder folder;
	const auto file = folder.put(".a", "");
	EXPECT_EQ(matching(folder / "*a"), files{});
	EXPECT_EQ(matching(folder / ".*"), files{file});
}

TEST(matching_files, may_begin_here) {
	const auto here = std::filesystem::current_path();
	const test_folder folder;
	folder.put("a.txt", "");
	std::filesystem::current_path(folder.path);
	EXPECT_EQ(matching("*"), files{"a.txt"});
	EXPECT_EQ(matching("./?.txt"), files{"./a.txt"});
	EXPECT_EQ(matching("/de[v]"), files{"/dev"});
	std::filesystem::current_path(here);
}

// Links let three names in a folder be a thousand files, or as many as anyone likes.
TEST(matching_files, are_not_looked_for_without_end) {
	const test_folder folder;
	folder.put("a.txt", "");
	for (const auto name : {"x", "y"})
		std::filesystem::create_directory_symlink(".", folder / name);
	EXPECT_EQ(matching(folder / "*/*/a.txt").size(), 4);
	EXPECT_EQ(matching(folder / "*/*/*/*/*/*/*/*/*/*/a.txt"), files{"too many"});
	std::string far = folder / "a.txt";
	for (int i = 0; i < 5000; ++i)
		far += "/*";
	EXPECT_EQ(matching(far), files{});
}

} // namespace
} // namespace assetc
