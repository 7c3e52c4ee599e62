// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "png_bomb.h"

#include "png_number.h"

#include <array>
#include <zlib.h>

namespace assetc {

namespace {

constexpr std::uint64_t harmless = 64'000'000; // bytes

// Samples of a pixel, by the kind of its colours (W3C's PNG specification, 11.2.1): grey, colours, or a palette's
// index; and alpha.
std::uint64_t samples_of(std::uint64_t kind) {
	constexpr std::uint64_t palette = 1, color = 2, alpha = 4;
	return (kind & color && !(kind & palette) ? 3 : 1) + (kind & alpha ? 1 : 0);
}

// What the pixels take, and what interlacing adds: of each row at most two parts, which begin and end within a byte.
std::uint64_t most_needed(std::string_view png) {
	constexpr std::uint64_t around = 4, passes = 7;
	const auto bits = png_number(png, 16, 4) * samples_of(png_number(png, 25, 1)) * png_number(png, 24, 1);
	return harmless + (bits / 8 + around) * (png_number(png, 20, 4) + passes);
}

// Counts what comes out of the pieces that are put in.
class unpacking {
public:
	unpacking() { ::inflateInit(&stream); }
	unpacking(const unpacking &) = delete;
	unpacking &operator=(const unpacking &) = delete;
	~unpacking() { ::inflateEnd(&stream); }

	// The bytes that came out until now, which may stop above `most`.
	std::uint64_t put(std::string_view piece, std::uint64_t most) {
		std::array<unsigned char, 65536> out;
		stream.next_in = reinterpret_cast<unsigned char *>(const_cast<char *>(piece.data())); // only read
		stream.avail_in = static_cast<unsigned>(piece.size());
		int state = Z_OK;
		do {
			stream.next_out = out.data();
			stream.avail_out = out.size();
			state = ::inflate(&stream, Z_NO_FLUSH);
			came += out.size() - stream.avail_out;
		} while (state == Z_OK && stream.avail_out == 0 && came <= most);
		return came;
	}

private:
	z_stream stream{};
	std::uint64_t came = 0;
};

} // namespace

bool is_png_bomb(std::string_view png) {
	constexpr std::size_t head = 33, around = 12, best_ratio = 1032; // of deflate
	if (png.size() < head || png.size() * best_ratio <= harmless)
		return false;
	const auto most = most_needed(png);
	unpacking pixels;
	for (std::size_t at = 8; at + around <= png.size();) {
		const auto length = png_number(png, at, 4);
		if (length > png.size() - at - around)
			return false; // which the decoder tells better
		if (png.substr(at + 4, 4) == "IDAT" && pixels.put(png.substr(at + 8, length), most) > most)
			return true;
		at += around + length;
	}
	return false;
}

} // namespace assetc
