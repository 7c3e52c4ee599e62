// SPDX-License-Identifier: GPL-2.0-or-later
#include "picture_file.h"

#include "diagnostic.h"
#include "exif.h"
#include "file.h"
#include "gunzip.h"
#include "jpeg_tables.h"
#include "os2_bmp.h"
#include "png_bomb.h"
#include "png_chunk.h"
#include "webp.h"

#include <algorithm>
#include <array>
#include <climits>
#include <memory>
#include <stb_image.h>
#include <tuple>
#include <utility>

namespace assetc {

namespace {

const stbi_uc *data_of(std::string_view bytes) {
	return reinterpret_cast<const stbi_uc *>(bytes.data());
}

[[noreturn]] void refuse(const std::string &file, const std::string &what, const std::string &hint) {
	throw error(about(file, what, hint));
}

[[noreturn]] void refuse_rare(const std::string &file, std::string_view kind) {
	refuse(file, "this " + std::string(kind) + " is of a rare kind that cannot be read",
	       "a program that shows it can save it as a PNG");
}

// Some of these a later stb_image reads.
bool is_rare(std::string_view bytes, std::string_view kind) {
	return (kind == "BMP" && is_rare_bmp(bytes)) || (kind == "JPEG" && is_rare_jpeg(bytes));
}

[[noreturn]] void refuse_broken(const std::string &file, std::string_view bytes) {
	const auto kind = picture_kind(bytes, file);
	if (is_rare(bytes, kind))
		refuse_rare(file, kind);
	// Why, stb_image says in the words of those who write decoders.
	refuse(file, "this " + std::string(kind) + " is broken or cut short",
	       "does another program open it? Save it from there");
}

// The size in the head of a PNG, which is where stb_image refuses to tell one that it finds too large.
std::pair<std::uint64_t, std::uint64_t> size_of_png(std::string_view bytes) {
	constexpr std::size_t width_at = 16, height_at = 20, end = 24;
	return bytes.size() < end ? std::pair{std::uint64_t{0}, std::uint64_t{0}}
				  : std::pair{png_number(bytes, width_at, 4), png_number(bytes, height_at, 4)};
}

std::pair<std::uint64_t, std::uint64_t> size_of_picture(const std::string &file, std::string_view bytes) {
	if (picture_kind(bytes) == "PNG")
		if (const auto size = size_of_png(bytes); size.first * size.second > most_pixels_to_allow)
			return size;
	int width = 0, height = 0, channels = 0;
	if (picture_kind(bytes) == "WebP")
		std::tie(width, height) = size_of_webp(bytes);
	else if (!stbi_info_from_memory(data_of(bytes), static_cast<int>(bytes.size()), &width, &height, &channels))
		refuse_broken(file, bytes);
	if (height < 0 && height > INT_MIN && picture_kind(bytes) == "BMP")
		height = -height; // its rows are from the top down
	if (width <= 0 || height <= 0)
		refuse_broken(file, bytes);
	return {static_cast<std::uint64_t>(width), static_cast<std::uint64_t>(height)};
}

void check_pnm(const std::string &file, std::string_view bytes) {
	if (bytes[1] != '5' && bytes[1] != '6')
		refuse(file, "PNMs that begin with P" + std::string(1, bytes[1]) + " cannot be read",
		       "those that begin with P5 or P6 can: netpbm's pnmtopng makes a PNG of any");
	const auto head = head_of_pnm(bytes);
	if (!head || head->brightest == 0)
		refuse_broken(file, bytes);
	// stb_image would read beyond the end of what it has turned into four channels of 8 bits.
	if (head->brightest > 255)
		refuse(file, "PNMs of 16 bits a sample cannot be read", "netpbm's pnmtopng makes a PNG of any");
}

// Xcode writes them: their pixels are packed in another way, and blue comes first.
bool is_of_apple(std::string_view png) {
	bool is = false;
	each_png_chunk(png, [&](const png_chunk &next) { is = is || next.kind == "CgBI"; });
	return is;
}

void check_kind(const std::string &file, std::string_view bytes) {
	const auto kind = picture_kind(bytes, file);
	if (kind.empty())
		refuse(file, "this is no picture that can be read", "PNG, JPEG, BMP, TGA, PNM and WebP can");
	if (kind == "GIF" || is_animated_webp(bytes))
		refuse(file, "this " + std::string(kind) + " is a film, no single picture",
		       "give it as \"source\" without \"grid\"");
	if (bytes.size() > INT_MAX)
		refuse(file, "this picture is larger than 2 GiB", "");
	if (kind == "PNM")
		check_pnm(file, bytes);
	if (kind == "PNG" && is_of_apple(bytes))
		refuse(file, "this PNG is of Apple's own kind (CgBI), which cannot be read",
		       "take the one that it was made from; or, on a Mac: xcrun pngcrush "
		       "-revert-iphone-optimizations FILE USUAL");
	if (kind == "TGA" && has_late_colors(bytes))
		refuse_rare(file, kind);
	if (kind == "JPEG" && has_overlong_table(bytes))
		refuse_broken(file, bytes);
}

void check_png_pixels(const std::string &file, std::string_view bytes) {
	const auto found = look_at_pixels(bytes);
	if (found == png_pixels::bomb)
		refuse(file, "this PNG unpacks to far more than its pixels need",
		       "it was made to do harm, or is broken");
	if (found == png_pixels::broken)
		refuse_broken(file, bytes);
}

picture decode_by_stb(std::string_view bytes) {
	int width = 0, height = 0, channels = 0;
	const std::unique_ptr<stbi_uc, void (*)(void *)> pixels(
		stbi_load_from_memory(data_of(bytes), static_cast<int>(bytes.size()), &width, &height, &channels, 4),
		stbi_image_free);
	if (!pixels)
		return {};
	return {width, height, {pixels.get(), pixels.get() + 4 * static_cast<std::size_t>(width) * height}};
}

// stb_image takes samples as they are, whatever the brightest of them is said to be.
picture brightened(picture from, std::uint64_t brightest) {
	const auto most = static_cast<unsigned>(brightest);
	std::array<std::uint8_t, 256> table{};
	for (unsigned i = 0; i < table.size(); ++i)
		table[i] = static_cast<std::uint8_t>((255 * std::min(i, most) + most / 2) / most);
	for (std::size_t i = 0; i < from.rgba.size(); ++i)
		if (i % 4 != 3) // the alpha is none of the samples
			from.rgba[i] = table[from.rgba[i]];
	return from;
}

// Some TGAs have room for the alpha of each pixel, and nothing there. Of BMPs, stb_image knows.
void show_at_all(picture &of) {
	for (std::size_t i = 3; i < of.rgba.size(); i += 4)
		if (of.rgba[i] != 0)
			return;
	for (std::size_t i = 3; i < of.rgba.size(); i += 4)
		of.rgba[i] = 255;
}

std::string_view exif_of_png(std::string_view png) {
	std::string_view exif;
	each_png_chunk(png, [&](const png_chunk &next) { exif = next.kind == "eXIf" ? next.content : exif; });
	return exif;
}

// How it is stored, as an orientation of Exif; stb_image turns TGAs upside down, but no row around.
int turning_of(std::string_view bytes, std::string_view kind) {
	constexpr std::size_t descriptor = 17;
	constexpr unsigned right_to_left = 0x10;
	constexpr int upright = 1, mirrored = 2;
	if (kind == "TGA")
		return static_cast<unsigned char>(bytes[descriptor]) & right_to_left ? mirrored : upright;
	if (kind == "PNG")
		return orientation_in(exif_of_png(bytes));
	if (kind == "WebP")
		return orientation_in(exif_of_webp(bytes));
	return kind == "JPEG" ? orientation_of(bytes) : upright;
}

// As check_picture, but the size as it is stored.
picture_size check_stored(const std::string &file, std::string_view bytes, const bounds &at_most) {
	check_kind(file, bytes);
	const auto kind = picture_kind(bytes, file);
	const auto [width, height] = size_of_picture(file, bytes);
	check_size(file, "this " + std::string(kind), width, height, at_most);
	if (kind == "JPEG")
		check_pixels_together(file, "scans of this JPEG", scans_in(bytes) * width * height, at_most);
	if (!is_whole(bytes, kind))
		refuse_broken(file, bytes);
	return {static_cast<int>(width), static_cast<int>(height)};
}

} // namespace

void check_size(const std::string &file, const std::string &what, std::uint64_t width, std::uint64_t height,
		const bounds &at_most) {
	const auto has = what + " has " + std::to_string(width) + "x" + std::to_string(height) + " pixels, more than ";
	const auto pixels = width * height; // sides have 32 bits at most
	const bool is_long = std::max(width, height) > most_pixels_a_side;
	if (pixels > at_most.pixels) {
		const auto allow = pixels <= most_pixels_to_allow && !is_long
					   ? ", or allow it with --max-pixels " + std::to_string(pixels)
					   : "";
		refuse(file, has + in_words(at_most.pixels),
		       "make it smaller first" + allow + "; a terminal shows a few thousand cells");
	}
	if (is_long)
		refuse(file, has + std::to_string(most_pixels_a_side) + " a side", "cut it into pieces first");
}

void check_length(const std::string &file, const std::string &kind, std::size_t images, std::uint64_t pixels,
		  const bounds &at_most) {
	if (images > at_most.frames)
		refuse(file, "this " + kind + " has more than " + std::to_string(at_most.frames) + " images",
		       "cut it first, or allow more with --max-frames");
	check_pixels_together(file, "images of this " + kind, pixels, at_most);
}

void check_pixels_together(const std::string &file, const std::string &images, std::uint64_t pixels,
			   const bounds &at_most) {
	if (pixels > more_pixels_together * at_most.pixels)
		refuse(file,
		       "the " + images + " have more than " + in_words(more_pixels_together * at_most.pixels) +
			       " pixels together",
		       "make it smaller or cut it first, or allow more with --max-pixels");
}

picture_size check_picture(const std::string &file, std::string_view bytes, const bounds &at_most) {
	const auto size = check_stored(file, bytes, at_most);
	const bool is_turned = lies_on_its_side(turning_of(bytes, picture_kind(bytes, file)));
	return is_turned ? picture_size{size.height, size.width} : size;
}

picture decode_picture(const std::string &file, std::string_view bytes, const bounds &at_most) {
	check_stored(file, bytes, at_most);
	const auto kind = picture_kind(bytes, file);
	if (kind == "PNG")
		check_png_pixels(file, bytes);
	auto decoded = kind == "WebP"                       ? decode_webp(bytes)
		       : kind == "BMP" && is_os2_bmp(bytes) ? decode_by_stb(as_of_windows(bytes))
							    : decode_by_stb(bytes);
	if (decoded.width == 0)
		refuse_broken(file, bytes);
	if (kind == "TGA")
		show_at_all(decoded);
	if (kind == "PNM")
		return brightened(std::move(decoded), head_of_pnm(bytes)->brightest);
	return upright(std::move(decoded), turning_of(bytes, kind));
}

picture read_picture(const std::string &file, const bounds &at_most) {
	return decode_picture(file, gunzip(file, read_file(file)), at_most);
}

picture cut(const picture &from, int x, int y, int width, int height) {
	picture part{width, height, {}};
	part.rgba.reserve(4 * static_cast<std::size_t>(width) * height);
	for (int row = y; row < y + height; ++row) {
		const auto start = from.rgba.begin() + 4 * (static_cast<std::ptrdiff_t>(row) * from.width + x);
		part.rgba.insert(part.rgba.end(), start, start + 4 * static_cast<std::ptrdiff_t>(width));
	}
	return part;
}

} // namespace assetc
