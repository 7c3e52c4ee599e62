// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "output.h"

#include "read.h"

#include <cstdlib>
#include <filesystem>
#include <gtest/gtest.h>

namespace assetc {
namespace {

frame text_frame(std::vector<std::string> art, int ms) {
	return {std::chrono::milliseconds(ms), {}, text_art{std::move(art), {}}};
}

animation blinking() {
	animation made;
	made.name = "blink";
	made.title = "It \"blinks\" & <winks>";
	made.frames = {text_frame({"(o o)", "  <"}, 70), text_frame({"(- -)"}, 130), text_frame({"(o o)", "  <"}, 50)};
	return made;
}

std::string written(const animation &from, const std::string &kind, std::size_t frame = 0) {
	std::string all;
	kind_of_output("-", kind).write(reel(from), frame, [&](std::string_view bytes) { all += bytes; });
	return all;
}

std::size_t count(const std::string &in, const std::string &what) {
	std::size_t found = 0;
	for (auto at = in.find(what); at != in.npos; at = in.find(what, at + 1))
		++found;
	return found;
}

TEST(output, is_told_by_extension_or_by_name) {
	EXPECT_EQ(kind_of_output("", "").name, "h");
	EXPECT_EQ(kind_of_output("-", "").name, "h");
	EXPECT_EQ(kind_of_output("a.b/c.svg", "").name, "svg");
	EXPECT_EQ(kind_of_output("c.svg", "txt").name, "txt");
	EXPECT_THROW(kind_of_output("a.gif", ""), usage_error);
	EXPECT_THROW(kind_of_output("a", ""), usage_error);
	EXPECT_THROW(kind_of_output("a.svg", "gif"), usage_error);
}

TEST(svg, draws_equal_frames_once) {
	const auto svg = written(blinking(), "svg");
	EXPECT_EQ(count(svg, "(o\xc2\xa0o)"), 1u);
	EXPECT_NE(svg.find("@keyframes play{0%{transform:translateY(-0px)}28%{transform:translateY(-44px)}"
			   "80%{transform:translateY(-0px)}to{"),
		  svg.npos);
	EXPECT_NE(svg.find("play 250ms step-end infinite"), svg.npos);
}

TEST(svg, escapes_what_the_art_says) {
	const auto svg = written(blinking(), "svg");
	EXPECT_NE(svg.find("<title>It \"blinks\" &amp; &lt;winks&gt;</title>"), svg.npos);
	EXPECT_NE(svg.find(">&lt;</text>"), svg.npos);
}

TEST(svg, of_one_frame_stands_still) {
	auto still = blinking();
	still.frames.resize(1);
	EXPECT_EQ(written(still, "svg").find("<style>"), std::string::npos);
}

TEST(svg, that_ends_stays_at_its_last_frame) {
	auto ending = blinking();
	ending.loops = 2;
	EXPECT_NE(written(ending, "svg").find("step-end 2 forwards"), std::string::npos);
}

TEST(html, holds_each_picture_once) {
	const auto page = written(blinking(), "html");
	EXPECT_NE(page.find("const order = [0,1,0];"), page.npos);
	EXPECT_NE(page.find("const holds = [70.0,130.0,50.0];"), page.npos);
	EXPECT_EQ(count(page, "</script"), 1u);
}

TEST(cast, tells_when_each_frame_is_due) {
	EXPECT_EQ(written(blinking(), "cast"),
		  "{\"version\":2,\"width\":5,\"height\":3,\"title\":\"It \\\"blinks\\\" & <winks>\"}\n"
		  "[0.000000, \"o\", \"\\u001b[H\\u001b[J(o o)\\r\\n  <\\u001b[K\\r\\n\"]\n"
		  "[0.070000, \"o\", \"\\u001b[H(- -)\\r\\n\\u001b[K\\r\\n\"]\n"
		  "[0.200000, \"o\", \"\\u001b[H(o o)\\r\\n  <\\u001b[K\\r\\n\"]\n"
		  "[0.250000, \"o\", \"\"]\n");
}

// Written as our own format and read again.
std::string written_again(const animation &from) {
	char folder[] = "/tmp/assetc_test.XXXXXX";
	options asked;
	asked.input = std::string(::mkdtemp(folder)) + "/" + from.name + ".json";
	write_file(asked.input, [&](const byte_sink &out) { out(written(from, "json")); });
	auto again = read_animation(asked);
	std::filesystem::remove_all(folder);
	again.file = from.file;
	return written(again, "h");
}

TEST(json, compiles_to_the_same_table) {
	auto from = blinking();
	from.loops = 3;
	EXPECT_EQ(written_again(from), written(from, "h"));
	from.frames[1].tint = color::indexed(9);
	from.frames[0].hold = std::chrono::microseconds(33'333);
	from.send.how = update::changes;
	EXPECT_EQ(written_again(from), written(from, "h"));
}

TEST(json, keeps_every_colour_and_glyph) {
	animation from;
	from.name = "many";
	from.colors = color_depth::rgb;
	grid cells{40, 30, std::vector<cell>(1200), {}};
	for (std::size_t i = 0; i < cells.cells.size(); ++i)
		cells.cells[i] = {i % 3 ? U'\u2588' : U' ', color::rgb(static_cast<std::uint8_t>(i % 250), 1, 2),
				  color::rgb(3, static_cast<std::uint8_t>(i / 250), 4)};
	cells.clusters.push_back(U"e\u0301");
	cells.cells[41].glyph = cluster_base;
	cells.cells[81] = {U'\u65e5', color::indexed(200), {}};
	cells.cells[82] = {wide_tail, color::indexed(200), {}};
	for (std::size_t i = 1160; i < 1200; ++i)
		cells.cells[i] = {};
	from.frames.push_back({std::chrono::milliseconds(100), {}, cells});
	EXPECT_EQ(written_again(from), written(from, "h"));
}

TEST(txt, is_one_frame_without_moves) {
	EXPECT_EQ(written(blinking(), "txt", 1), "(- -)\n\n");
	auto red = blinking();
	red.frames.front().tint = color::indexed(1);
	EXPECT_EQ(written(red, "txt"), "\033[31m(o o)\033[m\n  \033[31m<\033[m\n");
}

} // namespace
} // namespace assetc
