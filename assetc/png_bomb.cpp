// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "png_bomb.h"

#include "png_chunk.h"

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

// Counts what comes out of the pieces that are put in. zlib minds the head and the checksum of what is packed, which
// stb_image does not: so it is given neither.
class unpacking {
public:
	unpacking() { ::inflateInit2(&stream, -MAX_WBITS); }
	unpacking(const unpacking &) = delete;
	unpacking &operator=(const unpacking &) = delete;
	~unpacking() { ::inflateEnd(&stream); }

	// The bytes that came out until now, which may stop above `most`.
	std::uint64_t put(std::string_view piece, std::uint64_t most) {
		const auto of_head = std::min(piece.size(), head_left);
		head_left -= of_head;
		piece.remove_prefix(of_head);
		std::array<unsigned char, 65536> out;
		stream.next_in = reinterpret_cast<unsigned char *>(const_cast<char *>(piece.data())); // only read
		stream.avail_in = static_cast<unsigned>(piece.size());
		do {
			stream.next_out = out.data();
			stream.avail_out = out.size();
			state = ::inflate(&stream, Z_NO_FLUSH);
			came += out.size() - stream.avail_out;
		} while (state == Z_OK && stream.avail_out == 0 && came <= most);
		return came;
	}

	// A piece may end anywhere, and what follows the end is ignored.
	bool is_broken() const { return state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR; }

private:
	z_stream stream{};
	std::size_t head_left = 2;
	std::uint64_t came = 0;
	int state = Z_OK;
};

} // namespace

png_pixels look_at_pixels(std::string_view png) {
	constexpr std::size_t head = 33, best_ratio = 1032; // of deflate
	if (png.size() < head || png.size() * best_ratio <= harmless)
		return png_pixels::fair;
	const auto most = most_needed(png);
	auto found = png_pixels::fair;
	unpacking pixels;
	each_png_chunk(png, [&](const png_chunk &next) {
		if (next.kind != "IDAT" || found != png_pixels::fair)
			return;
		if (pixels.put(next.content, most) > most)
			found = png_pixels::bomb;
		else if (pixels.is_broken())
			found = png_pixels::broken;
	});
	return found;
}

} // namespace assetc
