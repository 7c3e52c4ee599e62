// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "asciicast.h"

#include "reel.h"
#include "test_folder.h"
#include "text.h"

namespace assetc {
namespace {

using std::chrono::milliseconds;
using seconds = std::chrono::duration<double>;

animation read(const std::string &text, reading how = {}) {
	return read_asciicast(input("a.cast", text), how);
}

// Each frame: its hold in seconds, and its screen, rows of which are divided by '/'.
std::string told(const animation &of) {
	const reel shown(of);
	std::string text;
	for (std::size_t i = 0; i < shown.frames(); ++i) {
		text += nlohmann::json(shown.holds_us[i] / 1e6).dump() + ":";
		const auto cells = shown.at(i);
		for (int row = 0; row < cells.rows; ++row) {
			for (int column = 0; column < cells.columns; ++column)
				append_glyph(text, cells, cells.at(column, row));
			text += row + 1 < cells.rows ? "/" : "  ";
		}
	}
	return text;
}

std::string told(const std::string &text, reading how = {}) {
	return told(read(text, how));
}

constexpr auto header_1 = R"("version": 1, "width": 3, "height": 1, "duration": 9.5)";
const std::string header_2 = R"({"version": 2, "width": 3, "height": 1})"
			     "\n";
const std::string header_3 = R"({"version": 3, "term": {"cols": 3, "rows": 1}})"
			     "\n";

TEST(asciicast, counts_from_event_to_event_in_version_1) {
	EXPECT_EQ(told(std::string("{") + header_1 + R"(, "stdout": [[0.000001, "a"], [2, "b"], [0.5, "c"]]})"),
		  "2.000001:a    0.5:ab   6.999999:abc  ");
}

TEST(asciicast, counts_from_the_beginning_in_version_2) {
	EXPECT_EQ(told(header_2 + "[0, \"o\", \"a\"]\n[2.25, \"o\", \"b\"]\n"), "2.25:a    1.0:ab   ");
}

TEST(asciicast, counts_from_event_to_event_in_version_3) {
	EXPECT_EQ(told(header_3 +
		       "[0, \"o\", \"a\"]\n# a comment\n[1.5, \"i\", \"x\"]\n[0.5, \"o\", \"b\"]\n[9, \"x\", \"0\"]\n"),
		  "2.0:a    1.0:ab   ");
}

TEST(asciicast, shows_output_alone) {
	EXPECT_EQ(told(header_2 + "[0, \"o\", \"a\"]\n[1, \"i\", \"b\"]\n[2, \"m\", \"c\"]\n[3, \"?\", \"d\"]\n\r\n[4, "
				  "\"o\", \"e\"]"),
		  "4.0:a    1.0:ae   ");
}

TEST(asciicast, has_what_its_terminal_has) {
	const auto made = read(R"({"version": 2, "width": 9, "height": 1})"
			       "\n"
			       R"([0, "o", "\u001b]0;title\u0007\u001b[31ma\u0000\u001b[2;38;5;208mż漢"])");
	const auto shown = reel(made).at(0);
	EXPECT_EQ(shown.at(0, 0), (cell{U'a', color::indexed(1), {}}));
	EXPECT_EQ(made.title, "");
}

TEST(asciicast, can_change_its_size) {
	EXPECT_EQ(told(header_2 + "[0, \"o\", \"a\"]\n[1, \"r\", \"5x2\"]\n[2, \"o\", \"\\r\\nb\"]"),
		  "2.0:a    /       1.0:a    /b      ");
}

TEST(asciicast, cuts_idle_time_as_it_says) {
	const std::string events = "[0, \"o\", \"a\"]\n[9, \"o\", \"b\"]\n[10, \"o\", \"c\"]";
	const auto limited = R"({"version": 2, "width": 3, "height": 1, "idle_time_limit": 2.5})"
			     "\n" +
			     events;
	EXPECT_EQ(told(limited), "2.5:a    1.0:ab   1.0:abc  ");
	reading how;
	how.idle_limit = milliseconds(500);
	EXPECT_EQ(told(limited, how), "0.5:a    0.5:ab   1.0:abc  ");
	EXPECT_EQ(told(header_2 + events, how), "0.5:a    0.5:ab   1.0:abc  ");
}

TEST(asciicast, ends_where_it_says) {
	EXPECT_EQ(told(header_2 + "[0, \"o\", \"a\"]\n[0.25, \"o\", \"\"]"), "0.25:a    ");
	EXPECT_EQ(told(R"({"version": 2, "width": 3, "height": 1, "duration": 4})"
		       "\n[0, \"o\", \"a\"]"),
		  "4.0:a    ");
	EXPECT_EQ(told(R"({"version": 2, "width": 3, "height": 1, "duration": 0.01})"
		       "\n[0, \"o\", \"a\"]"),
		  "1.0:a    ");
	EXPECT_EQ(told(header_2), "1.0:     ");
}

TEST(asciicast, has_a_title) {
	EXPECT_EQ(read(R"({"version": 2, "width": 3, "height": 1, "title": "Ein Gruß"})").title, "Ein Gruß");
	EXPECT_EQ(read(R"({"version": 2, "width": 3, "height": 1, "title": null, "theme": {"fg": "#000000"}})").title,
		  "");
}

std::string fault(const std::string &text) {
	const auto said = said_by([&] { read(text); });
	return std::to_string(said.where.line) + ":" + std::to_string(said.where.column) + ": " + said.what;
}

TEST(asciicast, tells_what_is_wrong_and_where) {
	EXPECT_EQ(fault(R"({"version": 4, "width": 3, "height": 1})"),
		  "1:13: version must be a whole number from 1 to 3, not 4");
	EXPECT_EQ(fault(R"({"version": 2, "width": 0, "height": 1})"),
		  "1:25: width must be a whole number from 1 to 1000, not 0");
	EXPECT_EQ(said_by([] { read(R"({"version": 2, "width": 0, "height": 0})"); }).hint,
		  "80 columns and 24 rows are usual; recorders write 0 where there was no terminal");
	EXPECT_EQ(fault(R"({"version": 2, "width": 80})"),
		  "1:1: this recording does not tell how large its terminal was");
	EXPECT_EQ(fault(R"({"version": 3, "width": 80, "height": 24})"),
		  "1:1: this recording does not tell how large its terminal was");
	EXPECT_EQ(fault(header_2 + "\n[-1, \"o\", \"a\"]"),
		  "3:2: this must be a time from 0 to 100000000 seconds, not -1");
	EXPECT_EQ(fault(header_2 + "[1, \"o\"]"), "2:1: this line must be an event, not an array");
	EXPECT_EQ(fault(header_2 + "[1, \"r\", \"80\"]"), "2:10: this must be a size of at most 1000x1000, not \"80\"");
	EXPECT_EQ(fault(header_2 + "[1, \"o\", \"a\"]\n[1e999, \"o\", \"a\"]").substr(0, 3), "3:2");
	EXPECT_EQ(fault(header_2 + "[1, \"o\", \"a\"]\n[2, \"o\", \"b").substr(0, 2), "3:");
	EXPECT_EQ(fault(std::string("{") + header_1 + "}"), "1:1: this recording has no \"stdout\"");
	EXPECT_EQ(fault(std::string("{") + header_1 + ", \"stdout\": [[1]]}"),
		  "1:69: an entry of stdout must be an event, not an array");
}

TEST(asciicast, lasts_three_years_at_most) {
	const std::string far = "[1e8, \"o\", \"a\"]\n", near = "[0.5, \"o\", \"b\"]\n";
	const auto end = ": this event comes more than 100000000 seconds after the beginning";
	reading how;
	how.idle_limit = std::chrono::seconds(1);
	EXPECT_EQ(told(header_3 + far, how), "1.0:     1.0:a    ");
	EXPECT_EQ(told(header_2 + far + far, how), "1.0:     1.0:aa   ");
	EXPECT_EQ(fault(header_3 + far + near), std::string("3:2") + end);
	EXPECT_EQ(fault(std::string("{") + header_1 + ", \"stdout\": [[1e8, \"a\"],\n[0.5, \"b\"]]}"),
		  std::string("2:2") + end);
}

TEST(asciicast, may_not_scroll_without_end) {
	reading how;
	how.at_most.cells = 100; // 10000 to move: 3 cells, some thousand times
	std::string lines;
	for (int i = 0; i < 1000; ++i)
		lines += "\\n";
	EXPECT_NE(told(header_2 + "[0, \"o\", \"" + lines + "\"]\n", how), "");
	EXPECT_EQ(
		said_by([&] { read(header_2 + "[0, \"o\", \"" + lines + lines + lines + lines + "\"]\n", how); }).what,
		"this recording moves, changes or shows more than 10000 cells");
}

TEST(asciicast, may_not_be_too_long) {
	std::string text = header_2;
	for (int i = 0; i < 6; ++i)
		text += "[" + std::to_string(i) + ", \"o\", \"\\r" + std::to_string(i) + "\"]\n";
	reading how;
	how.at_most.frames = 6;
	EXPECT_EQ(read(text, how).frames.size(), 6u);
	how.at_most.frames = 4;
	EXPECT_EQ(said_by([&] { read(text, how); }).what, "this recording has more than 4 different screens");
}

TEST(asciicast, is_known_by_its_head) {
	const auto refusal = [](const char *text) {
		input from("a", text);
		return why_no_asciicast(from);
	};
	EXPECT_EQ(refusal("{\"version\": 2, \"width\": 1}\n[0, \"o\", \"\"]"), "");
	EXPECT_EQ(refusal("{\"version\": 3, \"term\": {}}\n"), "");
	EXPECT_EQ(refusal("{\"version\": 1, \"stdout\": []}"), "");
	EXPECT_EQ(refusal("{\"version\": \"2.0\"}"), "it has no \"version\"");
	EXPECT_EQ(refusal("{\"version\": 2}"), "it has neither \"stdout\" nor \"term\" nor \"width\"");
	EXPECT_EQ(refusal("abc"), "it is no JSON");
}

TEST(asciicast, has_the_bounds_of_other_json_in_each_line) {
	const auto text = header_2 + "\n[0, \"o\", " + std::string(300'000, '[') + std::string(300'000, ']') + "]";
	EXPECT_EQ(said_by([&] { read(text); }).what, "values nested deeper than 100");
}

TEST(asciicast, passes_over_events_that_it_does_not_know) {
	EXPECT_EQ(read(header_2 + "[1, \"x\", 0]\n[1, \"m\", {}]\n[2, \"o\", \"a\"]").frames.size(), 2u);
}

TEST(asciicast, has_a_head_wherever_it_begins) {
	EXPECT_EQ(fault("\n\n  {\"version\": 2, \"width\": 80, \"width\": 80}\n[1, \"o\", \"a\"]"),
		  "3:31: \"width\" stands here a second time");
}

} // namespace
} // namespace assetc
