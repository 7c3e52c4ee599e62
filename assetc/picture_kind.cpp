// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "picture_kind.h"

#include "little_number.h"
#include "png_chunk.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace assetc {

namespace {

struct magic {
	std::string_view kind;
	std::string_view begins;
	std::size_t at = 0;
};

constexpr std::array<magic, 4> magics = {
	{{"PNG", "\x89PNG\r\n\x1a\n"}, {"JPEG", "\xff\xd8\xff"}, {"GIF", "GIF8"}, {"WebP", "WEBP", 8}}};

bool is_any_of(std::uint64_t value, std::initializer_list<std::uint64_t> known) {
	return std::find(known.begin(), known.end(), value) != known.end();
}

// "BM" alone could as well begin a text; four reserved bytes follow the size.
bool begins_as_bmp(std::string_view bytes) {
	return bytes.starts_with("BM") && bytes.size() > 10 && little_number(bytes, 6, 4) == 0;
}

bool is_space(char c) {
	return c == ' ' || (c >= '\t' && c <= '\r');
}

bool begins_as_pnm(std::string_view bytes) {
	const auto number = bytes.find_first_not_of(" \t\n\v\f\r", 2);
	return number != bytes.npos && bytes[0] == 'P' && bytes[1] >= '1' && bytes[1] <= '6' && is_space(bytes[2]) &&
	       ((bytes[number] >= '0' && bytes[number] <= '9') || bytes[number] == '#');
}

// Truevision's TGA file format specification, version 2.0: the head is 18 bytes, without compression the kinds are
// 1 to 3, with runs 9 to 11.
constexpr std::size_t tga_head = 18;

bool could_begin_a_tga(std::string_view bytes) {
	return bytes.size() > tga_head && is_any_of(little_number(bytes, 1, 1), {0, 1}) &&
	       is_any_of(little_number(bytes, 2, 1), {1, 2, 3, 9, 10, 11}) && little_number(bytes, 12, 2) > 0 &&
	       little_number(bytes, 14, 2) > 0 && is_any_of(little_number(bytes, 16, 1), {8, 15, 16, 24, 32});
}

bool is_named_tga(std::string_view file) {
	constexpr std::array<std::string_view, 5> names = {".tga", ".TGA", ".icb", ".vda", ".vst"};
	return std::any_of(names.begin(), names.end(), [&](auto name) { return file.ends_with(name); });
}

bool is_tga(std::string_view bytes, std::string_view file) {
	constexpr std::string_view foot("TRUEVISION-XFILE.\0", 18);
	return could_begin_a_tga(bytes) && (bytes.ends_with(foot) || is_named_tga(file));
}

// The end of packets that have so many pixels: each says how many, less one, and whether one stands for all. Beyond the
// end of the bytes, if they are cut short.
std::uint64_t end_of_runs(std::string_view bytes, std::uint64_t at, std::uint64_t pixels, std::uint64_t pixel) {
	constexpr std::uint64_t is_run = 128;
	while (pixels > 0 && at <= bytes.size()) {
		const auto packet = little_number(bytes, at, 1), length = std::min(packet % is_run + 1, pixels);
		at += 1 + (packet >= is_run ? 1 : length) * pixel;
		pixels -= length;
	}
	return at;
}

bool is_whole_tga(std::string_view bytes) {
	const auto in_bytes = [](std::uint64_t bits) { return (bits + 7) / 8; };
	const auto color_map = little_number(bytes, 5, 2) * in_bytes(little_number(bytes, 7, 1));
	const auto before = tga_head + little_number(bytes, 0, 1) + (little_number(bytes, 1, 1) == 1 ? color_map : 0);
	const auto pixels = little_number(bytes, 12, 2) * little_number(bytes, 14, 2);
	const auto pixel = in_bytes(little_number(bytes, 16, 1));
	const bool has_runs = little_number(bytes, 2, 1) >= 9;
	return bytes.size() >= (has_runs ? end_of_runs(bytes, before, pixels, pixel) : before + pixels * pixel);
}

// Without compression, rows are filled up to four bytes. Of other kinds, stb_image reads none.
bool is_whole_bmp(std::string_view bytes) {
	constexpr std::uint64_t oldest_head = 12, no_compression = 0, masks = 3;
	const bool is_old = little_number(bytes, 14, 4) == oldest_head;
	if (!is_old && !is_any_of(little_number(bytes, 30, 4), {no_compression, masks}))
		return true;
	const auto width = is_old ? little_number(bytes, 18, 2) : little_number(bytes, 18, 4);
	const auto height =
		static_cast<std::int32_t>(is_old ? little_number(bytes, 20, 2) : little_number(bytes, 22, 4));
	const auto bits = little_number(bytes, is_old ? 24 : 28, 2);
	const auto rows = static_cast<std::uint64_t>(height < 0 ? -std::int64_t{height} : height);
	return bytes.size() >= little_number(bytes, 10, 4) + (width * bits + 31) / 32 * 4 * rows;
}

// Takes a number of a PNM's head, and the spaces and comments before it; empty where there is none, or one that is too
// large for stb_image to count.
std::optional<std::uint64_t> take_number(std::string_view &text) {
	while (!text.empty() && (is_space(text.front()) || text.front() == '#'))
		text.remove_prefix(text.front() == '#' ? std::min(text.find_first_of("\r\n"), text.size()) : 1);
	const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
	std::uint64_t number = 0;
	const bool is_one = std::from_chars(text.data(), text.data() + digits, number).ec == std::errc();
	text.remove_prefix(digits);
	constexpr std::uint64_t too_large = 100'000'000;
	return is_one && number < too_large ? std::optional(number) : std::nullopt;
}

bool is_whole_pnm(std::string_view bytes) {
	const auto head = head_of_pnm(bytes);
	if (!head)
		return false;
	const std::uint64_t samples = bytes[1] == '6' ? 3 : 1, sample = head->brightest > 255 ? 2 : 1;
	return bytes.size() > head->length + head->width * head->height * samples * sample; // one space comes before
}

// Segments, each of which tells its length, lead to the pixels, which end with a marker that cannot come within them.
bool is_whole_jpeg(std::string_view bytes) {
	constexpr auto marker = 0xffu, pixels = 0xdau;
	std::size_t at = 2;
	while (at + 3 < bytes.size() && little_number(bytes, at, 1) == marker &&
	       little_number(bytes, at + 1, 1) != pixels) {
		const bool is_fill = little_number(bytes, at + 1, 1) == marker;
		at += is_fill ? 1 : 2 + 256 * little_number(bytes, at + 2, 1) + little_number(bytes, at + 3, 1);
	}
	return at < bytes.size() && bytes.find("\xff\xd9", at) != bytes.npos;
}

// stb_image makes room for a chunk before it looks for it.
bool is_whole_png(std::string_view bytes) {
	return each_png_chunk(bytes, [](const png_chunk &) {});
}

} // namespace

