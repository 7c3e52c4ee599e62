// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "terminal_parrot.h"

#include "test_folder.h"

namespace assetc {
namespace {

animation read(const std::string &text) {
	return read_terminal_parrot(input("a.animation", text), {});
}

using rows = std::vector<std::string>;

TEST(terminal_parrot, has_frames_behind_lines) {
	const auto made = read("description: A bird.\nother: thing\n!--FRAME--!\n a\n\nb\n!--FRAME--!\nc\n");
	EXPECT_EQ(made.title, "A bird.");
	ASSERT_EQ(made.frames.size(), 2u);
	EXPECT_EQ(std::get<text_art>(made.frames[0].content).art, (rows{" a", "", "b"}));
	EXPECT_EQ(std::get<text_art>(made.frames[1].content).art, (rows{"c"}));
	EXPECT_EQ(made.frames[1].hold, std::chrono::milliseconds(75));
}

TEST(terminal_parrot, may_come_from_windows) {
	const auto made = read("\xef\xbb\xbf"
			       "description:A bird.\r\n!--FRAME--!\r\n a\r\n!--FRAME--!\r\n\tb");
	EXPECT_EQ(made.title, "A bird.");
	ASSERT_EQ(made.frames.size(), 2u);
	EXPECT_EQ(std::get<text_art>(made.frames[0].content).art, (rows{" a"}));
	EXPECT_EQ(std::get<text_art>(made.frames[1].content).art, (rows{"        b"}));
}

TEST(terminal_parrot, tells_what_is_wrong_and_where) {
	EXPECT_EQ(said_by([] { read("!--FRAME--!\n!--FRAME--!\na\n"); }).what, "frame 0 is empty");
	const auto said = said_by([] { read("!--FRAME--!\na\nb\033[31m\n"); });
	EXPECT_EQ(said.where.line, 3);
	EXPECT_EQ(said.where.column, 2);
	std::string rows_too_many = "!--FRAME--!\n";
	for (int i = 0; i < 1001; ++i)
		rows_too_many += "x\n";
	EXPECT_EQ(said_by([&] { read(rows_too_many); }).what, "a frame has at most 1000 rows, this has 1001");
}

TEST(terminal_parrot, has_so_many_frames) {
	reading how;
	how.at_most.frames = 1;
	EXPECT_EQ(said_by([&] { read_terminal_parrot(input("a", "!--FRAME--!\na\n!--FRAME--!\nb\n"), how); }).what,
		  "this has more than 1 frames");
}

TEST(terminal_parrot, is_known_by_its_lines) {
	const auto is_one = [](const char *text) {
		input from("a", text);
		return why_no_terminal_parrot(from).empty();
	};
	EXPECT_TRUE(is_one("!--FRAME--!"));
	EXPECT_TRUE(is_one("a\r\n!--FRAME--!\r\n"));
	EXPECT_FALSE(is_one("a !--FRAME--!\n"));
	EXPECT_FALSE(is_one("!--FRAME--! a\n"));
	EXPECT_FALSE(is_one(""));
}

} // namespace
} // namespace assetc
