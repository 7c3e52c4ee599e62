// SPDX-License-Identifier: GPL-2.0-or-later
#include "file.h"

#include "test_folder.h"

#include <fcntl.h>
#include <future>
#include <sys/stat.h>
#include <thread>

namespace assetc {
namespace {

namespace fs = std::filesystem;

void write(const std::string &path, const std::string &bytes) {
	write_file(path, [&](const byte_sink &out) { out(bytes); });
}

std::size_t files_in(const test_folder &folder) {
	return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder.path), fs::directory_iterator()));
}

mode_t mode_of(const std::string &path) {
	struct stat status {};
	EXPECT_EQ(::stat(path.c_str(), &status), 0);
	return status.st_mode & 07777;
}

// Someone who is not root, for as long as it lives: root may read everything.
struct ordinary_user {
	uid_t before = ::geteuid();
	ordinary_user() {
		if (before == 0 && ::seteuid(65534) != 0)
			ADD_FAILURE();
	}
	ordinary_user(const ordinary_user &) = delete;
	ordinary_user &operator=(const ordinary_user &) = delete;
	~ordinary_user() {
		if (before == 0 && ::seteuid(before) != 0)
			ADD_FAILURE();
	}
};

// A pipe in the place of both standard streams, of which none waits, as another program may have made them.
struct impatient_pipe {
	int input = ::dup(STDIN_FILENO);
	int output = ::dup(STDOUT_FILENO);
	impatient_pipe() {
		int ends[2];
		if (::pipe2(ends, O_NONBLOCK) != 0)
			return;
		for (const int stream : {STDIN_FILENO, STDOUT_FILENO}) {
			::dup2(ends[stream], stream);
			::close(ends[stream]);
		}
	}
	impatient_pipe(const impatient_pipe &) = delete;
	impatient_pipe &operator=(const impatient_pipe &) = delete;
	~impatient_pipe() {
		end_output();
		::dup2(input, STDIN_FILENO);
		::close(input);
		::close(output);
	}
	void end_output() const { ::dup2(output, STDOUT_FILENO); }
};

TEST(reading, gives_every_byte) {
	const test_folder folder;
	for (const std::size_t size : {0, 1, 65535, 65536, 65537, 1'000'000}) {
		std::string bytes(size, '\0');
		for (std::size_t i = 0; i < size; ++i)
			bytes[i] = static_cast<char>(i * 7);
		EXPECT_EQ(read_file(folder.put("a", bytes)), bytes);
	}
}

