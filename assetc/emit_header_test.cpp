// SPDX-License-Identifier: GPL-2.0-or-later
#include "emit_header.h"

#include "test_folder.h"

#include <random>

namespace assetc {
namespace {

std::string header_of(const frame_table &table) {
	std::string header;
	emit_header(table, [&](std::string_view bytes) { header += bytes; });
	return header;
}

frame_table table_of(std::vector<std::string> texts) {
	frame_table table{"parrot", "Parrot", "us", "CC0-1.0", "parrot.json", 80, 24, 3, std::move(texts), {}};
	for (std::size_t i = 0; i < table.texts.size(); ++i)
		table.entries.push_back({i, static_cast<std::uint32_t>(70'000 + i)});
	return table;
}

// What the compiler has understood: each entry's hold, length and bytes, and the credits.
constexpr const char *program = R"(
#include "parrot.h"
#include <stdio.h>
int main(void)
{
	unsigned int i;
	printf("%s|%s|%s|%s\n", ANIMATION_NAME, ANIMATION_TITLE, ANIMATION_AUTHOR, ANIMATION_LICENSE);
	printf("%u %u %u %u\n", animation.frames, animation.loops, animation.columns, animation.rows);
	for (i = 0; i <= animation.frames; i++) {
		printf("%u %u\n", animation.entries[i].hold_us, animation.entries[i].length);
		fwrite(animation.entries[i].bytes, 1, animation.entries[i].length, stdout);
	}
	return 0;
}
)";

std::string understood(const frame_table &table) {
	const test_folder folder;
	folder.put("parrot.h", header_of(table));
	folder.put("parrot.c", program);
	const std::string compile = C_COMPILER " -std=gnu89 -trigraphs -Wall -Wextra -Werror -I" MODULE_FOLDER " -o ";
	EXPECT_EQ(std::system((compile + (folder / "parrot") + " " + (folder / "parrot.c")).c_str()), 0);
	EXPECT_EQ(std::system(((folder / "parrot") + " > " + (folder / "out")).c_str()), 0);
	return folder.get("out");
}

std::string meant(const frame_table &table) {
	std::string all = table.name + "|" + table.title + "|" + table.author + "|" + table.license + "\n";
	for (const auto number : {static_cast<int>(table.frames()), table.loops, table.columns, table.rows})
		all += std::to_string(number) + (number == table.rows ? "\n" : " ");
	for (const auto &entry : table.entries) {
		const auto &text = table.texts[entry.text];
		all += std::to_string(entry.hold_us) + " " + std::to_string(text.size()) + "\n" + text;
	}
	return all;
}

void expect_understood(const frame_table &table) {
	EXPECT_EQ(understood(table), meant(table));
}

std::string random_text(std::mt19937 &random, std::size_t pieces) {
	const std::vector<std::string> some = {
		"\033[H",  "\033[31m", "\n", "?",  "??",     "?\?/",   "?\?=",   "\\",         "\"",     "%s",
		"7",       "a",        " ",  "*/", "/*",     "//",     "\u00e9", "\U0001f99c", "\u00ad", "\u200d",
		"e\u0301", "\r",       "\b", "\t", "\u202e", "\u2066", "\\\n",   "*",          "/",      "\xff"};
	std::string text;
	for (std::size_t i = 0; i < pieces; ++i)
		text += some[random() % some.size()];
	return text;
}

TEST(escaped_text, means_the_same_in_c) {
	EXPECT_EQ(c_escaped("plain"), "plain");
	EXPECT_EQ(c_escaped("\"\\"), "\\\"\\\\");
	EXPECT_EQ(c_escaped("\033[31m7"), "\\033[31m7");
	EXPECT_EQ(c_escaped(std::string("\0"
					"1",
					2)),
		  "\\0001");
	EXPECT_EQ(c_escaped("a\nb\tc\rd"), "a\\nb\\011c\\015d");
	EXPECT_EQ(c_escaped("what?\?!"), "what?\\?!");
	EXPECT_EQ(c_escaped("???"
			    "?"),
		  "?\\?\\?\\?");
	EXPECT_EQ(c_escaped("\u00e9\U0001f99c"), "\u00e9\U0001f99c");
	EXPECT_EQ(c_escaped("\u00ad"), "\\302\\255");
	EXPECT_EQ(c_escaped("\u2764\ufe0f\u034f"), "\u2764\\357\\270\\217\\315\\217");
	EXPECT_EQ(c_escaped("\xff\xfe"), "\\377\\376");
	EXPECT_EQ(c_escaped("\u009b"), "\\302\\233");
	EXPECT_EQ(c_escaped("\n\x84\"\x84"), "\\n\\204\\\"\\204");
}

TEST(header, gives_the_compiler_every_byte) {
	std::mt19937 random(1);
	expect_understood(
		table_of({random_text(random, 400), random_text(random, 400), "a", random_text(random, 3000)}));
}

TEST(header, gives_the_compiler_frames_that_are_longer_than_a_literal_may_be) {
	std::mt19937 random(2);
	expect_understood(table_of({std::string(7999, 'a'), std::string(8000, 'b'), std::string(8001, 'c'),
				    std::string(24'000, '?'), random_text(random, 20'000), std::string(20'000, '\n'),
				    std::string(7999, 'd') + "\u00e9"}));
}

TEST(header, has_no_literal_that_sparse_complains_of) {
	std::mt19937 random(3);
	const auto header = header_of(table_of({random_text(random, 40'000), "b"}));
	for (auto at = header.find("piece_"); at != header.npos; at = header.find("piece_", at + 1))
		EXPECT_LE(std::stoi(header.substr(header.find('[', at) + 1)), 8191);
}

TEST(header, survives_credits_that_try_to_end_it) {
	auto table = table_of({"a", "b"});
	table.title = "*/ #error /* \" ?\?/ \\ \u00e9";
	table.author = "/*/*/ // */";
	table.license = "\\";
	table.source_name = "*/ */*/.json";
	expect_understood(table);
}

// Trigraphs are what they are only in the oldest C.
TEST(header, survives_credits_of_anything) {
	std::mt19937 random(4);
	for (const std::size_t pieces : {1, 2, 3, 5, 10, 300, 3000}) {
		auto table = table_of({random_text(random, pieces), "b"});
		for (auto *text : {&table.title, &table.author, &table.license, &table.source_name})
			*text = random_text(random, pieces);
		expect_understood(table);
		const auto header = header_of(table);
		EXPECT_TRUE(header.substr(header.find("*/")).starts_with("*/\n#ifndef ANIMATION_NAME\n"));
	}
}

TEST(header, has_frames_once_that_are_the_same) {
	auto table = table_of({"one", "two"});
	table.entries = {{0, 1}, {1, 2}, {0, 3}, {1, 4}, {0, 5}};
	expect_understood(table);
	const auto header = header_of(table);
	EXPECT_EQ(header.find("\"one\""), header.rfind("\"one\""));
	EXPECT_NE(header.find("/* frame 2: 0.003 ms; the same as frame 0 */"), header.npos);
}

TEST(header, begins_each_row_on_a_line_of_its_own) {
	const auto header = header_of(table_of({"\033[H\033[J\033[31mone\033[K\ntwo\n", "\033[Hx\n"}));
	EXPECT_NE(header.find("static const char frame_0[] =\n"
			      "\t\"\\033[H\\033[J\\033[31m\"\n"
			      "\t\"one\\033[K\\n\"\n"
			      "\t\"two\\n\";\n"),
		  header.npos);
}

} // namespace
} // namespace assetc
