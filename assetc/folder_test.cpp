// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "folder.h"

#include "test_folder.h"
#include "test_reading.h"

#include <sys/stat.h>

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

TEST(folder, of_dos_has_its_texts_too) {
	const test_folder in;
	in.put("a/1.txt", "1");
	in.put("a/2.TXT", "2");
	EXPECT_EQ(read_many_files(in / "a", {}).frames.size(), 2u);
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

TEST(folder, has_no_links_that_lead_out) {
	const test_folder in;
	in.put("secret.txt", "secret");
	in.put("given/1.txt", "1");
	std::filesystem::create_symlink("1.txt", in / "given/2.txt");
	EXPECT_EQ(rows(read_many_files(in / "given", {})), (many{"1", "1"}));
	std::filesystem::create_symlink("../secret.txt", in / "given/3.txt");
	std::filesystem::create_directory_symlink("..", in / "given/up");
	for (const auto *way : {"given", "given/*.txt", "given/*/*.txt", "given/[u]p/secret.txt"}) {
		const auto said = said_by([&] { read_many_files(in / way, {}); });
		EXPECT_EQ(said.what, "this link leads out of the folder") << way;
		EXPECT_NE(said.hint.find("--trust-paths"), std::string::npos);
	}
	EXPECT_EQ(rows(read_many_files(in / "given", trusting(true))), (many{"1", "1", "secret"}));
	std::filesystem::create_directory_symlink("given", in / "way_in");
	std::filesystem::remove(in / "given/3.txt");
	EXPECT_EQ(rows(read_many_files(in / "way_in", {})), (many{"1", "1"}));
}

TEST(folder, waits_for_no_pipe) {
	const test_folder in;
	in.put("1.txt", "1");
	ASSERT_EQ(::mkfifo((in / "2.txt").c_str(), 0600), 0);
	EXPECT_EQ(rows(read_many_files(in.path, {})), many{"1"});
	for (const bool trust : {false, true})
		EXPECT_EQ(said_by([&] { read_many_files(in / "*", trusting(trust)); }).what,
			  "this is a pipe or a device, which may never end");
}

} // namespace
} // namespace assetc
