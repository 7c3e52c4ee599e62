// SPDX-License-Identifier: GPL-2.0-or-later
#include "file.h"

#include "descriptor.h"
#include "file_error.h"
#include "output_place.h"
#include "replacement.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <vector>

namespace assetc {

namespace {

constexpr std::size_t largest_input = std::size_t{1} << 30;
constexpr std::size_t most_of_a_line = 1000; // bytes that a message may show, before and after the place
constexpr std::size_t buffer_size = std::size_t{1} << 16;

// Whether what failed is to be tried again: a signal came between, or it would have had to wait, where another program
// has made the pipe or the terminal so that it does not. Then this waits.
bool shall_try_again(int stream, short event) {
	if (errno != EAGAIN)
		return errno == EINTR;
	pollfd waited{stream, event, 0};
	return ::poll(&waited, 1, -1) >= 0 || errno == EINTR;
}

void write_all(int to, std::string_view bytes, const std::filesystem::path &path) {
	while (!bytes.empty()) {
		const auto written = ::write(to, bytes.data(), bytes.size());
		if (written < 0 && shall_try_again(to, POLLOUT))
			continue;
		if (written < 0)
			fail_to("write", path, errno);
		bytes.remove_prefix(static_cast<std::size_t>(written));
	}
}

// Collects what is written into larger pieces.
void write_buffered(int to, const std::filesystem::path &path, const std::function<void(const byte_sink &)> &write) {
	std::string buffer;
	write([&](std::string_view bytes) {
		buffer += bytes;
		if (buffer.size() < buffer_size)
			return;
		write_all(to, buffer, path);
		buffer.clear();
	});
	write_all(to, buffer, path);
}

// The folders that a file lies in. Those that were missing go again, unless the file gets there.
class folders_of {
public:
	explicit folders_of(const std::filesystem::path &file) : path(file) {
		std::error_code failed;
		for (auto folder = path.parent_path();
		     folder.has_relative_path() && !std::filesystem::exists(folder, failed);
		     folder = folder.parent_path())
			missing.push_back(folder);
	}
	folders_of(const folders_of &) = delete;
	folders_of &operator=(const folders_of &) = delete;
	~folders_of() {
		for (const auto &folder : missing) // from within; what has got something in it stays
			::rmdir(folder.c_str());
	}

	void make() {
		std::error_code failed;
		if (path.has_parent_path())
			std::filesystem::create_directories(path.parent_path(), failed);
		if (failed)
			fail_to("make its folder", path, failed.value());
	}

private:
	const std::filesystem::path &path;
	std::vector<std::filesystem::path> missing;
};

void replace_file(const std::filesystem::path &path, const std::function<void(const byte_sink &)> &write) {
	folders_of folders(path);
	folders.make();
	replacement fresh(path);
	write_buffered(fresh.descriptor(), path, write);
	fresh.take_place();
}

[[noreturn]] void refuse_as_too_large(const std::filesystem::path &path) {
	throw error(about(path.string(), "this file is larger than 1 GiB, the most that is read",
			  "cut it or make it smaller first; no option allows more, since all of it is kept in memory"));
}

std::string read_all(int from, const std::filesystem::path &path) {
	struct stat status {};
	if (::fstat(from, &status) < 0)
		fail_to("read", path, errno);
	if (S_ISDIR(status.st_mode))
		fail_to("read", path, EISDIR);
	if (S_ISREG(status.st_mode) && static_cast<std::size_t>(status.st_size) > largest_input)
		refuse_as_too_large(path);
	std::string bytes;
	bytes.reserve(std::min(static_cast<std::size_t>(status.st_size), largest_input) + 1); // one more tells the end
	for (;;) {
		const auto have = bytes.size();
		bytes.resize(have < bytes.capacity() ? bytes.capacity() : have + buffer_size);
		const auto got = ::read(from, bytes.data() + have, bytes.size() - have);
		bytes.resize(have + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
		if (got == 0)
			return bytes;
		if (got < 0 && !shall_try_again(from, POLLIN))
			fail_to("read", path, errno);
		if (bytes.size() > largest_input)
			refuse_as_too_large(path);
	}
}

} // namespace

std::string read_file(const std::filesystem::path &path) {
	const descriptor input(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
	if (!input.is_open())
		fail_to("read", path, errno);
	return read_all(input.get(), path);
}

std::string read_standard_input() {
	return read_all(STDIN_FILENO, standard_input);
}

std::string read_head(const std::filesystem::path &path, std::size_t most) {
	std::error_code failed;
	if (!std::filesystem::is_regular_file(path, failed))
		return "";
	const descriptor input(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
	std::string bytes(most, '\0');
	const auto got = ::pread(input.get(), bytes.data(), most, 0);
	bytes.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
	return bytes;
}

place locate(const std::string &file, std::string_view text, std::size_t offset) {
	const auto before = text.substr(0, offset);
	const auto line_start = before.rfind('\n') == before.npos ? 0 : before.rfind('\n') + 1;
	auto line = text.substr(line_start, text.find('\n', offset) - line_start);
	if (line.ends_with('\r'))
		line.remove_suffix(1);
	const auto starts_character = [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; };
	const auto columns = [&](std::size_t from, std::size_t to) {
		const auto part = text.substr(from, to - from);
		return static_cast<int>(std::count_if(part.begin(), part.end(), starts_character));
	};
	auto shown_start = offset > line_start + most_of_a_line ? offset - most_of_a_line : line_start;
	while (shown_start > line_start && !starts_character(text[shown_start]))
		--shown_start;
	place where;
	where.file = file;
	where.line = 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
	where.first_column = 1 + columns(line_start, shown_start);
	where.column = where.first_column + columns(shown_start, offset);
	where.source_line = line.substr(shown_start - line_start).substr(0, 2 * most_of_a_line);
	return where;
}

void write_file(const std::filesystem::path &path, const std::function<void(const byte_sink &)> &write) {
	const auto place = find_output_place(path);
	if (place.stream.is_open())
		write_buffered(place.stream.get(), path, write);
	else
		replace_file(place.file, write);
}

void write_standard_output(std::string_view bytes) {
	write_all(STDOUT_FILENO, bytes, "standard output");
}

} // namespace assetc
