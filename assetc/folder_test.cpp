// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "folder.h"

#include "test_folder.h"

namespace assetc {
namespace {

const std::string gray = "P5 1 1 255 a";

std::vector<std::string> rows(const animation &of) {
	std::vector<std::string> all;
	for (const auto &shown : of.frames)
		if (const auto *const text = std::get_if<text_art>(&shown.content))
			all.push_back(text->art.front());
		else
			all.push_back(std::filesystem::path(std::get<picture_part>(shown.content).file).filename());
	return all;
}

using many = std::vector<std::string>;

TEST(folder, has_its_texts_in_natural_order) {
	const test_folder in;
	for (const auto *number : {"10", "2", "1"})
		in.put(std::string("Party (2)/") + number + ".txt", number);
	in.put("Party (2)/CREDITS", "nobody");
	in.put("Party (2)/.hidden.txt", "nothing");
	for (const auto *way : {"Party (2)", "Party (2)/", "Party (2)/*.txt"}) {
		const auto read = read_many_files(in / way, {});
		EXPECT_EQ(rows(read), (many{"1", "2", "10"})) << way;
		EXPECT_EQ(read.name, "party_2") << way;
	}
}

TEST(folder, has_its_pictures_rather_than_its_texts) {
	const test_folder in;
	in.put("2.ppm", gray);
	in.put("1", gray);
	in.put("about.txt", "two pictures");
	EXPECT_EQ(rows(read_many_files(in.path, {})), (many{"1", "2.ppm"}));
	EXPECT_EQ(rows(read_many_files(in / "*", {})), (many{"1", "2.ppm", "two pictures"}));
}

TEST(folder, is_told_from_a_file_with_a_star) {
	const test_folder in;
	in.put("a*.txt", "star");
	EXPECT_TRUE(names_many_files(in.path));
	EXPECT_TRUE(names_many_files(in / "?"));
	EXPECT_FALSE(names_many_files(in / "a*.txt"));
	EXPECT_FALSE(names_many_files(in / "b.txt"));
}

TEST(folder, is_refused_where_nothing_is) {
	const test_folder in;
	EXPECT_EQ(said_by([&] { read_many_files(in.path, {}); }).what,
		  "this folder has neither pictures nor texts (*.txt) in it");
	EXPECT_EQ(said_by([&] { read_many_files(in / "*.png", {}); }).what, "no file matches this");
	in.put("Party [2]/a.md", "");
	EXPECT_EQ(said_by([&] { read_many_files(in / "Party [2]", {}); }).hint,
		  "'" + in / "Party \\[2]/*" + "' takes whatever is there");
	in.put("1.txt", "1");
	in.put("2.txt", "2");
	EXPECT_EQ(said_by([&] { read_many_files(in.path, {.at_most = {64, 1}}); }).what, "this has more than 1 frames");
}

} // namespace
} // namespace assetc
