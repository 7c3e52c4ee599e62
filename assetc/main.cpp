// SPDX-License-Identifier: GPL-2.0-or-later
#include "command_line.h"
#include "diagnostic.h"
#include "emit_header.h"
#include "file.h"
#include "frame_table.h"
#include "info.h"
#include "play.h"
#include "read.h"

#include <cstdlib>
#include <iostream>
#include <unistd.h>

namespace {

using namespace assetc;

void print(const diagnostic &said, std::string_view severity)
{
	const bool colored = ::isatty(STDERR_FILENO) && !std::getenv("NO_COLOR");
	std::cerr << to_text(said, severity, colored);
}

void check_output(const std::string &output)
{
	if (!output.empty() && output != "-" && !output.ends_with(".h"))
		throw usage_error(about("", "-o " + output + ": only a C header can be written yet", "let the name end in .h"));
}

void compile(const frame_table &table, const std::string &output)
{
	const auto emit = [&](const byte_sink &out) { emit_header(table, out); };
	if (output == "-")
		return emit(write_standard_output);
	const auto path = output.empty() ? "generated/" + table.name + ".h" : output;
	write_file(path, emit);
	std::cerr << path << ": " << summarize(table) << "\n";
}

void run(const options &asked)
{
	check_output(asked.output);
	const auto table = build_frame_table(read_animation(asked));
	for (const auto &remark : review(table))
		print(remark, "warning");
	if (asked.what == action::play)
		play(table);
	else if (asked.what == action::info)
		write_standard_output(describe(table));
	else
		compile(table, asked.output);
}

} // namespace

int main(int argc, char **argv)
{
	try {
		if (const auto asked = parse_command_line(argc, argv, std::cout))
			run(*asked);
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
	}
}
