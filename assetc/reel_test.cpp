// SPDX-License-Identifier: GPL-2.0-or-later
#include "reel.h"

#include "frame_table.h"
#include "test_folder.h"

#include <numeric>

namespace assetc {
namespace {

frame shown(std::vector<std::string> art, std::chrono::nanoseconds hold = std::chrono::milliseconds(100)) {
	return {hold, {}, text_art{std::move(art), {}}};
}

animation of(std::vector<frame> frames) {
	animation made;
	made.name = "a";
	made.file = "a.json";
	made.frames = std::move(frames);
	return made;
}

// The glyphs of a grid, row by row; a wide one's right half is '<'.
std::string glyphs(const grid &of) {
	std::string all;
	for (const auto &one : of.cells)
		all += one.glyph == wide_tail ? '<' : one.glyph < 0x80 ? static_cast<char>(one.glyph) : 'W';
	return all;
}

TEST(reel, brings_frames_to_one_size) {
	const reel got(of({shown({"a"}), shown({"", "bcd"}), shown({"\u6f22", "", ""})}));
	EXPECT_EQ(got.columns, 3);
	EXPECT_EQ(got.rows, 3);
	EXPECT_EQ(glyphs(got.at(0)), "a        ");
	EXPECT_EQ(glyphs(got.at(1)), "   bcd   ");
	EXPECT_EQ(glyphs(got.at(2)), "W<       ");
}

TEST(reel, shows_frames_as_the_timeline_orders_them) {
	auto made = of({shown({"a"}), shown({"b"}), shown({"c"}), shown({"wide"})});
	made.when.to = 2;
	made.when.ping_pong = true;
	reel got(made);
	ASSERT_EQ(got.frames(), 4u);
	EXPECT_EQ(got.columns, 1);
	std::string seen;
	for (std::size_t i = 0; i < 4; ++i)
		seen += glyphs(got.take(i));
	EXPECT_EQ(seen, "abcb");
	made.when.ping_pong = false;
	made.when.reverse = true;
	reel back(made);
	seen = "";
	for (std::size_t i = 0; i < 3; ++i)
		seen += glyphs(back.take(i));
	EXPECT_EQ(seen, "cba");
}

TEST(reel, plays_what_is_cut_to_one_frame_once) {
	auto made = of({shown({"a"}), shown({"b"})});
	EXPECT_EQ(reel(made).loops, 0);
	made.when.from = 1;
	EXPECT_EQ(reel(made).loops, 1);
}

// Small frames keep their corner, which is on the other side now.
TEST(reel, mirrors_frames_of_all_sizes_alike) {
	const grid cells{2, 1, {{U'(', {}, {}}, {U'-', {}, {}}}, {}};
	auto made = of({shown({"/b", "c"}), {std::chrono::milliseconds(1), {}, cells}, shown({"123"})});
	made.when.flip = mirroring::horizontal;
	const reel across(made);
	EXPECT_EQ(glyphs(across.at(0)), " d\\  c");
	EXPECT_EQ(glyphs(across.at(1)), " -)   ");
	EXPECT_EQ(glyphs(across.at(2)), "321   ");
	made.when.flip = mirroring::vertical;
	const reel down(made);
	EXPECT_EQ(glyphs(down.at(0)), "c  \\p ");
	EXPECT_EQ(glyphs(down.at(1)), "   (- ");
}

TEST(reel, mirrors_pictures_before_it_draws_them) {
	const picture half{2, 1, {255, 255, 255, 255, 0, 0, 0, 255}};
	const picture other_half{2, 1, {0, 0, 0, 255, 255, 255, 255, 255}};
	const auto drawn = [](const picture &pixels, mirroring flip) {
		auto made = of({{std::chrono::milliseconds(1),
				 {},
				 picture_part{"", std::make_shared<const picture>(pixels), 0, 0, 0, 0}}});
		made.columns = 8;
		made.rows = 2;
		made.when.flip = flip;
		return glyphs(reel(made).at(0));
	};
	EXPECT_EQ(drawn(half, mirroring::horizontal), drawn(other_half, mirroring::none));
	EXPECT_NE(drawn(half, mirroring::none), drawn(other_half, mirroring::none));
}

TEST(reel, tells_of_a_frame_with_fewer_rows) {
	const auto what = [](std::vector<frame> frames) {
		const reel got(of(std::move(frames)));
		return got.remarks.empty() ? "" : got.remarks.front().what;
	};
	EXPECT_EQ(what({shown({"a", "b"}), shown({"a"}), shown({"a"})}), "frame 1 has fewer rows (1) than others (2)");
	EXPECT_EQ(what({shown({"abc", "b"}), shown({"a", ""})}), "");
	auto part = shown({"a"});
	part.content = grid{1, 1, {{U'x', {}, {}}}, {}};
	EXPECT_EQ(what({shown({"a", "b"}), part}), "");
}

TEST(reel, has_a_cell_though_the_art_has_none) {
	const reel got(of({shown({""})}));
	EXPECT_EQ(glyphs(got.at(0)), " ");
}

TEST(reel, refuses_art_that_is_too_wide) {
	EXPECT_NO_THROW(reel(of({shown({std::string(1000, 'x')})})));
	EXPECT_EQ(said_by([] { reel(of({shown({std::string(1001, 'x')})})); }).what,
		  "a frame has at most 1000 columns, one here has 1001");
}

TEST(reel, paints_the_columns_that_a_letter_covers) {
	auto made = of({{std::chrono::milliseconds(1), {}, text_art{{"\u6f22ab"}, {"rrr"}}}});
	made.palette = {{U'r', {color::indexed(1), color::indexed(4)}}};
	const auto got = reel(made).at(0);
	EXPECT_EQ(got.at(0, 0).ink, color::indexed(1));
	EXPECT_EQ(got.at(1, 0).paper, color::indexed(4));
	EXPECT_EQ(got.at(2, 0).ink, color::indexed(1));
	EXPECT_EQ(got.at(3, 0).ink, color{});
}

TEST(reel, tints_what_has_no_ink_of_its_own) {
	auto made = of({{std::chrono::milliseconds(1), color::indexed(2), text_art{{"ab"}, {"r"}}}});
	made.palette = {{U'r', {color::indexed(1), {}}}};
	const auto got = reel(made).at(0);
	EXPECT_EQ(got.at(0, 0).ink, color::indexed(1));
	EXPECT_EQ(got.at(1, 0).ink, color::indexed(2));
}

TEST(reel, has_colors_that_the_output_has) {
	const auto exact = color::rgb(255, 135, 0);
	grid cells{1, 1, {{U'g', exact, exact}}, {}};
	auto made = of({{std::chrono::milliseconds(1), exact, text_art{{"ab"}, {" r"}}},
			{std::chrono::milliseconds(1), {}, cells}});
	made.palette = {{U'r', {exact, exact}}};
	const auto inks = [&](color_depth depth) {
		made.colors = depth;
		const reel got(made);
		const auto tinted = got.at(0).at(0, 0).ink;
		EXPECT_EQ(got.at(0).at(1, 0).ink, tinted);
		EXPECT_EQ(got.at(0).at(1, 0).paper, tinted);
		EXPECT_EQ(got.at(1).at(0, 0).ink, tinted);
		EXPECT_EQ(got.at(1).at(0, 0).paper, tinted);
		return tinted;
	};
	EXPECT_EQ(inks(color_depth::rgb), exact);
	EXPECT_EQ(inks(color_depth::ansi256), color::indexed(208));
	EXPECT_EQ(inks(color_depth::ansi16), reduce(exact, color_depth::ansi16));
	EXPECT_EQ(inks(color_depth::none), color{});
}

TEST(holds, add_up_exactly) {
	const auto third = std::chrono::nanoseconds(33'333'333);
	std::vector<frame> frames(300, shown({"a"}, third));
	const reel got(of(frames));
	EXPECT_EQ(loop_us(got), 10'000'000u);
	for (const auto hold : got.holds_us)
		EXPECT_TRUE(hold == 33'333 || hold == 33'334);
}

TEST(holds, last_a_microsecond_at_least) {
	const reel got(of(std::vector<frame>(5, shown({"a"}, std::chrono::nanoseconds(1)))));
	for (const auto hold : got.holds_us)
		EXPECT_EQ(hold, 1u);
}

TEST(loops, are_one_for_a_still_picture_only) {
	EXPECT_EQ(reel(of({shown({"a"})})).loops, 1);
	EXPECT_EQ(reel(of({shown({"a"}), shown({"b"})})).loops, 0);
	auto asked = of({shown({"a"})});
	asked.loops = 0;
	EXPECT_EQ(reel(asked).loops, 0);
	asked.loops = 7;
	EXPECT_EQ(reel(asked).loops, 7);
}

TEST(frame_table, shares_texts_that_are_the_same) {
	const auto got = build_frame_table(reel(of({shown({"a"}), shown({"b"}), shown({"a"}), shown({"b"})})));
	ASSERT_EQ(got.entries.size(), 5u);
	EXPECT_EQ(got.entries[1].text, got.entries[3].text);
	EXPECT_EQ(got.entries[2].text, got.entries[4].text); // again
	EXPECT_NE(got.entries[0].text, got.entries[2].text); // clears the screen
	EXPECT_EQ(got.texts.size(), 3u);
	EXPECT_EQ(size_of_texts(got), got.texts[0].size() + got.texts[1].size() + got.texts[2].size());
}

TEST(frame_table, clears_the_screen_once) {
	const auto got = build_frame_table(reel(of({shown({"a"}), shown({"b"})})));
	EXPECT_EQ(got.texts[got.entries[0].text], "\033[H\033[Ja\n");
	EXPECT_EQ(got.texts[got.entries[1].text], "\033[Hb\n");
	EXPECT_EQ(got.texts[got.entries[2].text], "\033[Ha\n");
}

TEST(frame_table, holds_its_first_frame_alike_each_time) {
	const auto ms = [](int count) { return std::chrono::milliseconds(count); };
	const auto got = build_frame_table(reel(of({shown({"a"}, ms(70)), shown({"b"}, ms(140))})));
	EXPECT_EQ(got.entries[0].hold_us, 70'000u);
	EXPECT_EQ(got.entries[1].hold_us, 140'000u);
	EXPECT_EQ(got.entries[2].hold_us, 70'000u);
	EXPECT_EQ(loop_us(got), 210'000u);
}

// Sent one after the other from what a terminal shows, changes must lead through all frames and back, also where
// the table is made in several parts.
TEST(frame_table, of_changes_has_an_entry_for_each_frame) {
	std::vector<frame> frames;
	for (int i = 0; i < 100; ++i)
		frames.push_back(shown({std::to_string(i)}));
	auto made = of(std::move(frames));
	made.send.how = update::changes;
	const auto got = build_frame_table(reel(made));
	EXPECT_EQ(got.entries.size(), 101u);
	for (const auto &text : got.texts)
		EXPECT_FALSE(text.empty());
}

// Back and forth there are more than the frames have cells.
TEST(frame_table, of_changes_may_not_change_without_end) {
	auto made = of({shown({"aaaa"}), shown({"bbbb"}), shown({"cccc"})});
	made.when.ping_pong = true;
	made.send.how = update::changes;
	made.at_most.cells = 16;
	EXPECT_EQ(build_frame_table(reel(made)).entries.size(), 5u);
	made.at_most.cells = 15;
	EXPECT_EQ(said_by([&] { build_frame_table(reel(made)); }).what,
		  "more than 15 cells change from frame to frame");
	made.send.how = update::full;
	EXPECT_EQ(build_frame_table(reel(made)).entries.size(), 5u);
}

TEST(frame_table, of_one_frame_leads_back_to_it) {
	const auto got = build_frame_table(reel(of({shown({"a"})})));
	ASSERT_EQ(got.entries.size(), 2u);
	EXPECT_EQ(got.frames(), 1u);
	EXPECT_EQ(got.texts[got.entries[1].text], "\033[Ha\n");
}

} // namespace
} // namespace assetc
