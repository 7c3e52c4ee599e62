// SPDX-License-Identifier: GPL-2.0-or-later
#include "picture_file.h"

#include "diagnostic.h"
#include "file.h"

#include <algorithm>
#include <array>
#include <climits>
#include <memory>
#include <utility>

#define STB_IMAGE_IMPLEMENTATION
#define STB_IMAGE_STATIC
#define STBI_ONLY_PNG
#define STBI_ONLY_JPEG
#define STBI_ONLY_BMP
#define STBI_NO_STDIO
#define STBI_NO_LINEAR
#define STBI_NO_HDR
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#include <stb_image.h>
#pragma GCC diagnostic pop

namespace assetc {

namespace {

struct magic {
	std::string_view kind;
	std::string_view begins;
	std::size_t at = 0;
};

constexpr std::array<magic, 4> magics = {
	{{"PNG", "\x89PNG\r\n\x1a\n"}, {"JPEG", "\xff\xd8\xff"}, {"GIF", "GIF8"}, {"WebP", "WEBP", 8}}};

const stbi_uc *data_of(std::string_view bytes) {
	return reinterpret_cast<const stbi_uc *>(bytes.data());
}

[[noreturn]] void refuse(const std::string &file, const std::string &what, const std::string &hint) {
	throw error(about(file, what, hint));
}

[[noreturn]] void refuse_broken(const std::string &file, std::string_view bytes) {
	// Why, stb_image says in the words of those who write decoders.
	refuse(file, "this " + std::string(picture_kind(bytes)) + " is broken or cut short",
	       "does another program open it? Save it from there");
}

// The size in the head of a PNG, which is where stb_image refuses to tell one that it finds too large.
std::pair<std::uint64_t, std::uint64_t> size_of_png(std::string_view bytes) {
	constexpr std::size_t width_at = 16, height_at = 20, end = 24;
	const auto number = [&](std::size_t at) {
		std::uint64_t value = 0;
		for (const char byte : bytes.substr(at, 4))
			value = value * 256 + static_cast<unsigned char>(byte);
		return value;
	};
	return bytes.size() < end ? std::pair{std::uint64_t{0}, std::uint64_t{0}}
				  : std::pair{number(width_at), number(height_at)};
}

std::pair<std::uint64_t, std::uint64_t> size_of_picture(const std::string &file, std::string_view bytes) {
	if (picture_kind(bytes) == "PNG")
		if (const auto size = size_of_png(bytes); size.first * size.second > most_pixels)
			return size;
	int width = 0, height = 0, channels = 0;
	if (!stbi_info_from_memory(data_of(bytes), static_cast<int>(bytes.size()), &width, &height, &channels))
		refuse_broken(file, bytes);
	return {static_cast<std::uint64_t>(width), static_cast<std::uint64_t>(height)};
}

void check_kind(const std::string &file, std::string_view bytes) {
	const auto kind = picture_kind(bytes);
	if (kind.empty())
		refuse(file, "this is no picture that can be read", "PNG, JPEG and BMP can");
	if (kind == "GIF")
		refuse(file, "a GIF is a film, no single picture", "give it as \"source\" without \"grid\"");
	if (kind == "WebP")
		refuse(file, std::string(kind) + " pictures cannot be read yet", "convert it to PNG, one file a frame");
	if (bytes.size() > INT_MAX)
		refuse(file, "this picture is larger than 2 GiB", "");
}

} // namespace

std::string_view picture_kind(std::string_view bytes) {
	for (const auto &known : magics)
		if (bytes.size() > known.at && bytes.substr(known.at).starts_with(known.begins))
			return known.kind;
	if (bytes.starts_with("BM") && bytes.size() > 10 && bytes.substr(6, 4) == std::string_view("\0\0\0", 4))
		return "BMP"; // "BM" alone could as well begin a text; four reserved bytes follow the size
	return "";
}

void check_picture(const std::string &file, std::string_view bytes) {
	check_kind(file, bytes);
	const auto [width, height] = size_of_picture(file, bytes);
	if (width * height > most_pixels)
		refuse(file,
		       "this " + std::string(picture_kind(bytes)) + " has " + std::to_string(width) + "x" +
			       std::to_string(height) + " pixels, more than " +
			       std::to_string(most_pixels / 1'000'000) + " million",
		       "make it smaller first; a terminal shows a few thousand cells");
}

picture decode_picture(const std::string &file, std::string_view bytes) {
	check_picture(file, bytes);
	int width = 0, height = 0, channels = 0;
	const std::unique_ptr<stbi_uc, void (*)(void *)> pixels(
		stbi_load_from_memory(data_of(bytes), static_cast<int>(bytes.size()), &width, &height, &channels, 4),
		stbi_image_free);
	if (!pixels)
		refuse_broken(file, bytes);
	return {width, height, {pixels.get(), pixels.get() + 4 * static_cast<std::size_t>(width) * height}};
}

picture read_picture(const std::string &file) {
	return decode_picture(file, read_file(file));
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
