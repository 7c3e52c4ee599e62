// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
//
// The layouts are those of kbd's psf.h: a head, the glyphs' bitmaps, and then, if the head says so, for each glyph
// the characters that it stands for.
#include "font_file.h"

#include "diagnostic.h"
#include "file.h"
#include "gunzip.h"
#include "text.h"

#include <algorithm>
#include <filesystem>

namespace assetc {
namespace {

[[noreturn]] void refuse(const std::string &file, const std::string &what) {
	throw error(about(file, what, "Debian's console-setup-linux has fonts in /usr/share/consolefonts"));
}

std::uint32_t number_at(const std::string &bytes, std::size_t offset, std::size_t size) {
	std::uint32_t number = 0;
	for (std::size_t i = size; i-- > 0;)
		number = number << 8 | static_cast<std::uint8_t>(bytes[offset + i]);
	return number;
}

struct head {
	std::size_t size = 0;
	bool has_characters = false;
};

head read_head(const std::string &bytes, font_file &into) {
	if (bytes.starts_with("\x36\x04") && bytes.size() >= 4) {
		const unsigned mode = static_cast<std::uint8_t>(bytes[2]);
		into.width = 8;
		into.height = static_cast<std::uint8_t>(bytes[3]);
		into.count = (mode & 1) != 0 ? 512 : 256;
		return {4, (mode & 6) != 0};
	}
	if (!bytes.starts_with("\x72\xb5\x4a\x86") || bytes.size() < 32)
		refuse(into.name, "this is no console font (PSF)");
	const auto field = [&](std::size_t index) { return number_at(bytes, 4 * index, 4); };
	into.count = static_cast<int>(std::min(field(4), 1'000'000U));
	into.height = static_cast<int>(std::min(field(6), 1'000'000U));
	into.width = static_cast<int>(std::min(field(7), 1'000'000U));
	if (field(5) != field(6) * ((field(7) + 7) / 8))
		refuse(into.name, "this font's sizes contradict each other");
	return {field(2), (field(3) & 1) != 0};
}

// PSF 1: two bytes a character; 0xfffe begins sequences, 0xffff ends a glyph.
void read_characters_1(const std::string &bytes, std::size_t at, font_file &into) {
	bool is_sequence = false;
	for (int number = 0; number < into.count && at + 2 <= bytes.size(); at += 2) {
		const auto character = number_at(bytes, at, 2);
		if (character == 0xffff)
			++number;
		else if (character != 0xfffe && !is_sequence)
			into.number_of.emplace(static_cast<char32_t>(character), number);
		is_sequence = character == 0xfffe || (is_sequence && character != 0xffff);
	}
}

// PSF 2: UTF-8; 0xfe begins sequences, 0xff ends a glyph.
void read_characters_2(const std::string &bytes, std::size_t at, font_file &into) {
	for (int number = 0; number < into.count && at < bytes.size(); ++number) {
		const std::size_t end = std::min(bytes.find('\xff', at), bytes.size());
		const std::string text = bytes.substr(at, std::min(bytes.find('\xfe', at), end) - at);
		if (!find_fault(text))
			for (const auto &glyph : split_glyphs(text))
				if (glyph.code_points.size() == 1)
					into.number_of.emplace(glyph.code_points.front(), number);
		at = end + 1;
	}
}

void read_characters(const std::string &bytes, std::size_t at, font_file &into) {
	if (bytes[0] == '\x36')
		read_characters_1(bytes, at, into);
	else
		read_characters_2(bytes, at, into);
}

} // namespace

font_file decode_font(const std::string &file, std::string bytes) {
	font_file font;
	font.name = file;
	const head found = read_head(bytes, font);
	if (font.width < 1 || font.height < 1 || font.width > 64 || font.height > 128 || font.count > 65536)
		refuse(file, "a font of " + std::to_string(font.count) + " glyphs of " + std::to_string(font.width) +
				     "x" + std::to_string(font.height) + " pixels is none for a console");
	const std::size_t size = static_cast<std::size_t>(font.count) * font.height * ((font.width + 7) / 8);
	if (found.size > bytes.size() || bytes.size() - found.size < size)
		refuse(file, "this font is cut short");
	font.rows.assign(bytes.begin() + static_cast<std::ptrdiff_t>(found.size),
			 bytes.begin() + static_cast<std::ptrdiff_t>(found.size + size));
	if (found.has_characters)
		read_characters(bytes, found.size + size, font);
	else // then only ASCII is where everybody has it
		for (int number = ' '; number < std::min(font.count, 127); ++number)
			font.number_of.emplace(static_cast<char32_t>(number), number);
	return font;
}

font_file read_font(const std::string &file) {
	std::error_code failed;
	if (std::filesystem::status(file, failed).type() == std::filesystem::file_type::not_found)
		refuse(file, "there is no such font");
	return decode_font(file, gunzip(file, read_file(file)));
}

} // namespace assetc
