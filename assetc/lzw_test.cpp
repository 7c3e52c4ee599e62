// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "lzw.h"

#include <gtest/gtest.h>
#include <map>
#include <string>
#include <vector>

namespace assetc {
namespace {

// Codes as blocks of a GIF.
class code_row {
public:
	void put(unsigned code, unsigned width) {
		for (unsigned i = 0; i < width; ++i, ++bits) {
			if (bits % 8 == 0)
				bytes += '\0';
			bytes.back() = static_cast<char>(bytes.back() | (code >> i & 1) << bits % 8);
		}
	}

	std::string blocks(std::size_t length = 255) const {
		std::string result;
		for (std::size_t i = 0; i < bytes.size(); i += length) {
			const auto block = bytes.substr(i, length);
			result += static_cast<char>(block.size()) + block;
		}
		return result + '\0';
	}

private:
	std::string bytes;
	std::size_t bits = 0;
};

// Packs as the format's description says. A full dictionary is forgotten, or kept to the end.
class packer {
public:
	packer(unsigned code_size, bool forgets) : size(code_size), is_forgetful(forgets) { forget(); }

	code_row pack(const std::string &numbers) {
		std::string run;
		for (const char number : numbers) {
			if (known.count(run + number) == 0) {
				put(run);
				learn(run + number);
				run.clear();
			}
			run += number;
		}
		put(run);
		row.put((1U << size) + 1, width);
		return row;
	}

private:
	void forget() {
		row.put(1U << size, width);
		known.clear();
		for (unsigned i = 0; i < 1U << size && i < 256; ++i)
			known[std::string(1, static_cast<char>(i))] = i;
		next = (1U << size) + 2;
		width = size + 1;
	}

	void put(const std::string &run) {
		row.put(known.at(run), width);
		if (next == 1U << width && width < 12)
			++width;
	}

	void learn(const std::string &run) {
		if (next < 4096)
			known[run] = next++;
		else if (is_forgetful)
			forget();
	}

	unsigned size;
	bool is_forgetful;
	unsigned width = size + 1;
	unsigned next = 0;
	std::map<std::string, unsigned> known;
	code_row row;
};

std::string unpacked(const std::string &blocks, int code_size, std::size_t count) {
	lzw_room room;
	if (!room.unpack(blocks, code_size, count))
		return "broken";
	return {room.numbers().begin(), room.numbers().end()};
}

// Runs of all lengths, and noise.
std::string some_numbers(unsigned code_size, std::size_t count) {
	std::string numbers;
	for (std::uint32_t seed = 1; numbers.size() < count;) {
		seed = seed * 1664525 + 1013904223;
		const auto number = static_cast<char>(seed >> 24 & ((1U << std::min(code_size, 8U)) - 1));
		numbers.append(seed >> 8 & 1 ? 1 : seed >> 9 & 127, number);
	}
	return numbers.substr(0, count);
}

TEST(lzw, unpacks_what_was_packed) {
	for (const unsigned code_size : {2U, 3U, 7U, 8U, 9U, 11U})
		for (const std::size_t count : {1U, 2U, 17U, 100U, 100'000U})
			for (const bool forgets : {true, false}) {
				const auto numbers = some_numbers(code_size, count);
				const auto blocks = packer(code_size, forgets).pack(numbers).blocks();
				EXPECT_EQ(unpacked(blocks, static_cast<int>(code_size), count), numbers)
					<< code_size << " bits, " << count;
			}
}

TEST(lzw, unpacks_what_is_all_the_same) {
	const std::string numbers(1'000'000, '\1');
	EXPECT_EQ(unpacked(packer(2, false).pack(numbers).blocks(), 2, numbers.size()), numbers);
}

TEST(lzw, may_come_in_blocks_of_any_length) {
	const auto numbers = some_numbers(4, 1000);
	for (const std::size_t length : {1U, 2U, 254U})
		EXPECT_EQ(unpacked(packer(4, true).pack(numbers).blocks(length), 4, numbers.size()), numbers);
}

TEST(lzw, has_room_for_more_and_for_less) {
	lzw_room room;
	EXPECT_TRUE(room.numbers().empty());
	for (const std::size_t count : {10U, 1000U, 5U}) {
		const auto numbers = some_numbers(8, count);
		ASSERT_TRUE(room.unpack(packer(8, true).pack(numbers).blocks(), 8, count));
		EXPECT_EQ(std::string(room.numbers().begin(), room.numbers().end()), numbers);
	}
}

TEST(lzw, leaves_what_comes_behind_the_last_number) {
	const std::string numbers(10, '\2');
	EXPECT_EQ(unpacked(packer(2, true).pack(numbers).blocks() + "anything", 2, 7), numbers.substr(0, 7));
	EXPECT_EQ(unpacked(std::string(1, '\0'), 2, 0), "");
}

// Codes of three bits: numbers 0 to 3, 4 to begin again, 5 to stop, 6 and more to repeat.
std::string of_codes(std::initializer_list<unsigned> codes, std::size_t count) {
	code_row row;
	for (const unsigned code : codes)
		row.put(code, 3);
	return unpacked(row.blocks(), 2, count);
}

TEST(lzw, needs_no_code_to_begin) {
	EXPECT_EQ(of_codes({1, 6}, 3), "\1\1\1");
	EXPECT_EQ(of_codes({4, 4, 1, 6}, 3), "\1\1\1");
}

TEST(lzw, refuses_what_means_nothing) {
	EXPECT_EQ(of_codes({4, 6}, 3), "broken"); // there is nothing before
	EXPECT_EQ(of_codes({4, 1, 7}, 3), "broken");
	EXPECT_EQ(of_codes({4, 1, 5}, 3), "broken");
	code_row row;
	row.put(300, 10); // no byte
	EXPECT_EQ(unpacked(row.blocks(), 9, 1), "broken");
}

TEST(lzw, refuses_what_ends_too_soon) {
	const auto numbers = some_numbers(8, 5000);
	const auto whole = packer(8, true).pack(numbers).blocks();
	for (std::size_t bytes = 0; bytes + 4 < whole.size(); ++bytes)
		EXPECT_EQ(unpacked(whole.substr(0, bytes), 8, numbers.size()), "broken") << bytes;
}

TEST(lzw, has_codes_of_sizes_that_make_sense) {
	EXPECT_EQ(unpacked(std::string("\2\0\0\0", 4), 0, 1), "broken");
	EXPECT_EQ(unpacked(std::string("\2\0\0\0", 4), 12, 1), "broken");
}

} // namespace
} // namespace assetc
