// SPDX-License-Identifier: GPL-2.0-or-later
#include "command_line.h"

#include "content.h"
#include "diagnostic.h"
#include "format.h"
#include "output.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cmath>
#include <ostream>

namespace assetc {

namespace {

constexpr const char *description =
	"assetc compiles an animation into a table of frames for the kernel module that plays it.";
// A line for each kind of output.
std::string describe_outputs() {
	std::string lines = "Outputs, by extension:\n";
	for (const auto &kind : output_kinds())
		lines += "  ." + std::string(kind.name) + std::string(8 - kind.name.size(), ' ') +
			 std::string(kind.what) + "\n";
	return lines;
}

constexpr const char *examples = R"(Examples:
  assetc assets/parrot.json           write generated/parrot.h; then: make module
  assetc assets/parrot.json --play    play it here
  assetc photo.jpg --columns 60       a still picture, 60 columns wide
  assetc assets/parrot.json -o parrot.svg
)";

constexpr int most_jobs = 1024;

[[noreturn]] void refuse(const std::string &what, const std::string &hint) {
	throw usage_error(about("", what, hint));
}

// What a script leaves empty is a mistake, and not the same as nothing.
CLI::Validator not_empty(const std::string &such) {
	return CLI::Validator(
		[=](const std::string &text) { return text.empty() ? "must be " + such + ", not \"\"" : ""; }, "");
}

// CLI11's own check prints 3600000.000000, and lets nan pass.
CLI::Validator number_between(double least, double most, const std::string &such) {
	return CLI::Validator(
		[=](const std::string &text) {
			double number = 0;
			const auto end = text.data() + text.size();
			const auto parsed = std::from_chars(text.data(), end, number);
			const bool is_fine =
				parsed.ec == std::errc() && parsed.ptr == end && number >= least && number <= most;
			return is_fine ? "" : "must be " + such + ", not " + quote(text);
		},
		"");
}

// As a transform it takes the zeros before a number away, by which CLI11 would tell an octal one.
CLI::Validator whole_number_between(int least, int most) {
	const auto such = "a whole number from " + std::to_string(least) + " to " + std::to_string(most);
	return CLI::Validator(
		[=](std::string &text) {
			const bool is_whole = text.find_first_not_of("0123456789") == text.npos;
			auto fault = is_whole ? number_between(least, most, such)(text)
					      : "must be " + such + ", not " + quote(text);
			if (fault.empty())
				text.erase(0, std::min(text.find_first_not_of('0'), text.size() - 1));
			return fault;
		},
		"");
}

CLI::Validator hold_in_ms() {
	return number_between(shortest_hold_ms, longest_hold_ms, "a number from 0.001 to 3600000");
}

void add_outputs(CLI::App &app, options &into) {
	app.add_option("-o,--output", into.output, "Write to FILE instead of generated/NAME.h; - is standard output")
		->type_name("FILE")
		->check(not_empty("a file"));
	app.add_option("--frame", into.frame, "The frame to write, where the output shows one; from 0")
		->type_name("N")
		->transform(whole_number_between(0, 1'000'000'000));
	app.add_option("--name", into.name, "Name of the header, the module and the device")
		->type_name("NAME")
		->check(not_empty("a name"));
}

void add_inputs(CLI::App &app, options &into) {
	app.add_option("input", into.input,
		       "An animation, a picture, a text, or a folder of them; --formats lists the kinds; - is standard "
		       "input")
		->type_name("INPUT")
		->required();
	app.add_option("--format", into.format, "Format of the input, where its content does not tell")
		->type_name("NAME")
		->check([](const std::string &name) { return find_format(name), std::string(); });
	app.add_option("--pick", into.read.pick, "The one to take, where a file holds several: a spinner, a tag")
		->type_name("NAME")
		->check(not_empty("a name"));
	app.add_flag("--trust-paths", into.read.trust_paths, "Let the input name files outside its own folder");
	app.add_flag_callback(
		"--formats",
		[] {
			auto table = describe_formats();
			table.pop_back(); // a line end is added
			throw CLI::CallForVersion(table, 0);
		},
		"List the formats that can be read");
}

void add_actions(CLI::App &app, options &into) {
	auto *play = app.add_flag_callback(
		"--play", [&] { into.what = action::play; }, "Play it here; Ctrl-C ends");
	app.add_flag_callback(
		   "--info", [&] { into.what = action::info; }, "Tell what is in it: frames, size, tempo, bytes")
		->excludes(play);
}

void add_picture_options(CLI::App &app, options &into) {
	app.add_option(
		   "--columns", into.columns,
		   "Width of pictures, in characters; without it and --rows, as fits 80x24 or, to play, the terminal")
		->type_name("N")
		->transform(whole_number_between(1, most_cells_a_side));
	app.add_option("--rows", into.rows, "Height of pictures, in characters")
		->type_name("N")
		->transform(whole_number_between(1, most_cells_a_side));
	app.add_option_function<std::string>(
		   "--background",
		   [&](const std::string &text) {
			   into.background = parse_color(text);
			   if (!into.background)
				   refuse("--background: " + quote(text) + " is no colour",
					  "\"#rrggbb\", or a name such as black");
		   },
		   "Colour under transparent pixels")
		->type_name("COLOR");
}

void take_setting(const draw_setting &setting, const std::string &value, options &into) {
	draw_settings tried;
	if (!setting.set(tried, value))
		refuse("--" + std::string(setting.name) + ": must be " + setting.such + ", not " + quote(value),
		       "assetc --help lists the options");
	into.drawing.emplace_back(&setting, value);
}

void add_draw_settings(CLI::App &app, options &into) {
	for (const draw_setting &setting : all_draw_settings()) {
		const auto name = "--" + std::string(setting.name);
		if (setting.is == draw_setting::kind::flag)
			app.add_flag_callback(
				name, [&] { take_setting(setting, "true", into); }, setting.what);
		else
			app.add_option_function<std::string>(
				   name, [&](const std::string &value) { take_setting(setting, value, into); },
				   setting.what)
				->type_name(std::string(setting.type));
	}
}

void add_play_options(CLI::App &app, options &into) {
	app.add_option("--loops", into.loops, "Play so many times; 0 is for ever")
		->type_name("N")
		->transform(whole_number_between(0, 1'000'000));
	app.add_option_function<double>(
		   "--hold-ms", [&](double ms) { into.hold = std::chrono::nanoseconds(std::llround(ms * 1e6)); },
		   "How long each frame stays, in milliseconds")
		->type_name("MS")
		->check(hold_in_ms());
	app.add_option_function<std::string>(
		   "--color",
		   [&](const std::string &text) {
			   into.colors = parse_color_depth(text);
			   if (!into.colors)
				   refuse("--color: " + quote(text) + " is not none, 16, 256 or rgb",
					  "256 is the default");
		   },
		   "Colours to use: none, 16, 256 or rgb")
		->type_name("DEPTH");
}

// "--to 9" is a frame, "--to cast" a kind of output; both can be said.
void add_cut_options(CLI::App &app, options &into) {
	app.add_option("--from", into.when.from, "The first frame to take, from 0")
		->type_name("N")
		->transform(whole_number_between(0, 1'000'000'000));
	const auto is_number = [](const std::string &text) {
		return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
	};
	app.add_option_function<std::vector<std::string>>(
		   "--to",
		   [&into, is_number](const std::vector<std::string> &texts) {
			   for (const auto &text : texts)
				   if (is_number(text))
					   into.when.to = std::stoull(text);
				   else
					   into.output_kind = text;
		   },
		   "The last frame to take, or the kind of output where FILE's extension does not tell")
		->type_name("N|KIND")
		->allow_extra_args(false)
		->check(not_empty("a whole number or a kind of output"))
		->check([=](const std::string &text) {
			return is_number(text) ? whole_number_between(0, 1'000'000'000)(text) : "";
		});
}

void add_tempo_options(CLI::App &app, timeline &into) {
	app.add_option("--fps", into.fps, "How many frames a second")
		->type_name("N")
		->check(number_between(least_fps, most_fps, "a number from 0.001 to 1000"))
		->excludes("--hold-ms");
	app.add_option("--speed", into.speed, "How fast it plays; 2 is twice as fast")
		->type_name("FACTOR")
		->check(number_between(least_speed, most_speed, "a number from 0.01 to 100"));
	app.add_option_function<double>(
		   "--hold-last", [&](double ms) { into.hold_last = std::chrono::nanoseconds(std::llround(ms * 1e6)); },
		   "How long the last frame stays, in milliseconds")
		->type_name("MS")
		->check(hold_in_ms());
}

void add_idle_limit(CLI::App &app, timeline &into) {
	app.add_option_function<double>(
		   "--idle-limit",
		   [&](double seconds) { into.idle_limit = std::chrono::nanoseconds(std::llround(seconds * 1e9)); },
		   "The longest time in which nothing happens, in seconds, as recordings have it")
		->type_name("SECONDS")
		->check(number_between(0.001, 3600, "a number from 0.001 to 3600"));
}

// The second one undoes what an asset says, and is not worth a line of help.
void add_switch(CLI::App &app, const std::string &name, std::optional<bool> &into, const std::string &help) {
	app.add_flag_callback(
		"--" + name, [&] { into = true; }, help);
	app.add_flag_callback("--no-" + name, [&] { into = false; })->group("");
}

void add_order_options(CLI::App &app, timeline &into) {
	add_switch(app, "reverse", into.reverse, "Begin with the last frame");
	add_switch(app, "ping-pong", into.ping_pong, "Play to the last frame and back");
	app.add_option_function<std::string>(
		   "--flip",
		   [&](const std::string &text) {
			   into.flip = parse_mirroring(text);
			   if (!into.flip)
				   refuse("--flip: " + quote(text) + " is not horizontal, vertical, both or none",
					  "horizontal exchanges left and right, vertical top and bottom");
		   },
		   "Mirror it: horizontal, vertical or both; text, too")
		->type_name("HOW");
}

// What is left over when the options that are known have been taken.
[[noreturn]] void refuse_extras(const CLI::App &app) {
	auto extras = app.remaining();
	const auto inputs = std::find(extras.begin(), extras.end(), "--"); // what stands behind it is no option
	const auto unknown =
		std::find_if(extras.begin(), inputs, [](const auto &word) { return word.starts_with("-"); });
	if (unknown == inputs) {
		std::erase(extras, "--");
		refuse("more than one input: " + quote(extras.back()),
		       "of many files make a folder, or a pattern in quotes: 'frames/*.png'");
	}
	std::vector<std::string> known;
	for (const auto *option : app.get_options())
		for (const auto &name : option->get_lnames())
			known.push_back("--" + name);
	const auto meant = nearest(*unknown, {known.begin(), known.end()});
	refuse("unknown option " + quote(*unknown),
	       meant.empty() ? "assetc --help lists the options" : "did you mean " + std::string(meant) + "?");
}

void add_sending_options(CLI::App &app, options &into) {
	app.add_option_function<std::string>(
		   "--update",
		   [&](const std::string &text) {
			   into.how = parse_update(text);
			   if (!into.how)
				   refuse("--update: " + quote(text) + " is neither full nor changes",
					  "full is the default");
		   },
		   "Send each frame whole (full), or only what differs from the one before (changes)")
		->type_name("HOW");
	app.add_option("--keyframe-every", into.keyframe_every,
		       "With changes, send every so many frames a whole one; 0: none")
		->type_name("N")
		->transform(whole_number_between(0, 1'000'000));
	app.add_option_function<std::string>(
		   "--terminal",
		   [&](const std::string &text) {
			   into.on = parse_terminal(text);
			   if (!into.on)
				   refuse("--terminal: " + quote(text) + " is neither linux nor xterm",
					  "linux is the default, and right for all terminals");
		   },
		   "Write for linux (what all terminals know) or for xterm and its like")
		->type_name("KIND");
}

void add_limits(CLI::App &app, bounds &into) {
	app.add_option("--max-pixels", into.pixels, "Refuse larger pictures; 64000000 is the default")
		->type_name("N")
		->transform(whole_number_between(1, most_pixels_to_allow));
	app.add_option("--max-frames", into.frames, "Refuse longer animations; 100000 is the default")
		->type_name("N")
		->transform(whole_number_between(1, 100'000'000));
	app.add_option("--max-cells", into.cells, "Refuse more cells in all frames; 100000000 is the default")
		->type_name("N")
		->transform(whole_number_between(1, 2'000'000'000));
	app.add_option("--max-table", into.table, "Refuse frame tables of more bytes; 268435456 is the default")
		->type_name("N")
		->transform(whole_number_between(1, 2'000'000'000));
}

} // namespace

std::optional<options> parse_command_line(int argc, const char *const *argv, std::ostream &out) {
	options asked;
	CLI::App app(description, "assetc");
	app.footer(describe_outputs() + "\n" + examples);
	add_inputs(app, asked);
	add_actions(app, asked);
	add_outputs(app, asked);
	add_picture_options(app, asked);
	add_draw_settings(app, asked);
	add_play_options(app, asked);
	add_cut_options(app, asked);
	add_tempo_options(app, asked.when);
	add_idle_limit(app, asked.when);
	add_order_options(app, asked.when);
	add_sending_options(app, asked);
	add_limits(app, asked.read.at_most);
	app.add_option("--jobs", asked.jobs, "How many threads work; as many as there are cores, if left out")
		->type_name("N")
		->transform(whole_number_between(1, most_jobs));
	app.add_flag("--strict", asked.strict, "Fail where there is anything to warn of");
	app.set_version_flag("--version", "assetc " ASSETC_VERSION);
	try {
		app.parse(argc, argv);
	} catch (const CLI::Success &answer) {
		app.exit(answer, out, out);
		return std::nullopt;
	} catch (const CLI::RequiredError &) {
		refuse("no input given", "assetc assets/parrot.json; assetc --help tells more");
	} catch (const CLI::ExtrasError &) {
		refuse_extras(app);
	} catch (const CLI::ArgumentMismatch &wrong) {
		const std::string said = wrong.what(); // CLI11 has no kinds of this
		const bool is_twice = said.find("At Most") != said.npos;
		refuse(said.substr(0, said.find(':')) + (is_twice ? " is given twice" : " needs a value"),
		       is_twice ? "give it once" : "assetc --help lists the options");
	} catch (const CLI::ParseError &wrong) {
		refuse(wrong.what(), "assetc --help lists the options");
	}
	if (asked.input.empty())
		refuse("no input given", "assetc assets/parrot.json; assetc --help tells more");
	return asked;
}

} // namespace assetc
