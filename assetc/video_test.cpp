// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "video.h"

#include "folder.h"
#include "reel.h"
#include "test_folder.h"

#include <cstdlib>
#include <sys/stat.h>

namespace assetc {
namespace {

// Programs of the test's own in the place of ffmpeg and ffprobe, which need not be there.
struct pretended {
	test_folder in;
	std::string path = std::getenv("PATH");

	pretended() { ::setenv("PATH", in.path.c_str(), 1); }
	pretended(const pretended &) = delete;
	pretended &operator=(const pretended &) = delete;
	~pretended() { ::setenv("PATH", path.c_str(), 1); }

	void put(const std::string &name, const std::string &script) const {
		::chmod(in.put(name, "#!/bin/sh\n" + script + "\n").c_str(), 0755);
	}

	// A stream of `packets` pictures of 2x1 pixels at 10 a second.
	void put_probe(int packets, const std::string &more = "") const {
		put("ffprobe", R"(echo '{"streams": [{"width": 2, "height": 1, "avg_frame_rate": "10/1", )" + more +
				       R"("nb_read_packets": ")" + std::to_string(packets) + "\"}]}'");
	}
};

std::vector<std::string> pictures(const animation &of) {
	const auto &film = *std::get<film_picture>(of.frames.front().content).of;
	std::vector<std::string> all;
	for (const auto next = film.open(); all.size() < film.pictures;) {
		const auto &shown = next();
		all.emplace_back(shown.rgba.begin(), shown.rgba.end());
	}
	return all;
}

TEST(video, is_known_by_its_first_bytes) {
	EXPECT_EQ(video_kind(std::string("\0\0\0\x20", 4) + "ftypisom"), "mov");
	EXPECT_EQ(video_kind("\x1a\x45\xdf\xa3"), "matroska");
	EXPECT_EQ(video_kind("RIFF    AVI "), "avi");
	EXPECT_EQ(video_kind("OggS"), "ogg");
	EXPECT_EQ(video_kind("FLV\1"), "flv");
	EXPECT_EQ(video_kind("RIFF    WEBP"), "");
	EXPECT_EQ(video_kind(""), "");
}

TEST(video, is_no_text_that_has_such_a_word) {
	EXPECT_EQ(video_kind("The wide river\n"), "");
	EXPECT_EQ(video_kind("\n\n\n\nwide\n\tand \xc3\xa4lter"), "");
	EXPECT_EQ(video_kind(std::string("\0\0\0\x08wide", 8)), "mov");
	EXPECT_EQ(video_kind(std::string("Yy]Rmdat\xff\x03", 10)), "mov"); // a gigabyte and a half
}

TEST(video, is_streamed) {
	const pretended programs;
	programs.put_probe(3);
	programs.put("ffmpeg", "printf abcdefghijklmnopqrstuvwx");
	const auto read = read_video("a.mp4", "mov", {});
	EXPECT_EQ(pictures(read), (std::vector<std::string>{"abcdefgh", "ijklmnop", "qrstuvwx"}));
	EXPECT_EQ(read.frames[1].hold, std::chrono::milliseconds(100));
}

TEST(video, is_not_asked_for_what_people_write_into_it) {
	const pretended programs;
	programs.put("ffprobe", "echo \"$*\" >" + (programs.in / "asked") + "; exit 1");
	EXPECT_THROW(read_video("a.mp4", "mov", {}), error);
	EXPECT_NE(programs.in.get("asked").find("-show_entries stream=width,height,"), std::string::npos)
		<< programs.in.get("asked");
}

// A file can begin as a video and look like a list of others, as for DASH or SDP.
TEST(video, is_nothing_else_to_ffmpeg) {
	const pretended programs;
	programs.put_probe(1);
	programs.put("ffmpeg", "echo \"$*\" >" + (programs.in / "asked") + "; printf %08d 0");
	pictures(read_video("a.mkv", "matroska", {}));
	EXPECT_EQ(programs.in.get("asked").find(
			  "-v error -protocol_whitelist file -max_pixels 64000000 -f matroska -i file:a.mkv "),
		  0u)
		<< programs.in.get("asked");
}

TEST(video, is_of_no_more_pixels_than_are_allowed) {
	const pretended programs;
	programs.put("ffprobe", "echo \"$*\" >" + (programs.in / "asked") +
					"; echo '[a @ 0x1] [b @ 0x2] Picture size 80x80 exceeds specified max pixel "
					"count 5000, see the documentation' >&2; echo more >&2");
	EXPECT_EQ(said_by([] { read_video("a.mkv", "matroska", {.at_most = {.pixels = 5000}}); }).what,
		  "the pictures of this video have more than 5000 pixels");
	EXPECT_NE(programs.in.get("asked").find("-max_pixels 5000 -f matroska -i "), std::string::npos);
}

TEST(video, through_standard_input_is_no_file_of_that_name) {
	const pretended programs;
	programs.put_probe(1);
	programs.put("ffmpeg", "printf abcdefgh");
	const std::string bytes("\0\0\0\x20"
				"ftypisom",
				12);
	const auto file = programs.in.put("standard input", bytes);
	EXPECT_EQ(said_by([&] { read_video_input(input(file, bytes, true), {}); }).what,
		  "a video cannot come through a pipe");
	EXPECT_EQ(pictures(read_video_input(input(file, bytes), {})), std::vector<std::string>{"abcdefgh"});
}

TEST(video, packed_with_gzip_is_refused_with_a_way_out) {
	const pretended programs;
	programs.put_probe(1);
	const auto file = programs.in.put("a.mp4.gz", "\x1f\x8b\x08 and so on");
	EXPECT_EQ(said_by([&] { read_video(file, "mov", {}); }).hint, "unpack it first, with gunzip");
}

TEST(video, keeps_its_last_picture_where_fewer_come) {
	const pretended programs;
	programs.put_probe(3);
	programs.put("ffmpeg", "printf abcdefghijklmnop");
	EXPECT_EQ(pictures(read_video("a.mp4", "mov", {})),
		  (std::vector<std::string>{"abcdefgh", "ijklmnop", "ijklmnop"}));
}

TEST(video, is_asked_for_at_a_tempo_and_a_size) {
	const pretended programs;
	programs.put_probe(3, R"("side_data_list": [{"rotation": -90}], "sample_aspect_ratio": "2:1", )");
	programs.put("ffmpeg", "echo \"$*\" >" + (programs.in / "asked") + "; printf %0160d 0");
	const auto read = read_video("-a.mp4", "mov", {.fps = 20});
	EXPECT_EQ(read.frames.size(), 6u);
	EXPECT_EQ(read.frames[0].hold, std::chrono::milliseconds(50));
	pictures(read);
	EXPECT_NE(programs.in.get("asked").find("-i file:-a.mp4 -nostdin -map 0:v:0 -vf fps=20.000000,scale=1:4:"),
		  std::string::npos)
		<< programs.in.get("asked");
}

TEST(video, is_asked_for_at_a_tempo_as_one_of_many_files) {
	const pretended programs;
	programs.put_probe(10);
	programs.in.put("1.mkv", "\x1a\x45\xdf\xa3");
	programs.in.put("2.mkv", "\x1a\x45\xdf\xa3");
	EXPECT_EQ(read_many_files(programs.in / "*.mkv", {.fps = 2}).frames.size(), 4u);
}

TEST(video, ends_ffmpeg_where_only_its_start_is_shown) {
	const pretended programs;
	programs.put_probe(1000);
	programs.put("ffmpeg", "while printf abcdefgh; do :; done");
	auto read = read_video("a.mp4", "mov", {});
	read.when.to = 1;
	EXPECT_EQ(reel(std::move(read)).frames(), 2u);
}

TEST(video, tells_what_ffmpeg_says) {
	const pretended programs;
	EXPECT_EQ(said_by([] { read_video("a.mp4", "mov", {}); }).what,
		  "this is a video, and ffmpeg, which reads them, is not installed");
	programs.put("ffprobe", "echo first >&2; echo '[mov @ 0x5581] [a] moov atom not found' >&2; exit 1");
	EXPECT_EQ(said_by([] { read_video("a.mp4", "mov", {}); }).what,
		  "ffmpeg cannot read this video: moov atom not found");
	programs.put("ffprobe", "echo '{\"streams\": []}'");
	EXPECT_EQ(said_by([] { read_video("a.mp4", "mov", {}); }).what,
		  "ffmpeg cannot read this video: it has no pictures");
	programs.put("ffprobe", "while echo more; do :; done; exit 1");
	EXPECT_EQ(said_by([] { read_video("a.mp4", "mov", {}); }).what.find("ffmpeg cannot read this video"), 0u);
	programs.put_probe(2);
	programs.put("ffmpeg", "printf abc; echo broken >&2; exit 1");
	const auto read = read_video("a.mp4", "mov", {});
	EXPECT_EQ(said_by([&] { pictures(read); }).what, "ffmpeg cannot read this video: broken");
	EXPECT_EQ(said_by([&] {
			  read_video("a.mp4", "mov", {.at_most = {64, 1}});
		  }).what,
		  "this has more than 1 frames");
}

} // namespace
} // namespace assetc
