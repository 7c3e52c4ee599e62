// SPDX-License-Identifier: GPL-2.0-or-later
#include "info.h"

#include "decimal.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace assetc {

namespace {

std::string counted(std::size_t count, std::string_view noun) {
	return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

std::string size(int columns, int rows) {
	return std::to_string(columns) + "x" + std::to_string(rows);
}

std::string holds(const frame_table &table) {
	const auto [least, most] =
		std::minmax_element(table.entries.begin(), table.entries.end() - 1,
				    [](const table_entry &a, const table_entry &b) { return a.hold_us < b.hold_us; });
	const auto ms = [](std::uint32_t us) { return std::to_string((us + 500) / 1000); };
	if (ms(least->hold_us) == ms(most->hold_us))
		return ms(least->hold_us) + " ms a frame";
	return ms(least->hold_us) + " to " + ms(most->hold_us) + " ms a frame";
}

std::string bytes(const frame_table &table) {
	std::size_t sent = 0, largest = 0;
	for (auto entry = table.entries.begin() + 1; entry != table.entries.end(); ++entry) {
		sent += table.texts[entry->text].size();
		largest = std::max(largest, table.texts[entry->text].size());
	}
	const auto a_second = static_cast<double>(sent) * 1e6 / static_cast<double>(loop_us(table));
	return std::to_string(size_of_texts(table)) + " in the table, " + std::to_string(sent) + " sent a loop (" +
	       std::to_string(largest) + " at most a frame, " + std::to_string(static_cast<long long>(a_second)) +
	       " a second)";
}

// Bytes of an entry on a serial line, where each line feed becomes two.
std::size_t bytes_on_line(const std::string &text) {
	return text.size() + static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

// The bits a second that each frame of the loop needs to be there before the next one is due; a byte takes ten bits.
double bits_a_second(const frame_table &table) {
	double most = 0;
	for (auto entry = table.entries.begin() + 1; entry != table.entries.end(); ++entry) {
		const auto bits = 10.0 * static_cast<double>(bytes_on_line(table.texts[entry->text]));
		most = std::max(most, bits * 1e6 / entry->hold_us);
	}
	return most;
}

std::string lines(const frame_table &table) {
	constexpr std::array speeds = {110, 300, 1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200};
	const auto needed = bits_a_second(table);
	const auto enough = std::find_if(speeds.begin(), speeds.end(), [&](int speed) { return speed >= needed; });
	const auto told = " (" + std::to_string(static_cast<long long>(std::ceil(needed))) + " bits a second)";
	if (enough == speeds.end())
		return "no serial line up to 115200 baud keeps up" + told;
	return "serial lines keep up from " + std::to_string(*enough) + " baud" + told;
}

void append_line(std::string &to, std::string_view label, const std::string &value) {
	if (value.empty())
		return;
	((to += label) += std::string(12 - label.size(), ' ')) += value + "\n";
}

} // namespace

std::string seconds(std::uint64_t us) {
	char text[32];
	std::snprintf(text, sizeof(text), "%llu.%06llu", static_cast<unsigned long long>(us / 1'000'000),
		      static_cast<unsigned long long>(us % 1'000'000));
	return without_zeros(text) + " s";
}

std::string summarize(const reel &shown) {
	const auto what = counted(shown.frames(), "frame") + " of " + size(shown.columns, shown.rows);
	return shown.frames() == 1 ? what : what + ", " + seconds(loop_us(shown)) + " a loop";
}

std::string describe(const frame_table &table) {
	std::string text;
	append_line(text, "name", table.name + " (/dev/" + table.name + ")");
	append_line(text, "title", table.title);
	append_line(text, "author", table.author);
	append_line(text, "licence", table.license);
	append_line(text, "frames", std::to_string(table.frames()));
	append_line(text, "size", size(table.columns, table.rows) + " characters");
	append_line(text, "tempo", holds(table) + ", " + seconds(loop_us(table)) + " a loop");
	append_line(text, "plays",
		    table.loops == 0 ? "for ever" : counted(static_cast<std::size_t>(table.loops), "time"));
	append_line(text, "bytes", bytes(table));
	append_line(text, "lines", lines(table));
	return text;
}

} // namespace assetc
