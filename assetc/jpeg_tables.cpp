// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "jpeg_tables.h"

namespace assetc {

namespace {

constexpr unsigned tables_marker = 0xc4, pixels_marker = 0xda, mark = 0xff;

// 0 beyond the end, as stb_image has it.
unsigned byte_at(std::string_view bytes, std::size_t at) {
	return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}

std::size_t length_at(std::string_view bytes, std::size_t at) {
	return byte_at(bytes, at) << 8 | byte_at(bytes, at + 1);
}

// A segment of tables, from its length on: for each table its number, how many codes there are of 1 to 16 bits, and
// what they mean, a byte each.
bool is_overlong(std::string_view segment) {
	constexpr std::size_t lengths = 16, most_codes = 256;
	const auto end = length_at(segment, 0);
	for (std::size_t at = 2; at < end;) {
		std::size_t codes = 0;
		for (std::size_t i = 1; i <= lengths; ++i)
			codes += byte_at(segment, at + i);
		if (codes > most_codes)
			return true;
		at += 1 + lengths + codes;
	}
	return false;
}

} // namespace

bool has_overlong_table(std::string_view jpeg) {
	std::size_t at = 2;
	while (byte_at(jpeg, at) == mark && byte_at(jpeg, at + 1) != pixels_marker) {
		const auto marker = byte_at(jpeg, at + 1);
		if (marker == tables_marker && is_overlong(jpeg.substr(at + 2)))
			return true;
		at += marker == mark ? 1 : 2 + length_at(jpeg, at + 2);
	}
	// From the first pixels on, what looks like a marker is one.
	for (at = jpeg.find("\xff\xc4", at); at < jpeg.size(); at = jpeg.find("\xff\xc4", at + 2))
		if (is_overlong(jpeg.substr(at + 2)))
			return true;
	return false;
}

// A frame's head: its marker, two bytes of length, the bits of a sample.
bool is_rare_jpeg(std::string_view jpeg) {
	constexpr unsigned arithmetic_tables = 0xcc, reserved = 0xc8, first_frame = 0xc0, last_frame = 0xcf;
	for (std::size_t at = 2; byte_at(jpeg, at) == mark && byte_at(jpeg, at + 1) != pixels_marker;) {
		const auto marker = byte_at(jpeg, at + 1);
		if (marker >= first_frame && marker <= last_frame && marker != tables_marker && marker != reserved &&
		    marker != arithmetic_tables)
			return marker > first_frame + 2 || byte_at(jpeg, at + 4) > 8;
		at += marker == mark ? 1 : 2 + length_at(jpeg, at + 2);
	}
	return false;
}

// Within pixels, what looks like a marker is one; elsewhere, what looks like a scan's head is too rare to matter.
std::size_t scans_in(std::string_view jpeg) {
	std::size_t scans = 0;
	for (auto at = jpeg.find("\xff\xda"); at != jpeg.npos; at = jpeg.find("\xff\xda", at + 2)) {
		const std::size_t components = byte_at(jpeg, at + 4);
		scans += components >= 1 && components <= 4 && length_at(jpeg, at + 2) == 6 + 2 * components;
	}
	return scans;
}

} // namespace assetc
