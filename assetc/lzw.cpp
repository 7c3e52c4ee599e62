// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "lzw.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <string>

namespace assetc {
namespace {

constexpr std::uint32_t most_bits = 12;
constexpr std::uint32_t most_codes = 1U << most_bits;

// Runs are copied in strides, which may end behind them, where the next run will be.
constexpr std::size_t stride = 32;
constexpr std::size_t room_behind = most_codes + stride;

// In front of what is unpacked stands each number once, so that all codes mean a run of what is there already.
constexpr std::uint32_t numbers_alone = 256;

struct run {
	std::uint32_t first;
	std::uint32_t length;
};

// Codes in a row, the lowest bit first, with room behind to read beyond the last.
struct bit_row {
	std::string bytes;
	std::size_t bits;
};

bit_row joined(std::string_view blocks) {
	std::string bytes;
	bytes.reserve(blocks.size() + sizeof(std::uint64_t));
	while (!blocks.empty() && blocks.front() != 0) {
		const auto block = blocks.substr(1, static_cast<unsigned char>(blocks.front()));
		bytes.append(block);
		blocks.remove_prefix(1 + block.size());
	}
	const auto bits = 8 * bytes.size();
	bytes.append(sizeof(std::uint64_t), '\0');
	return {std::move(bytes), bits};
}

std::uint32_t bits_at(const char *from, std::size_t bit, std::uint32_t width) {
	std::uint64_t word;
	std::memcpy(&word, from + bit / 8, sizeof(word));
	if constexpr (std::endian::native == std::endian::big)
		word = __builtin_bswap64(word);
	return static_cast<std::uint32_t>(word >> bit % 8) & ((1U << width) - 1);
}

// As much may lie in both.
inline void copy_stride(std::uint8_t *to, const std::uint8_t *from) {
	std::array<std::uint8_t, stride> between;
	std::memcpy(between.data(), from, stride);
	std::memcpy(to, between.data(), stride);
}

// A run may end with the first number that it puts there itself.
inline void copy_run(std::uint8_t *to, const std::uint8_t *from, std::uint32_t length) {
	copy_stride(to, from);
	for (std::size_t i = stride; i < length; i += stride)
		copy_stride(to + i, from + i);
	if (from + length > to)
		to[length - 1] = from[0];
}

// Fills a room from where the numbers alone end. A code means the run of the code before and one number more, which is
// the first of what follows: so it lies where it was put, and only its place is kept.
bool unpack_runs(std::uint8_t *room, std::size_t end, const bit_row &codes, std::uint32_t code_size) {
	std::array<run, most_codes + 1> runs; // the last is written, but not asked for
	const std::uint32_t clear = 1U << code_size, stop = clear + 1;
	const std::uint32_t odd = std::min(clear, numbers_alone), odd_codes = stop + 1 - odd;
	for (std::uint32_t i = 0; i < odd; ++i)
		runs[i] = {i, 1};
	run before = {0, 0};
	std::uint32_t next = stop, width = code_size + 1; // `next` means nothing until there is a run before
	std::uint32_t at = numbers_alone;
	for (std::size_t bit = 0; at < end;) {
		if (bit + width > codes.bits)
			return false;
		const std::uint32_t code = bits_at(codes.bytes.data(), bit, width);
		bit += width;
		runs[next] = {before.first, before.length + 1};
		next += next < most_codes;
		width += next >> width & static_cast<std::uint32_t>(width < most_bits);
		if (code - odd < odd_codes || code >= next) [[unlikely]] {
			if (code != clear)
				return false;
			before = {0, 0};
			next = stop;
			width = code_size + 1;
			continue;
		}
		const std::uint32_t length = runs[code].length;
		copy_run(room + at, room + runs[code].first, length);
		before = {at, length};
		at += length;
	}
	return true;
}

} // namespace

bool lzw_room::unpack(std::string_view blocks, int code_size, std::size_t count) {
	if (code_size < least_code_size || code_size > most_code_size)
		return false;
	if (!room_ || most_ < count) {
		room_.reset(new std::uint8_t[numbers_alone + count + room_behind]);
		most_ = count;
		for (std::uint32_t i = 0; i < numbers_alone; ++i)
			room_[i] = static_cast<std::uint8_t>(i);
	}
	count_ = count;
	return unpack_runs(room_.get(), numbers_alone + count, joined(blocks), static_cast<std::uint32_t>(code_size));
}

std::span<const std::uint8_t> lzw_room::numbers() const {
	return {room_.get() + (room_ ? numbers_alone : 0), count_};
}

} // namespace assetc
