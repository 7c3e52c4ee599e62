// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "format.h"

#include "test_folder.h"

#include <set>

namespace assetc {
namespace {

std::string format_of(const std::string &file, const std::string &bytes) {
	input from(file, bytes);
	for (const auto &row : formats())
		if (row.refuse(from).empty())
			return std::string(row.name);
	return "";
}

TEST(format, has_a_name_of_its_own) {
	std::set<std::string_view> names;
	for (const auto &row : formats()) {
		EXPECT_TRUE(names.insert(row.name).second) << row.name;
		EXPECT_EQ(&find_format(row.name), &row);
		EXPECT_NE(describe_formats().find(row.name), std::string::npos);
	}
	EXPECT_THROW(find_format("gif89"), usage_error);
}

TEST(format, is_found_from_content) {
	EXPECT_EQ(format_of("a.txt", "\x89PNG\r\n\x1a\n"), "picture");
	EXPECT_EQ(format_of("a.txt", "{ \"frames\": [] }"), "native");
	EXPECT_EQ(format_of("a.png", "(o o)\n"), "text");
	EXPECT_EQ(format_of("a.txt", "{\"version\": 2, \"width\": 1, \"height\": 1}\n[0, \"o\", \"a\"]\n"),
		  "asciicast");
	EXPECT_EQ(format_of("a.txt", "{\"DurMovie\": {}}"), "durdraw");
	EXPECT_EQ(format_of("a.txt", "{\"id\": \"0\", \"type\": \"frame\"}\n{\"x\": 0}\n"), "darkdraw");
	EXPECT_EQ(format_of("a.txt", "{\"x\": 0, \"y\": 0, \"text\": \"a\"}\n"), "darkdraw");
	EXPECT_EQ(format_of("a.txt", "description: a\n!--FRAME--!\n(o o)\n"), "terminal-parrot");
	EXPECT_EQ(format_of("a.json", "[ { \"art\": [] } ]"), "native");
	EXPECT_EQ(format_of("a.json", "{ \"hold_m\": 70, \"frame\": [] }"), "native") << "with mistakes";
	EXPECT_EQ(format_of("a.json", "{ \"rates\": 1 }"), "");
	EXPECT_EQ(format_of("a", std::string("\x7f"
					     "ELF\0",
					     5)),
		  "");
}

TEST(format, tells_why_each_was_refused) {
	const auto said = said_by([] { read_any(input("a.json", "{ \"rates\": 1 }"), {}); });
	ASSERT_FALSE(said.notes.empty());
	std::string all;
	for (const auto &note : said.notes)
		all += note + "\n";
	for (const auto &row : formats())
		EXPECT_NE(all.find(row.name), all.npos) << row.name;
}

TEST(format, of_somebody_else_is_told_kindly) {
	EXPECT_EQ(said_by([] { read_any(input("a.json", "{ \"compilerOptions\": {} }"), {}); }).what,
		  "this is a TypeScript project's tsconfig.json: there are no frames in it");
	const auto what = [](const std::string &bytes) {
		return said_by([&] { read_any(input("a", bytes), {}); }).what;
	};
	EXPECT_EQ(what({"\xff\xfeo\0\n\0", 6}), "this file is UTF-16");
	EXPECT_EQ(what({"\x80\0\0\0\xe0\xa5\1\0", 8}), "this is a drawing of Aseprite's own");
	EXPECT_EQ(what({"\x28\xb5\x2f\xfd\0\0", 6}), "this is packed with zstd");
	EXPECT_EQ(what({"II*\0\x8\0\0\0", 8}), "this is a TIFF, which cannot be read");
}

} // namespace
} // namespace assetc
