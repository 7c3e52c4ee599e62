// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "output_place.h"

#include "file.h"
#include "test_folder.h"

#include <fcntl.h>
#include <sys/stat.h>

namespace assetc {
namespace {

namespace fs = std::filesystem;

std::string of_descriptor(int number) {
	return "/dev/fd/" + std::to_string(number);
}

void write(const std::string &path, const std::string &bytes) {
	write_file(path, [&](const byte_sink &out) { out(bytes); });
}

TEST(output_place, is_the_file_at_the_end_of_the_links) {
	const test_folder folder;
	folder.put("real/a", "");
	fs::create_symlink("b", folder / "a");
	fs::create_symlink("real/a", folder / "b");
	const auto place = find_output_place(folder / "a");
	EXPECT_EQ(place.file, folder / "real/a");
	EXPECT_FALSE(place.stream.is_open());
	EXPECT_EQ(find_output_place("fresh").file, "fresh");
}

TEST(output_place, follows_as_many_links_as_the_kernel) {
	const test_folder folder;
	fs::create_symlink("fresh", folder / "0");
	for (int i = 1; i <= 40; ++i)
		fs::create_symlink(std::to_string(i - 1), folder / std::to_string(i));
	EXPECT_EQ(find_output_place(folder / "39").file, folder / "fresh");
	EXPECT_EQ(said_by([&] { find_output_place(folder / "40"); }).what,
		  "cannot write: Too many levels of symbolic links");
}

TEST(output_place, is_not_where_another_leads_in_a_folder_for_everybody) {
	const test_folder folder;
	folder.put("precious", "before");
	fs::create_directory(folder.path / "all");
	ASSERT_EQ(::chmod((folder / "all").c_str(), 01777), 0);
	for (const std::string target : {"../precious", "../fresh"}) {
		const auto link = folder / "all/link";
		fs::remove(link);
		fs::create_symlink(target, link);
		EXPECT_NO_THROW(find_output_place(link));
		if (::lchown(link.c_str(), 65534, 65534) != 0)
			GTEST_SKIP() << "needs another user";
		EXPECT_EQ(said_by([&] { find_output_place(link); }).what, "cannot write: Permission denied");
		ASSERT_EQ(::chmod((folder / "all").c_str(), 0777), 0);
		EXPECT_NO_THROW(find_output_place(link)); // as the kernel has it: who can put in, can replace
		ASSERT_EQ(::chmod((folder / "all").c_str(), 01777), 0);
		ASSERT_EQ(::lchown((folder / "all").c_str(), 65534, -1), 0);
		EXPECT_NO_THROW(find_output_place(link)); // the folder's owner could do as much without
		ASSERT_EQ(::lchown((folder / "all").c_str(), 0, -1), 0);
	}
	EXPECT_EQ(folder.get("precious"), "before");
}

TEST(output_place, is_what_a_descriptor_has_open) {
	int ends[2];
	ASSERT_EQ(::pipe(ends), 0);
	const descriptor reader(ends[0]);
	{
		const descriptor writer(ends[1]);
		write(of_descriptor(ends[1]), "through");
		write("/proc/self/fd/" + std::to_string(ends[1]), " and through");
	}
	EXPECT_EQ(read_file(of_descriptor(ends[0])), "through and through");
}

TEST(output_place, goes_on_where_a_descriptor_has_come_to) {
	const test_folder folder;
	const descriptor open(::open((folder / "a").c_str(), O_WRONLY | O_CREAT, 0600));
	ASSERT_EQ(::write(open.get(), "before ", 7), 7);
	write(of_descriptor(open.get()), "between");
	ASSERT_EQ(::write(open.get(), " after", 6), 6);
	EXPECT_EQ(folder.get("a"), "before between after");
}

TEST(output_place, makes_no_file_of_the_name_that_a_deleted_one_had) {
	const test_folder folder;
	const descriptor open(::open((folder / "a").c_str(), O_RDWR | O_CREAT, 0600));
	fs::remove(folder / "a");
	write(of_descriptor(open.get()), "x");
	EXPECT_TRUE(fs::is_empty(folder.path));
	char got = 0;
	EXPECT_EQ(::pread(open.get(), &got, 1, 0), 1);
	EXPECT_EQ(got, 'x');
}

TEST(output_place, tells_of_a_descriptor_that_cannot_be_written_to) {
	const descriptor open(::open("/dev/null", O_RDONLY));
	EXPECT_EQ(said_by([&] { write(of_descriptor(open.get()), "x"); }).what, "cannot write: Bad file descriptor");
}

TEST(output_place, is_no_folder) {
	const test_folder folder;
	fs::create_directory(folder.path / "a");
	fs::create_symlink("a", folder / "link");
	for (const std::string name : {"a", "a/", "link", "link/"})
		EXPECT_EQ(said_by([&] { find_output_place(folder / name); }).what, "cannot write: Is a directory");
}

} // namespace
} // namespace assetc
