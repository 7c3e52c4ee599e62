// SPDX-License-Identifier: GPL-2.0-or-later
#include "command_line.h"
#include "diagnostic.h"
#include "file.h"
#include "frame_table.h"
#include "info.h"
#include "output.h"
#include "play.h"
#include "progress.h"
#include "read.h"
#include "review.h"

#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <iostream>
#include <malloc.h>
#include <sstream>
#include <system_error>
#include <unistd.h>

namespace {

using namespace assetc;

void print(const diagnostic &said, std::string_view severity) {
	const bool colored = ::isatty(STDERR_FILENO) && !std::getenv("NO_COLOR");
	std::cerr << to_text(said, severity, colored);
}

void compile(reel shown, const options &asked, const output_kind &kind) {
	const auto path =
		asked.output.empty() ? "generated/" + shown.name + "." + std::string(kind.name) : asked.output;
	const auto summary = harmless(path) + ": " + summarize(shown) + "\n";
	const auto write = [&](const byte_sink &out) { kind.write(std::move(shown), asked.frame.value_or(0), out); };
	if (path == "-")
		return write(write_standard_output);
	write_file(path, write);
	std::cerr << summary;
}

// Throws the last remark, as an error, where there must be none.
void tell(const std::vector<diagnostic> &remarks, bool strict) {
	for (const auto &remark : remarks) {
		if (strict && &remark == &remarks.back())
			throw error(remark);
		print(remark, strict ? "error" : "warning");
	}
}

void check_frame(const reel &shown, const options &asked, const output_kind &kind) {
	if (!asked.frame)
		return;
	if (!kind.shows_one_frame)
		throw usage_error(about("", "--frame is for outputs that show one frame", "-o FILE.txt"));
	if (static_cast<std::size_t>(*asked.frame) >= shown.frames())
		throw usage_error(about("", "--frame " + std::to_string(*asked.frame) + ": there is no such frame",
					"frames are numbered from 0 to " + std::to_string(shown.frames() - 1)));
}

reel draw(animation from) {
	progress_bar bar(STDERR_FILENO);
	return reel(std::move(from), [&](std::size_t done, std::size_t all) { bar.show(done, all); });
}

// What is shown here fits this terminal; what is kept must not depend on where it was made.
terminal_size screen_for(const options &asked, const output_kind &kind) {
	const bool is_shown_here = asked.what == action::play ||
				   (asked.what == action::compile && asked.output == "-" && kind.shows_one_frame);
	return is_shown_here ? size_of_terminal(STDOUT_FILENO) : terminal_size();
}

// By whatever name: what is compiled is the work of somebody.
void check_output_is_no_input(const options &asked) {
	std::error_code failed;
	if (std::filesystem::is_regular_file(asked.input, failed) &&
	    std::filesystem::equivalent(asked.input, asked.output, failed))
		throw usage_error(about(asked.output, "this would replace what it is made from", "name another file"));
}

void run(options asked) {
	const auto &kind = kind_of_output(asked.output, asked.output_kind);
	check_output_is_no_input(asked);
	asked.screen = screen_for(asked, kind);
	reel shown = draw(read_animation(asked));
	check_frame(shown, asked, kind);
	tell(review(shown), asked.strict);
	if (asked.what == action::play)
		play(build_frame_table(std::move(shown)));
	else if (asked.what == action::info)
		write_standard_output(describe(build_frame_table(std::move(shown))));
	else
		compile(std::move(shown), asked, kind);
}

// What is opened must not take the number of a standard stream that is closed, and get what was meant for that. To use
// these stays an error: the one cannot be read, the others not be written to.
void occupy_standard_streams() {
	for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
		if (::fcntl(stream, F_GETFD) < 0)
			::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

// Pictures come and go by the thousand, and each is large enough that the C library would ask the kernel for its memory
// and give it back every time.
void keep_memory() {
#ifdef __GLIBC__
	mallopt(M_MMAP_THRESHOLD, 32 * 1024 * 1024);
	mallopt(M_TRIM_THRESHOLD, 64 * 1024 * 1024);
#endif
}

} // namespace

int main(int argc, char **argv) {
	occupy_standard_streams();
	keep_memory();
	try {
		std::ostringstream answer;
		if (auto asked = parse_command_line(argc, argv, answer))
			run(*std::move(asked));
		write_standard_output(answer.str());
		return 0;
	} catch (const usage_error &wrong) {
		print(wrong.said, "error");
		return 2;
	} catch (const error &wrong) {
		print(wrong.said, "error");
		return 1;
	} catch (const std::bad_alloc &) {
		print(about("", "out of memory", "make the animation smaller"), "error");
		return 1;
	} catch (const std::system_error &wrong) {
		print(about("", std::string("the system refuses: ") + wrong.what(),
			    "see what it lacks with: ulimit -a; df"),
		      "error");
		return 1;
	}
}
