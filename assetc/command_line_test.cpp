// SPDX-License-Identifier: GPL-2.0-or-later
#include "command_line.h"

#include "test_folder.h"

#include <sstream>

namespace assetc {
namespace {

std::optional<options> parse(std::vector<const char *> words, std::ostream &out) {
	words.insert(words.begin(), "assetc");
	return parse_command_line(static_cast<int>(words.size()), words.data(), out);
}

options parsed(std::vector<const char *> words) {
	std::ostringstream out;
	const auto asked = parse(std::move(words), out);
	EXPECT_EQ(out.str(), "");
	return asked.value();
}

std::string answer_to(std::vector<const char *> words) {
	std::ostringstream out;
	EXPECT_FALSE(parse(std::move(words), out));
	return out.str();
}

diagnostic refusal_of(std::vector<const char *> words) {
	std::ostringstream out;
	try {
		parse(std::move(words), out);
	} catch (const usage_error &wrong) {
		EXPECT_EQ(out.str(), "");
		return wrong.said;
	}
	ADD_FAILURE() << "nothing was thrown";
	return {};
}

TEST(command_line, compiles_unless_told_otherwise) {
	const auto asked = parsed({"parrot.json"});
	EXPECT_EQ(asked.what, action::compile);
	EXPECT_EQ(asked.input, "parrot.json");
	EXPECT_EQ(asked.output, "");
	EXPECT_EQ(asked.name, "");
	EXPECT_FALSE(asked.columns || asked.rows || asked.loops || asked.hold || asked.background || asked.colors);
}

TEST(command_line, takes_actions) {
	EXPECT_EQ(parsed({"a.json", "--play"}).what, action::play);
	EXPECT_EQ(parsed({"--info", "a.json"}).what, action::info);
}

TEST(command_line, takes_options_in_any_order) {
	const auto asked = parsed({"-o", "x.h", "--name", "x", "a.json", "--columns", "40", "--rows=20", "--loops", "0",
				   "--hold-ms", "33.3", "--color", "none", "--background", "#102030"});
	EXPECT_EQ(asked.input, "a.json");
	EXPECT_EQ(asked.output, "x.h");
	EXPECT_EQ(asked.name, "x");
	EXPECT_EQ(asked.columns, 40);
	EXPECT_EQ(asked.rows, 20);
	EXPECT_EQ(asked.loops, 0);
	EXPECT_EQ(asked.hold, std::chrono::microseconds(33'300));
	EXPECT_EQ(asked.colors, color_depth::none);
	EXPECT_EQ(asked.background, color::rgb(0x10, 0x20, 0x30));
}

TEST(command_line, takes_a_timeline) {
	const auto when = parsed({"--from", "2", "--to", "5", "a.gif", "--speed", "1.5", "--reverse", "--ping-pong",
				  "--hold-last", "800", "--flip", "vertical", "--fps", "30"})
				  .when;
	EXPECT_EQ(when.from, 2u);
	EXPECT_EQ(when.to, 5u);
	EXPECT_EQ(when.speed, 1.5);
	EXPECT_EQ(when.reverse, true);
	EXPECT_EQ(when.ping_pong, true);
	EXPECT_EQ(when.hold_last, std::chrono::milliseconds(800));
	EXPECT_EQ(when.flip, mirroring::vertical);
	EXPECT_EQ(when.fps, 30);
	const auto undone = parsed({"a.json", "--no-reverse", "--no-ping-pong", "--flip", "none"}).when;
	EXPECT_EQ(undone.reverse, false);
	EXPECT_EQ(undone.ping_pong, false);
	EXPECT_EQ(undone.flip, mirroring::none);
	EXPECT_FALSE(parsed({"a.json"}).when.reverse.has_value());
}

TEST(command_line, tells_a_frame_from_a_kind_of_output) {
	const auto asked = parsed({"--to", "cast", "--to", "9", "a.json"});
	EXPECT_EQ(asked.input, "a.json");
	EXPECT_EQ(asked.output_kind, "cast");
	EXPECT_EQ(asked.when.to, 9u);
	EXPECT_FALSE(parsed({"--to", "cast", "a.json"}).when.to);
	EXPECT_EQ(refusal_of({"a", "--to", "10000000000"}).what,
		  "--to: must be a whole number from 0 to 1000000000, not \"10000000000\"");
	EXPECT_EQ(refusal_of({"a", "--to"}).what, "--to needs a value");
	EXPECT_EQ(refusal_of({"a", "--columns"}).what, "--columns needs a value");
	EXPECT_EQ(refusal_of({"a", "--columns", "1", "--columns", "2"}).what, "--columns is given twice");
}

TEST(command_line, takes_whole_numbers_as_decimal_whatever_zeros_lead) {
	const auto asked = parsed({"a.json", "--frame", "010", "--from", "08", "--to", "0010", "--loops", "000",
				   "--columns", "00000000000000000000000040", "--max-pixels", "0100"});
	EXPECT_EQ(asked.frame, 10);
	EXPECT_EQ(asked.when.from, 8u);
	EXPECT_EQ(asked.when.to, 10u);
	EXPECT_EQ(asked.loops, 0);
	EXPECT_EQ(asked.columns, 40);
	EXPECT_EQ(asked.read.at_most.pixels, 100u);
	EXPECT_EQ(refusal_of({"a", "--frame", "0x10"}).what,
		  "--frame: must be a whole number from 0 to 1000000000, not \"0x10\"");
}

TEST(command_line, refuses_tempos_that_nobody_can_play) {
	for (const auto wrong : {"0", "-1", "0.009", "101", "nan", "fast", "200%"})
		EXPECT_EQ(refusal_of({"a", "--speed", wrong}).what,
			  "--speed: must be a number from 0.01 to 100, not " + quote(wrong));
	EXPECT_EQ(refusal_of({"a", "--fps", "0"}).what, "--fps: must be a number from 0.001 to 1000, not \"0\"");
	EXPECT_EQ(refusal_of({"a", "--fps", "30", "--hold-ms", "70"}).what, "--hold-ms excludes --fps");
	EXPECT_EQ(refusal_of({"a", "--flip", "left"}).what,
		  "--flip: \"left\" is not horizontal, vertical, both or none");
	EXPECT_EQ(refusal_of({"a", "--from", "-1"}).what,
		  "--from: must be a whole number from 0 to 1000000000, not \"-1\"");
}

TEST(command_line, takes_a_file_whose_name_begins_with_a_dash) {
	EXPECT_EQ(parsed({"--", "-parrot.json"}).input, "-parrot.json");
	EXPECT_EQ(parsed({"./-parrot.json"}).input, "./-parrot.json");
}

TEST(command_line, takes_standard_output) {
	EXPECT_EQ(parsed({"a.json", "-o", "-"}).output, "-");
}

TEST(command_line, answers_to_help_and_version) {
	EXPECT_NE(answer_to({"--help"}).find("--columns N"), std::string::npos);
	EXPECT_EQ(answer_to({"--help", "--wings"}).find("error"), std::string::npos);
	EXPECT_EQ(answer_to({"--version"}).find("assetc "), 0u);
}

TEST(command_line, takes_numbers_at_their_bounds) {
	EXPECT_EQ(parsed({"a", "--columns", "1"}).columns, 1);
	EXPECT_EQ(parsed({"a", "--columns", "1000"}).columns, 1000);
	EXPECT_EQ(parsed({"a", "--loops", "1000000"}).loops, 1'000'000);
	EXPECT_EQ(parsed({"a", "--hold-ms", "0.001"}).hold, std::chrono::microseconds(1));
	EXPECT_EQ(parsed({"a", "--hold-ms", "3600000"}).hold, std::chrono::hours(1));
}

TEST(command_line, refuses_numbers_beyond_their_bounds) {
	for (const auto wrong : {"0", "1001", "-1", "1.5", "many", "", " 7", "0x10", "99999999999999999999"})
		EXPECT_EQ(refusal_of({"a", "--columns", wrong}).what,
			  "--columns: must be a whole number from 1 to 1000, not " + quote(wrong));
	for (const auto wrong : {"0", "-70", "3600001", "nan", "inf", "fast", "", "70ms", "1e999"})
		EXPECT_EQ(refusal_of({"a", "--hold-ms", wrong}).what,
			  "--hold-ms: must be a number from 0.001 to 3600000, not " + quote(wrong));
}

TEST(command_line, refuses_what_it_does_not_know) {
	EXPECT_EQ(refusal_of({"a", "--column", "7"}).what, "unknown option \"--column\"");
	EXPECT_EQ(refusal_of({"a", "--column", "7"}).hint, "did you mean --columns?");
	EXPECT_EQ(refusal_of({"a", "--wings"}).hint, "assetc --help lists the options");
	EXPECT_EQ(refusal_of({"a", "b"}).what, "more than one input: \"b\"");
	EXPECT_EQ(refusal_of({"a", "--", "-b"}).what, "more than one input: \"-b\"");
	EXPECT_EQ(refusal_of({"a", "b", "--"}).what, "more than one input: \"b\"");
	EXPECT_EQ(refusal_of({"a", "--wings", "--", "b"}).what, "unknown option \"--wings\"");
	EXPECT_EQ(refusal_of({"a", "--play", "--info"}).what, "--play excludes --info");
	EXPECT_EQ(refusal_of({}).what, "no input given");
	EXPECT_EQ(refusal_of({"--play"}).what, "no input given");
	EXPECT_EQ(refusal_of({""}).what, "no input given");
	EXPECT_EQ(refusal_of({"a", "--name"}).what, "--name needs a value");
	EXPECT_EQ(refusal_of({"a", "-o", ""}).what, "--output: must be a file, not \"\"");
	EXPECT_EQ(refusal_of({"a", "--color", "17"}).what, "--color: \"17\" is not none, 16, 256 or rgb");
	EXPECT_EQ(refusal_of({"a", "--background", "plaid"}).what, "--background: \"plaid\" is no colour");
}

} // namespace
} // namespace assetc
