// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "gunzip.h"

#include "diagnostic.h"

#include <array>
#include <zlib.h>

namespace assetc {

namespace {

constexpr std::string_view magic = "\x1f\x8b";

class inflater {
public:
	explicit inflater(std::string_view from) {
		constexpr int gzip = 16; // so says zlib.h
		// zlib does not write to what it reads, but for C's sake has no const.
		stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(from.data()));
		stream.avail_in = static_cast<uInt>(from.size());
		if (inflateInit2(&stream, MAX_WBITS + gzip) != Z_OK)
			throw std::bad_alloc();
	}
	~inflater() { inflateEnd(&stream); }
	inflater(const inflater &) = delete;
	inflater &operator=(const inflater &) = delete;

	// Appends what comes next. Z_OK, Z_STREAM_END after the last member, or an error of zlib's.
	int append(std::string &to) {
		std::array<char, 65536> piece;
		stream.next_out = reinterpret_cast<Bytef *>(piece.data());
		stream.avail_out = static_cast<uInt>(piece.size());
		const int result = inflate(&stream, Z_NO_FLUSH);
		to.append(piece.data(), piece.size() - stream.avail_out);
		return result == Z_STREAM_END && another_follows() ? inflateReset(&stream) : result;
	}

private:
	bool another_follows() const {
		return std::string_view(reinterpret_cast<const char *>(stream.next_in), stream.avail_in)
			.starts_with(magic);
	}

	z_stream stream{};
};

} // namespace

bool is_gzipped(std::string_view bytes) {
	return bytes.starts_with(magic);
}

std::string gunzip(const std::string &file, std::string bytes) {
	if (!is_gzipped(bytes))
		return bytes;
	inflater packed(bytes);
	std::string unpacked;
	int result = Z_OK;
	while (result == Z_OK && unpacked.size() <= most_unpacked_bytes)
		result = packed.append(unpacked);
	if (unpacked.size() > most_unpacked_bytes)
		throw error(about(file, "this is packed with gzip, and holds more than 64 MiB",
				  "an animation of that size is better made smaller; to allow it, unpack it first: "
				  "zcat <FILE >LARGER"));
	if (result == Z_BUF_ERROR)
		throw error(about(file, "this is packed with gzip, and ends early",
				  "it may not have arrived whole: fetch it again"));
	if (result != Z_STREAM_END)
		throw error(about(file, "this is packed with gzip, and is broken",
				  "it may not have arrived whole: fetch it again"));
	return unpacked;
}

} // namespace assetc
