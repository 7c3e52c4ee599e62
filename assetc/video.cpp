// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "video.h"

#include "content.h"
#include "file.h"
#include "gunzip.h"
#include "program.h"
#include "timeline.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <filesystem>

namespace assetc {

namespace {

constexpr double longest_side = 960; // pixels: 240 columns of the finest glyphs

struct video_file {
	std::string name;
	std::string kind;
	std::uint64_t most_pixels = 0; // of a picture
};

struct video_facts {
	double width = 0; // as it is seen: upright, of square pixels
	double height = 0;
	double fps = 0;
	double pictures = 0;
};

// Without who of ffmpeg's says it, and where that is in memory: "[mov @ 0x5581c0] ".
std::string in_short(std::string complaint) {
	while (complaint.starts_with("[") && complaint.find("] ") != complaint.npos)
		complaint.erase(0, complaint.find("] ") + 2);
	return complaint;
}

// Ends what reads a file, and finds out why it did not read any pictures, if so.
void check_pictures(const video_file &file, program &reader, bool has_some) {
	const bool succeeded = reader.succeeded();
	if (succeeded && has_some)
		return;
	if (!reader.exists())
		throw error(about(file.name, "this is a video, and ffmpeg, which reads them, is not installed",
				  "install it (apt install ffmpeg), or give a folder of pictures"));
	if (reader.complained_of("max pixel count"))
		throw error(about(file.name,
				  "the pictures of this video have more than " + in_words(file.most_pixels) + " pixels",
				  "make them smaller first, or allow more with --max-pixels"));
	const auto why = succeeded ? "it has no pictures" : in_short(reader.last_complaint());
	throw error(about(file.name, "ffmpeg cannot read this video" + (why.empty() ? "" : ": " + why),
			  "does another program play it?"));
}

// "30000/1001", "16:9" or "25"; 0 for what is no number.
double ratio(const std::string &text) {
	const auto middle = std::min(text.find_first_of("/:"), text.size());
	const auto number = [](std::string_view part) {
		double value = 0;
		std::from_chars(part.data(), part.data() + part.size(), value);
		return value;
	};
	const auto above = number(std::string_view(text).substr(0, middle));
	if (middle == text.size())
		return above;
	const auto below = number(std::string_view(text).substr(middle + 1));
	return below > 0 ? above / below : 0;
}

// A member of what ffprobe tells, as a number, however it writes it.
double number_in(const json &object, const char *key) {
	const auto *const value = find_member(&object, key);
	if (value && value->is_number())
		return value->get<double>();
	return value && value->is_string() ? ratio(value->get<std::string>()) : 0;
}

bool lies_on_its_side(const json &stream) {
	const auto *const beside = find_member(&stream, "side_data_list");
	for (std::size_t i = 0; beside && beside->is_array() && i < beside->size(); ++i)
		if (std::fmod(std::abs(number_in((*beside)[i], "rotation")), 180) == 90)
			return true;
	return false;
}

video_facts facts_of(const json &stream) {
	video_facts told;
	const auto pixel = number_in(stream, "sample_aspect_ratio");
	told.width = number_in(stream, "width") * (pixel > 0 ? pixel : 1);
	told.height = number_in(stream, "height");
	if (lies_on_its_side(stream))
		std::swap(told.width, told.height);
	told.fps = number_in(stream, "avg_frame_rate");
	if (told.fps <= 0)
		told.fps = number_in(stream, "r_frame_rate");
	told.pictures = number_in(stream, "nb_read_packets");
	return told;
}

// Some kinds of files that ffmpeg reads are lists of others, on this machine or elsewhere, and a file can begin as a
// video and yet look to ffmpeg like one of them. So it is told the kind, and to open nothing else. And a file of a few
// kilobytes can have pictures of a gigabyte, of which ffmpeg keeps some for each of its threads.
std::vector<std::string> called(const std::string &program, const video_file &from,
				const std::vector<std::string> &more) {
	std::vector<std::string> words = {program,
					  "-v",
					  "error",
					  "-protocol_whitelist",
					  "file",
					  "-max_pixels",
					  std::to_string(from.most_pixels),
					  "-f",
					  from.kind,
					  "-i",
					  "file:" + from.name};
	words.insert(words.end(), more.begin(), more.end());
	return words;
}

// ffmpeg reads the file itself, and more than once.
void check_is_a_file(const input &from) {
	std::error_code failed;
	if (from.is_standard_input() || !std::filesystem::is_regular_file(from.file(), failed))
		throw error(
			about(from.file(), "a video cannot come through a pipe", "save it to a file, and give that"));
}

// And as it is, while all else is unpacked first.
void check_is_not_packed(const std::string &file) {
	if (is_gzipped(read_head(file, 2)))
		throw error(about(file, "this is a video packed with gzip, which ffmpeg cannot read",
				  "unpack it first, with gunzip"));
}

// All that facts_of looks at, without the tags, which may have any length.
constexpr const char *wanted_facts = "stream=width,height,sample_aspect_ratio,avg_frame_rate,r_frame_rate,"
				     "nb_read_packets:stream_side_data_list";

// Goes through the whole file, though without decoding it: what its head says of its length is often wrong.
video_facts probe(const video_file &file) {
	program asked(
		called("ffprobe", file,
		       {"-select_streams", "v:0", "-count_packets", "-show_entries", wanted_facts, "-of", "json"}));
	const auto answer = json::parse(asked.read_all(1'000'000), nullptr, false);
	const auto *const streams = find_member(&answer, "streams");
	const bool has_some = streams && streams->is_array() && !streams->empty();
	const auto told = has_some ? facts_of(streams->front()) : video_facts();
	check_pictures(file, asked, told.width >= 1 && told.height >= 1 && told.fps > 0 && told.pictures >= 1);
	return told;
}

struct video_film {
	video_file from;
	int width = 0;
	int height = 0;
	std::string fps;
};

class video_projector {
public:
	explicit video_projector(const video_film &of)
	    : file(of.from), decoder(called("ffmpeg", of.from,
					    {"-nostdin", "-map", "0:v:0", "-vf",
					     "fps=" + of.fps + ",scale=" + std::to_string(of.width) + ":" +
						     std::to_string(of.height) + ":flags=area,setsar=1",
					     "-f", "rawvideo", "-pix_fmt", "rgba", "-"})),
	      shown{of.width, of.height, {}}, coming(4 * static_cast<std::size_t>(of.width) * of.height) {}