std::string_view picture_kind(std::string_view bytes, std::string_view file) {
	for (const auto &known : magics)
		if (bytes.size() > known.at && bytes.substr(known.at).starts_with(known.begins))
			return known.kind;
	if (begins_as_bmp(bytes))
		return "BMP";
	if (begins_as_pnm(bytes))
		return "PNM";
	return is_tga(bytes, file) ? "TGA" : "";
}

std::optional<pnm_head> head_of_pnm(std::string_view bytes) {
	auto text = bytes.substr(2);
	const auto width = take_number(text), height = take_number(text), brightest = take_number(text);
	if (!width || !height || !brightest)
		return {};
	return pnm_head{*width, *height, *brightest, bytes.size() - text.size()};
}

// What comes out has 4 bytes, and is copied. stb_image has the samples of a PNG twice, and makes twice the room for
// those it unpacks if they are one byte more than expected, as interlaced ones are, of which it decodes a half at a
// time. Of a progressive JPEG it keeps what all scans tell, in 16 bits a sample.
unsigned bytes_to_decode_a_pixel(std::string_view bytes, std::string_view kind) {
	constexpr unsigned usual = 8, progressive = 16, unpacked = 14;
	constexpr std::size_t depth_at = 24;
	if (kind == "PNG")
		return little_number(bytes, depth_at, 1) == 16 ? 2 * unpacked : unpacked;
	return kind == "JPEG" && bytes.find("\xff\xc2") != bytes.npos ? progressive : usual;
}

// The heads that stb_image knows, and where it looks for the pixels behind them.
bool is_rare_bmp(std::string_view bytes) {
	constexpr std::uint64_t oldest_head = 12, usual_head = 40, long_head = 56, masks = 3;
	if (bytes.size() < 14 + oldest_head)
		return false;
	const auto head = little_number(bytes, 14, 4), bits = little_number(bytes, head == oldest_head ? 24 : 28, 2);
	const auto packing = head == oldest_head ? 0 : little_number(bytes, 30, 4);
	const auto behind = 14 + head + (head == usual_head && packing == masks ? 12 : 0);
	return !is_any_of(head, {oldest_head, usual_head, long_head, 108, 124}) || !is_any_of(packing, {0, masks}) ||
	       (head == long_head && packing == masks) || (bits > 8 && little_number(bytes, 10, 4) != behind);
}

bool has_late_colors(std::string_view tga) {
	return little_number(tga, 1, 1) == 1 && is_any_of(little_number(tga, 2, 1), {1, 9}) &&
	       little_number(tga, 3, 2) > 0;
}

bool is_whole(std::string_view bytes, std::string_view kind) {
	if (kind == "BMP")
		return is_whole_bmp(bytes);
	if (kind == "TGA")
		return is_whole_tga(bytes);
	if (kind == "PNM")
		return is_whole_pnm(bytes);
	if (kind == "PNG")
		return is_whole_png(bytes);
	return kind != "JPEG" || is_whole_jpeg(bytes);
}

} // namespace assetc