TEST(reading, works_from_a_pipe) {
	int ends[2];
	ASSERT_EQ(::pipe(ends), 0);
	std::thread writer([&] {
		const std::string bytes(300'000, 'x');
		EXPECT_EQ(::write(ends[1], bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
		::close(ends[1]);
	});
	EXPECT_EQ(read_file("/dev/fd/" + std::to_string(ends[0])).size(), 300'000u);
	writer.join();
	::close(ends[0]);
}

TEST(reading, refuses_what_is_no_file) {
	const test_folder folder;
	EXPECT_EQ(said_by([&] { read_file(folder.path); }).what, "cannot read: Is a directory");
	EXPECT_EQ(said_by([&] { read_file(folder / "none"); }).what, "cannot read: No such file or directory");
	EXPECT_EQ(said_by([&] { read_file(folder.put("a", "") + "/b"); }).what, "cannot read: Not a directory");
	EXPECT_EQ(said_by([&] { read_file(""); }).what, "cannot read: No such file or directory");
}

TEST(reading, refuses_what_has_no_end) {
	EXPECT_EQ(said_by([] { read_file("/dev/zero"); }).what,
		  "this file is larger than 1 GiB, the most that is read");
}

TEST(reading, tells_who_may_not) {
	const test_folder folder;
	const auto file = folder.put("secret", "x");
	fs::permissions(folder.path, fs::perms::all);
	fs::permissions(file, fs::perms::none);
	const ordinary_user user;
	const auto said = said_by([&] { read_file(file); });
	EXPECT_EQ(said.what, "cannot read: Permission denied");
	EXPECT_EQ(said.hint, "see who may use it with: ls -ld");
}

TEST(reading, suggests_the_file_that_was_meant) {
	const test_folder folder;
	folder.put("parrot.json", "");
	folder.put("rocket.json", "");
	EXPECT_EQ(said_by([&] { read_file(folder / "parot.json"); }).hint,
		  "did you mean " + quote(folder / "parrot.json") + "?");
	EXPECT_EQ(said_by([&] { read_file(folder / "wings"); }).hint, "");
}

TEST(place, has_line_and_column_in_characters) {
	const std::string text = "one\n\u00e9\u00e9x\r\n\nlast";
	EXPECT_EQ(locate("a", text, 0).line, 1);
	EXPECT_EQ(locate("a", text, 2).column, 3);
	EXPECT_EQ(locate("a", text, 8).line, 2);
	EXPECT_EQ(locate("a", text, 8).column, 3);
	EXPECT_EQ(locate("a", text, 8).source_line, "\u00e9\u00e9x");
	EXPECT_EQ(locate("a", text, 11).source_line, "");
	EXPECT_EQ(locate("a", text, text.size()).column, 5);
	EXPECT_EQ(locate("a", "", 0).column, 1);
}

TEST(place, keeps_no_more_of_a_long_line_than_is_shown) {
	std::string text;
	for (int i = 0; i < 100'000; ++i)
		text += "\u00e9";
	text += "x" + std::string(100'000, 'y');
	const auto where = locate("a", "\n" + text, 200'001);
	EXPECT_EQ(where.line, 2);
	EXPECT_EQ(where.column, 100'001);
	EXPECT_LT(where.source_line.size(), 3000u);
	EXPECT_EQ(where.source_line.substr(0, 2), "\u00e9");
	EXPECT_NE(where.source_line.find("\u00e9x"), where.source_line.npos);
	EXPECT_EQ(where.column - where.first_column, 500);
	const auto said = to_text({where, "wrong", ""}, "error", false);
	EXPECT_NE(said.find("\u00e9xyyy"), said.npos);
	EXPECT_NE(said.find("| " + std::string(50, ' ') + "^\n"), said.npos);
}

TEST(writing, makes_folders_that_are_missing) {
	const test_folder folder;
	write(folder / "a/b/c.h", "x");
	EXPECT_EQ(folder.get("a/b/c.h"), "x");
}

TEST(writing, puts_many_pieces_together) {
	const test_folder folder;
	write_file(folder / "a", [](const byte_sink &out) {
		for (int i = 0; i < 100'000; ++i)
			out("0123456789");
	});
	EXPECT_EQ(folder.get("a").size(), 1'000'000u);
}

TEST(writing, leaves_what_was_there_when_it_fails) {
	const test_folder folder;
	folder.put("a", "before");
	EXPECT_THROW(write_file(folder / "a",
				[](const byte_sink &out) {
					out(std::string(200'000, 'x'));
					throw error(about("a", "no more", ""));
				}),
		     error);
	EXPECT_EQ(folder.get("a"), "before");
	EXPECT_EQ(files_in(folder), 1u);
}

TEST(writing, makes_no_folders_when_it_fails) {
	const test_folder folder;
	fs::create_directory(folder.path / "a");
	EXPECT_THROW(write_file(folder / "a/b/c/d", [](const byte_sink &) { throw error(about("a", "no more", "")); }),
		     error);
	EXPECT_TRUE(fs::is_directory(folder.path / "a"));
	EXPECT_TRUE(fs::is_empty(folder.path / "a"));
}

TEST(writing, shows_nothing_before_it_is_done) {
	const test_folder folder;
	folder.put("a", "before");
	write_file(folder / "a", [&](const byte_sink &out) {
		out(std::string(200'000, 'x'));
		EXPECT_EQ(folder.get("a"), "before");
	});
	EXPECT_EQ(folder.get("a").size(), 200'000u);
}

TEST(writing, keeps_the_mode_of_what_it_replaces) {
	const test_folder folder;
	fs::permissions(folder.put("a", "before"), fs::perms(0640));
	write(folder / "a", "after");
	EXPECT_EQ(mode_of(folder / "a"), 0640u);
}

TEST(writing, keeps_the_group_of_what_it_replaces) {
	const test_folder folder;
	const auto file = folder.put("a", "before");
	if (::chown(file.c_str(), -1, 65534) != 0)
		GTEST_SKIP() << "needs another group";
	fs::permissions(file, fs::perms(0640));
	write(file, "after");
	struct stat status {};
	ASSERT_EQ(::stat(file.c_str(), &status), 0);
	EXPECT_EQ(status.st_gid, 65534u);
	EXPECT_EQ(mode_of(file), 0640u);
}

TEST(writing, makes_nothing_that_runs_as_its_owner) {
	const test_folder folder;
	for (const mode_t extra : {S_ISUID, S_ISGID, S_ISVTX}) {
		const auto file = folder.put("a", "before");
		ASSERT_EQ(::chmod(file.c_str(), 0755 | extra), 0);
		write(file, "after");
		EXPECT_EQ(mode_of(file), 0755u);
	}
}

TEST(writing, does_not_take_the_mode_of_what_another_has_put_there) {
	const test_folder folder;
	const auto file = folder.put("a", "before");
	ASSERT_EQ(::chmod(file.c_str(), 0666), 0);
	if (::chown(file.c_str(), 65534, -1) != 0)
		GTEST_SKIP() << "needs another user";
	const auto mask = ::umask(022);
	write(file, "after");
	::umask(mask);
	EXPECT_EQ(mode_of(file), 0644u);
}

TEST(writing, makes_files_as_the_mask_wants_them) {
	const test_folder folder;
	const auto mask = ::umask(027);
	write(folder / "a", "x");
	::umask(mask);
	EXPECT_EQ(mode_of(folder / "a"), 0640u);
}

TEST(writing, goes_through_a_symbolic_link) {
	const test_folder folder;
	folder.put("real/a", "before");
	fs::create_symlink("real/a", folder / "link");
	write(folder / "link", "after");
	EXPECT_TRUE(fs::is_symlink(folder / "link"));
	EXPECT_EQ(folder.get("real/a"), "after");
}

TEST(writing, makes_what_a_symbolic_link_names) {
	const test_folder folder;
	fs::create_symlink("fresh", folder / "link");
	write(folder / "link", "x");
	EXPECT_EQ(folder.get("fresh"), "x");
	EXPECT_TRUE(fs::is_symlink(folder / "link"));
}

TEST(writing, refuses_a_circle_of_links) {
	const test_folder folder;
	fs::create_symlink("b", folder / "a");
	fs::create_symlink("a", folder / "b");
	EXPECT_THROW(write(folder / "a", "x"), error);
}

TEST(writing, goes_into_a_pipe) {
	const test_folder folder;
	ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
	std::string got;
	std::thread reader([&] { got = read_file(folder / "pipe"); });
	write(folder / "pipe", "through");
	reader.join();
	EXPECT_EQ(got, "through");
	EXPECT_TRUE(fs::is_fifo(folder / "pipe"));
}

TEST(writing, tells_of_a_full_disk) {
	const auto said = said_by([] { write("/dev/full", "x"); });
	EXPECT_EQ(said.where.file, "/dev/full");
	EXPECT_EQ(said.what, "cannot write: No space left on device");
	EXPECT_EQ(said.hint, "free some space, or write elsewhere with -o");
}

TEST(writing, tells_who_may_not) {
	const test_folder folder;
	fs::create_directory(folder.path / "locked");
	fs::permissions(folder.path, fs::perms(0755));
	fs::permissions(folder.path / "locked", fs::perms(0555));
	const ordinary_user user;
	EXPECT_EQ(said_by([&] { write(folder / "locked/a", "x"); }).what, "cannot write: Permission denied");
	EXPECT_EQ(said_by([&] { write(folder / "locked/b/a", "x"); }).what,
		  "cannot make its folder: Permission denied");
}

TEST(writing, refuses_a_folder) {
	const test_folder folder;
	EXPECT_EQ(said_by([&] { write(folder.path, "x"); }).what, "cannot write: Is a directory");
}

TEST(standard_streams, are_waited_for_where_they_do_not_wait) {
	const std::string sent(300'000, 'x');
	std::future<std::string> got;
	const impatient_pipe through;
	got = std::async(std::launch::async, read_standard_input);
	::usleep(20'000); // until somebody reads, though nothing is there
	write_standard_output(sent);
	through.end_output();
	EXPECT_EQ(got.get(), sent);
}

} // namespace
} // namespace assetc
