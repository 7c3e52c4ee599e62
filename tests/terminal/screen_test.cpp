// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "screen.h"

#include "encode.h"
#include "frame_table.h"
#include "hard_cases.h"
#include "read.h"
#include "sent.h"

#include <filesystem>
#include <gtest/gtest.h>

namespace assetc {
namespace {

struct way {
	update how;
	terminal on;
	int extra_columns; // of the terminal, beside those of the art
	int keyframe_every;
};

std::string name_of(const way &of) {
	return std::string(of.how == update::full ? "full" : "changes") +
	       (of.on == terminal::xterm ? "_xterm" : "_linux") + (of.extra_columns == 0 ? "_as_wide" : "_wider") +
	       (of.keyframe_every > 0 ? "_keyframes" : "");
}

void PrintTo(const way &of, std::ostream *to) {
	*to << name_of(of);
}

class terminals : public testing::TestWithParam<way> {};

std::size_t entry_after(std::size_t entry, std::size_t frames) {
	return entry < frames ? entry + 1 : std::min<std::size_t>(1, frames);
}

screen terminal_for(const reel &shown, int extra_columns) {
	return {shown.columns + extra_columns, std::max(24, shown.rows)};
}

// Something else has written on the screen, in colours.
void disturb(screen &on) {
	on.write("\033[H\033[31;44m");
	for (int i = 0; i < 6000; ++i)
		on.write(i % 7 == 0 ? " " : "?");
	on.write("\033[m");
}

// Plays from the entry on, looks at what is sent, and compares each screen.
std::string play(const frame_table &table, const reel &shown, screen &on, std::size_t entry, std::size_t steps) {
	for (std::size_t step = 0; step < steps; ++step) {
		const auto &bytes = table.texts[table.entries[entry].text];
		on.write(bytes);
		if (const auto wrong = find_forbidden(bytes, shown.send.on); !wrong.empty())
			return "entry " + std::to_string(entry) + " sends " + wrong;
		if (const auto fault = on.difference(shown.at(entry % shown.frames())); !fault.empty())
			return "entry " + std::to_string(entry) + ", step " + std::to_string(step) + ": " + fault;
		entry = entry_after(entry, shown.frames());
	}
	return "";
}

animation sent(animation made, const way &by) {
	made.send = {by.how, by.keyframe_every, by.on};
	return made;
}

// What stands beside or below the art cannot be healed where it might be the art's last column or row itself.
bool heals_all(const reel &shown, const way &by) {
	return by.how == update::changes && shown.rows < rows_of_a_terminal;
}

TEST_P(terminals, show_every_frame_of_three_loops) {
	const auto cases = hard_cases();
	for (std::size_t i = 0; i < cases.size(); ++i) {
		const reel shown(sent(cases[i], GetParam()));
		const auto table = build_frame_table(shown);
		auto on = terminal_for(shown, GetParam().extra_columns);
		disturb(on);
		EXPECT_EQ(play(table, shown, on, 0, 3 * shown.frames() + 1), "") << "hard case " << i;
	}
}

TEST_P(terminals, are_healed_by_every_keyframe) {
	const auto cases = hard_cases();
	for (std::size_t i = 0; i < cases.size(); ++i) {
		const reel shown(sent(cases[i], GetParam()));
		if (!heals_all(shown, GetParam()))
			continue;
		const auto table = build_frame_table(shown);
		const auto every = static_cast<std::size_t>(GetParam().keyframe_every);
		for (std::size_t entry = every; every > 0 && entry <= shown.frames(); entry += every) {
			auto on = terminal_for(shown, 0);
			disturb(on);
			EXPECT_EQ(play(table, shown, on, entry, shown.frames()), "") << "hard case " << i;
		}
	}
}

// Also where the screen is wider than the art, and what stands beside it stays.
TEST_P(terminals, paint_whole_frames_over_whatever_was_there) {
	if (GetParam().how != update::full)
		return;
	for (const auto &made : hard_cases()) {
		const reel shown(sent(made, GetParam()));
		for (std::size_t frame = 0; frame < shown.frames(); ++frame) {
			auto on = terminal_for(shown, GetParam().extra_columns);
			disturb(on);
			on.write(encode(shown.at(frame), screen_before::frame, GetParam().on));
			EXPECT_EQ(on.difference_in_art(shown.at(frame)), "") << "frame " << frame;
		}
	}
}

TEST_P(terminals, show_the_animations_that_we_ship) {
	for (const auto &file : std::filesystem::directory_iterator(ASSETS)) {
		if (file.path().extension() != ".json")
			continue;
		options asked;
		asked.input = file.path().string();
		const reel shown(sent(read_animation(asked), GetParam()));
		auto on = terminal_for(shown, GetParam().extra_columns);
		EXPECT_EQ(play(build_frame_table(shown), shown, on, 0, 3 * shown.frames() + 1), "") << asked.input;
	}
}

TEST(find_forbidden, finds_what_is_hidden) {
	constexpr auto on = terminal::linux_console;
	EXPECT_EQ(find_forbidden("\U0001f3f4\U000e0067\U000e0062\U000e007f", on), "");
	for (const char *bad : {"a\U000e0061", "\U0001f3f4a\U000e0061", "\U000e0001"})
		EXPECT_NE(find_forbidden(bad, on), "") << bad;
}

TEST(find_forbidden, finds_what_terminals_act_on) {
	constexpr auto on = terminal::linux_console;
	EXPECT_EQ(find_forbidden("\033[H\033[38;5;3mparrot\033[m\033[K\r\n", on), "");
	for (const char *bad :
	     {"\033]0;title\a", "\033[c", "\033[6n", "\033[?25l", "\033", "\033[", "\033P", "\a", "\x7f", "\xff",
	      "\u009b", "\u202e", "\u2028", "\t", "\033[31", "\033[3b", "\033[?2026h"})
		EXPECT_NE(find_forbidden(bad, on), "") << bad + 1;
	EXPECT_EQ(find_forbidden("\033[?2026h-\033[3b", terminal::xterm), "");
}

INSTANTIATE_TEST_SUITE_P(
	all, terminals,
	testing::Values(way{update::full, terminal::linux_console, 0, 0},
			way{update::full, terminal::linux_console, 9, 0}, way{update::full, terminal::xterm, 0, 0},
			way{update::full, terminal::xterm, 9, 0}, way{update::changes, terminal::linux_console, 0, 0},
			way{update::changes, terminal::linux_console, 9, 0},
			way{update::changes, terminal::linux_console, 0, 3},
			way{update::changes, terminal::xterm, 0, 0}, way{update::changes, terminal::xterm, 9, 3}),
	[](const auto &of) { return name_of(of.param); });

} // namespace
} // namespace assetc
