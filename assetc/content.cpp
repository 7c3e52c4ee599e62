// SPDX-License-Identifier: GPL-2.0-or-later
#include "content.h"

#include "apng.h"
#include "file.h"
#include "gif.h"
#include "gunzip.h"
#include "picture_file.h"
#include "stranger.h"
#include "text.h"
#include "totals.h"
#include "video.h"
#include "webp.h"

#include <algorithm>

namespace assetc {

namespace {

std::size_t count_lines(std::string_view bytes) {
	const auto ends = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n'));
	return ends + (!bytes.empty() && !bytes.ends_with('\n'));
}

text_art decode_text(const std::string &file, const std::string &bytes) {
	if (bytes.find('\0') != bytes.npos) {
		refuse_foreign(file, bytes);
		throw error(about(file, "this is neither text nor a picture that can be read",
				  "PNG, JPEG, BMP, TGA, PNM, GIF and WebP can"));
	}
	check_rows(file, count_lines(bytes)); // before each takes memory
	text_art text{split_lines(bytes), {}};
	for (std::size_t i = 0; i < text.art.size(); ++i) {
		check_line(file, bytes, text.art[i], static_cast<int>(i + 1));
		check_columns(file, width(text.art[i]));
	}
	if (text.art.empty())
		throw error(about(file, "this frame is empty", "a frame has at least one row"));
	return text;
}

// The byte at which a line of the file, counted from 1, has its first fault. A tab is one as well, but not in a file.
std::size_t find_fault_in_file(std::string_view bytes, int number) {
	std::size_t offset = 0;
	while (--number > 0)
		offset = bytes.find('\n', offset) + 1;
	for (auto wrong = find_fault(bytes.substr(offset)); wrong; wrong = find_fault(bytes.substr(offset))) {
		offset += wrong->offset;
		if (bytes[offset] != '\t')
			break;
		++offset;
	}
	return offset;
}

frame_content decode_content(const std::string &file, const std::string &bytes, const bounds &at_most) {
	const auto kind = picture_kind(bytes, file);
	if (kind.empty())
		return decode_text(file, bytes);
	picture_part whole{file, nullptr};
	whole.alone = check_picture(file, bytes, at_most);
	whole.bytes_a_pixel = bytes_to_decode_a_pixel(bytes, kind);
	return whole;
}

} // namespace

void check_line(const std::string &file, std::string_view bytes, const std::string &line, int number) {
	const auto fault = find_fault(line);
	if (!fault)
		return;
	bytes = without_byte_order_mark(bytes);
	const bool is_escape = line[fault->offset] == '\x1b';
	throw error({locate(file, bytes, find_fault_in_file(bytes, number)), fault->what,
		     is_escape ? "record it, colours and all, and give that: asciinema rec -c 'cat FILE' NEW.cast"
			       : fault->hint});
}

void check_rows(const std::string &file, std::size_t rows) {
	if (rows > most_cells_a_side)
		throw error(about(file,
				  "a frame has at most " + std::to_string(most_cells_a_side) + " rows, this has " +
					  std::to_string(rows),
				  ""));
}

void check_columns(const std::string &file, int columns) {
	if (columns > most_cells_a_side)
		throw error(about(file,
				  "a frame has at most " + std::to_string(most_cells_a_side) +
					  " columns, one here has " + std::to_string(columns),
				  "break its rows into lines"));
}

frame_content read_content(const std::string &file, const reading &how) {
	auto read = read_frames_in(file, {.so_far = how.so_far, .at_most = how.at_most});
	if (read.frames.size() > 1)
		throw error(about(file,
				  "this has " + std::to_string(read.frames.size()) + " pictures, but a frame is one",
				  "give it as \"source\" instead of \"frames\""));
	return std::move(read.frames.front().content);
}

animation read_frames_in(const std::string &file, const reading &how) {
	auto bytes = read_input_file(file);
	count_bytes(file, bytes.size(), how);
	if (const auto kind = video_kind(bytes); !kind.empty())
		return read_video(file, kind, how);
	if (is_animated_webp(bytes))
		return read_webp(file, std::move(bytes), how.at_most);
	if (is_apng(bytes))
		return read_apng(file, std::move(bytes), how.at_most);
	if (picture_kind(bytes) == "GIF")
		return read_gif(file, std::move(bytes), how.at_most);
	animation still;
	still.frames.push_back({{}, {}, decode_content(file, bytes, how.at_most)});
	return still;
}

void check_frame_count(const std::string &file, std::size_t frames, const bounds &at_most) {
	if (frames > at_most.frames)
		throw error(about(file, "this has more than " + std::to_string(at_most.frames) + " frames",
				  "cut it first, or allow more with --max-frames"));
}

std::string read_input_file(const std::string &file) {
	constexpr std::size_t enough = 64;
	auto head = read_head(file, enough);
	return video_kind(head).empty() ? gunzip(file, read_file(file)) : head;
}

std::string why_no_picture(input &from) {
	return picture_kind(from.bytes(), from.file()).empty() ? "it begins as no picture does" : "";
}

std::string why_no_text(input &from) {
	if (from.means_json())
		return "it is JSON";
	return from.bytes().find('\0') == from.bytes().npos ? "" : "it holds a zero byte, as no text does";
}

animation read_still_input(input from, const reading &how) {
	animation still;
	const auto file = from.file();
	const auto bytes = from.take_bytes();
	auto shown = decode_content(file, bytes, how.at_most);
	auto *const part = std::get_if<picture_part>(&shown);
	if (part && how.depth == 0) // at once, since a pipe cannot be read again, and no file that is named is one
		part->sheet = std::make_shared<const picture>(decode_picture(file, bytes, how.at_most));
	still.frames.push_back({{}, {}, std::move(shown)});
	return still;
}

} // namespace assetc