	// The last picture stays where fewer come than were counted, since some packets hold none.
	const picture &show() {
		if (!has_ended && decoder.read(coming) == coming.size())
			shown.rgba = coming;
		else
			end();
		return shown;
	}

private:
	void end() {
		check_pictures(file, decoder, !shown.rgba.empty());
		has_ended = true;
	}

	video_file file;
	program decoder;
	picture shown;
	std::vector<std::uint8_t> coming;
	bool has_ended = false;
};

projector open_projector(const video_film &of) {
	const auto made = std::make_shared<video_projector>(of);
	return {[made]() -> const picture & { return made->show(); }, {}};
}

std::string in_digits(double number) {
	std::array<char, 32> text;
	const auto end = std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed, 6);
	return {text.data(), end.ptr};
}

// Whether a text could begin like this: without the control characters that are in the numbers of a video.
bool begins_as_text(std::string_view bytes) {
	constexpr std::size_t enough = 64;
	constexpr std::string_view of_text = "\t\n\v\f\r\x1b";
	const auto head = bytes.substr(0, enough);
	return std::none_of(head.begin(), head.end(), [&](char byte) {
		return static_cast<unsigned char>(byte) < ' ' && of_text.find(byte) == of_text.npos;
	});
}

} // namespace

std::string_view video_kind(std::string_view bytes) {
	const auto has = [&](std::size_t at, std::string_view what) {
		return bytes.size() > at && bytes.substr(at).starts_with(what);
	};
	constexpr std::array<std::string_view, 4> of_mp4 = {"ftyp", "moov", "mdat", "wide"};
	const bool has_box = std::any_of(of_mp4.begin(), of_mp4.end(), [&](auto kind) { return has(4, kind); });
	if (has_box && !begins_as_text(bytes))
		return "mov";
	if (has(0, "\x1a\x45\xdf\xa3"))
		return "matroska";
	if (has(0, "RIFF") && has(8, "AVI "))
		return "avi";
	if (has(0, "OggS"))
		return "ogg";
	return has(0, "FLV\1") ? "flv" : "";
}

animation read_video(const std::string &file, std::string_view kind, const reading &how) {
	check_is_not_packed(file);
	const video_file from{file, std::string(kind), how.at_most.pixels};
	const auto told = probe(from);
	const auto fps = std::clamp(how.fps.value_or(told.fps), least_fps, most_fps);
	const auto pictures = std::max(1.0, std::round(told.pictures * fps / told.fps));
	check_frame_count(file, static_cast<std::size_t>(std::min(pictures, 1e15)), how.at_most);
	const auto scale = std::min(1.0, longest_side / std::max(told.width, told.height));
	const auto side = [&](double pixels) { return std::max(1, static_cast<int>(std::lround(pixels * scale))); };
	const video_film of{from, side(told.width), side(told.height), in_digits(fps)};
	animation read;
	const auto shown = std::make_shared<const film>(
		film{of.width, of.height, static_cast<std::size_t>(pictures), [of] { return open_projector(of); }});
	for (std::size_t i = 0; i < shown->pictures; ++i) {
		auto &added = read.frames.emplace_back();
		added.hold = hold_at(fps, i);
		added.content = film_picture{shown, i};
	}
	return read;
}

std::string why_no_video(input &from) {
	return !video_kind(from.bytes()).empty() ? "" : "it begins as no picture does";
}

animation read_video_input(input from, const reading &how) {
	check_is_a_file(from);
	return read_video(from.file(), video_kind(from.bytes()), how);
}

} // namespace assetc
