// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// The codes that GIF packs pixels in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

namespace assetc {

// Bits that a number takes before any of them are packed together.
inline constexpr int least_code_size = 1;
inline constexpr int most_code_size = 11;

// Where numbers are unpacked; it can be used again.
class lzw_room {
public:
	// Unpacks so many numbers, which are below 256. `blocks` are those of the file, each behind a byte that tells
	// its length. False: they end too soon, or have a code that nothing has given a meaning. What comes behind the
	// last number is not looked at.
	bool unpack(std::string_view blocks, int code_size, std::size_t count);

	// What the last call unpacked.
	std::span<const std::uint8_t> numbers() const;

private:
	std::unique_ptr<std::uint8_t[]> room_; // nobody writes zeros to it first
	std::size_t count_ = 0;
	std::size_t most_ = 0; // numbers that it has room for
};

} // namespace assetc
