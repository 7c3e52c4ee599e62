// SPDX-License-Identifier: GPL-2.0-or-later
#include "name.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace assetc {
namespace {

TEST(name, may_have_letters_digits_and_underscores) {
	for (const auto name :
	     {"parrot", "a", "a1", "party_parrot_2", "abcdefghijklmnopqrstuvwxyz012345", "nullable", "ttyx"})
		EXPECT_FALSE(find_name_fault(name)) << name;
}

TEST(name, is_refused_where_it_is_no_name) {
	for (const auto name : {"", "Parrot", "1parrot", "_parrot", "party-parrot", "party parrot", "par/rot", "..",
				"parrot.ko", "abcdefghijklmnopqrstuvwxyz0123456", "p\u00e4rrot", "a\n"})
		EXPECT_TRUE(find_name_fault(name)) << name;
}

TEST(name, is_refused_where_it_is_taken) {
	for (const auto name :
	     {"null", "zero", "tty",   "tty1",      "ttyS0", "loop",  "loop7",  "fuse",  "kmsg",    "mem",
	      "sda",  "sda1", "input", "bluetooth", "ext4",  "i8042", "static", "linux", "current", "zram0"})
		EXPECT_TRUE(find_name_fault(name)) << name;
}

TEST(name, is_refused_where_it_is_that_of_a_driver) {
	for (const auto name : {"button", "battery", "fan", "rose", "tulip", "lightning", "phantom", "i915", "amdgpu",
				"snd_hda_intel", "zynqmp_ipi_mailbox", "a100u2w", "font", "workqueue", "panfrost"})
		EXPECT_TRUE(find_name_fault(name)) << name;
	for (const auto name : {"cat", "fire", "dance", "snd_hda", "butt", "ton", "amd_gpu"})
		EXPECT_FALSE(find_name_fault(name)) << name;
}

TEST(name, is_refused_where_it_is_that_of_a_header_of_the_player) {
	for (const auto &file : std::filesystem::directory_iterator(MODULE_FOLDER))
		EXPECT_TRUE(file.path().extension() != ".h" || find_name_fault(file.path().stem().string()))
			<< file.path();
}

TEST(name, that_is_refused_comes_with_one_that_is_not) {
	EXPECT_EQ(find_name_fault("Party Parrot")->hint,
		  "a name begins with a letter and has at most 32 of a-z, 0-9 and _: \"party_parrot\" would do");
	EXPECT_EQ(find_name_fault("")->hint,
		  "a name begins with a letter and has at most 32 of a-z, 0-9 and _; choose one with --name");
}

TEST(name, is_made_from_that_of_a_file) {
	EXPECT_EQ(name_from_file("Party Parrot (2).gif"), "party_parrot_2");
	EXPECT_EQ(name_from_file("/tmp/a.b/parrot.json"), "parrot");
	EXPECT_EQ(name_from_file("parrot"), "parrot");
	EXPECT_EQ(name_from_file("parrot.tar.gz"), "parrot_tar");
	EXPECT_EQ(name_from_file("__x--y__.png"), "x_y");
	EXPECT_EQ(name_from_file("2parrots.json"), "a2parrots");
	EXPECT_EQ(name_from_file("\u00e9t\u00e9.json"), "t");
	EXPECT_EQ(name_from_file("---.json"), "");
	EXPECT_EQ(name_from_file(std::string(31, 'x') + "__y.json"), std::string(31, 'x'));
	EXPECT_EQ(name_from_file("9" + std::string(40, 'x')).size(), 32u);
}

TEST(name, made_from_a_file_is_well_formed) {
	for (const std::string file :
	     {"Party Parrot (2).gif", "2.json", "a__________________________________________________b", "x__.y"})
		EXPECT_FALSE(find_name_fault(name_from_file(file))) << name_from_file(file);
}

} // namespace
} // namespace assetc
