// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "gif.h"

#include "reel.h"
#include "resample.h"
#include "test_folder.h"

#include <gif_lib.h>
#include <gtest/gtest.h>
#include <utility>

namespace assetc {
namespace {

// Colours are told by their place in the table: 0 black, 1 red, 2 green, 3 blue.
constexpr std::array<GifColorType, 4> usual = {{{0, 0, 0}, {255, 0, 0}, {0, 255, 0}, {0, 0, 255}}};
constexpr std::array<GifColorType, 4> turned = {{{0, 0, 255}, {0, 255, 0}, {255, 0, 0}, {0, 0, 0}}};

struct image {
	std::string pixels; // rows, divided by '/'
	int delay_cs = 7;
	int disposal = DISPOSE_DO_NOT;
	int left = 0;
	int top = 0;
	int transparent = NO_TRANSPARENT_COLOR;
	bool controlled = true;
	bool interlaced = false;
	bool own_colors = false;
};

struct size {
	int width;
	int height;
};

using color_map = std::unique_ptr<ColorMapObject, void (*)(ColorMapObject *)>;

color_map map_of(const std::array<GifColorType, 4> &colors) {
	return {GifMakeMapObject(4, colors.data()), GifFreeMapObject};
}

std::vector<std::string> rows_of(const std::string &pixels) {
	std::vector<std::string> rows(1);
	for (const char c : pixels)
		if (c == '/')
			rows.emplace_back();
		else
			rows.back() += static_cast<char>(c - '0');
	return rows;
}

void put_control(GifFileType *into, const image &from) {
	const GraphicsControlBlock said{from.disposal, false, from.delay_cs, from.transparent};
	std::array<GifByteType, 4> block{};
	EGifGCBToExtension(&said, block.data());
	EGifPutExtension(into, GRAPHICS_EXT_FUNC_CODE, 4, block.data());
}

void put_image(GifFileType *into, const image &from) {
	auto rows = rows_of(from.pixels);
	const auto own = map_of(turned);
	if (from.controlled)
		put_control(into, from);
	GifFreeMapObject(std::exchange(into->Image.ColorMap, nullptr)); // which giflib 5.2 forgets
	EGifPutImageDesc(into, from.left, from.top, static_cast<int>(rows.front().size()),
			 static_cast<int>(rows.size()), from.interlaced, from.own_colors ? own.get() : nullptr);
	for (auto &row : rows)
		EGifPutLine(into, reinterpret_cast<GifPixelType *>(row.data()), static_cast<int>(row.size()));
}

void put_loops(GifFileType *into, int again) {
	const std::array<GifByteType, 3> block = {1, static_cast<GifByteType>(again), 0};
	EGifPutExtensionLeader(into, APPLICATION_EXT_FUNC_CODE);
	EGifPutExtensionBlock(into, 11, "NETSCAPE2.0");
	EGifPutExtensionBlock(into, 3, block.data());
	EGifPutExtensionTrailer(into);
}

std::string gif(size of, const std::vector<image> &images, std::optional<int> again = {}) {
	std::string bytes;
	const auto write = [](GifFileType *to, const GifByteType *from, int count) {
		static_cast<std::string *>(to->UserData)->append(reinterpret_cast<const char *>(from), count);
		return count;
	};
	auto *const file = EGifOpen(&bytes, write, nullptr);
	EGifSetGifVersion(file, true);
	EGifPutScreenDesc(file, of.width, of.height, 2, 0, map_of(usual).get());
	if (again)
		put_loops(file, *again);
	for (const auto &from : images)
		put_image(file, from);
	EGifCloseFile(file, nullptr);
	return bytes;
}

// A picture as it was given above, with '.' for what is transparent.
std::string seen(const picture &shown) {
	std::string text;
	for (int i = 0; i < shown.width * shown.height; ++i) {
		const auto *const at = &shown.rgba[4 * static_cast<std::size_t>(i)];
		const char known = at[0] ? '1' : at[1] ? '2' : at[2] ? '3' : '0';
		text += i > 0 && i % shown.width == 0 ? "/" : "";
		text += at[3] ? known : '.';
	}
	return text;
}

std::vector<std::string> pictures(const std::string &bytes) {
	const auto read = read_gif("party.gif", bytes);
	const auto &film = *std::get<film_picture>(read.frames.front().content).of;
	EXPECT_EQ(film.pictures, read.frames.size());
	std::vector<std::string> all;
	for (const auto next = film.open(); all.size() < film.pictures;)
		all.push_back(seen(next()));
	return all;
}

std::vector<long> holds_ms(const std::string &bytes) {
	std::vector<long> holds;
	for (const auto &shown : read_gif("party.gif", bytes).frames)
		holds.push_back(std::chrono::duration_cast<std::chrono::milliseconds>(shown.hold).count());
	return holds;
}

std::string error_of(const std::string &bytes) {
	try {
		animation read = read_gif("party.gif", bytes);
		read.columns = 4;
		reel(std::move(read));
	} catch (const error &wrong) {
		return wrong.said.what;
	}
	return "";
}

using many = std::vector<std::string>;

// The same, as it is composed of brightness over a background; and of that alone which is said to have changed.
void expect_same_brightness(const std::string &bytes, rgb8 background) {
	const auto read = read_gif("party.gif", bytes);
	const auto &film = *std::get<film_picture>(read.frames.front().content).of;
	const auto next = film.open();
	const auto next_bright = film.open_bright(background);
	brightness_sampler sampler({film.width, film.height}, 5, 4);
	for (std::size_t i = 0; i < film.pictures; ++i) {
		if (i % 2 == 0)
			next_bright.prepare(i);
		const auto &bright = next_bright();
		EXPECT_EQ(sampler.sample(bright.light, bright.changed).at,
			  resample_brightness(next(), 5, 4, background).at)
			<< i;
	}
}

TEST(gif, is_as_bright_as_its_pixels) {
	const std::vector<image> images = {{"1203/0122/3310"},
					   {"2", 7, DISPOSE_BACKGROUND, 1, 1},
					   {"33/33", 7, DISPOSE_PREVIOUS, 2, 0},
					   {"2", 0, DISPOSE_DO_NOT, 3, 2},
					   {"1", 7, DISPOSE_DO_NOT, 0, 0},
					   {"1", 7, DISPOSE_DO_NOT, 9, 9},
					   {"0230", 7, DISPOSE_BACKGROUND, 0, 1, 0},
					   {"2", 7, DISPOSE_DO_NOT, 0, 2}};
	expect_same_brightness(gif({4, 3}, images), {});
	expect_same_brightness(gif({4, 3}, images), {200, 10, 90});
}

TEST(gif, keeps_what_is_not_disposed_of) {
	EXPECT_EQ(pictures(gif({3, 2}, {{"111/111"}, {"2", 7, DISPOSE_DO_NOT, 1, 1}, {"3"}})),
		  (many{"111/111", "111/121", "311/121"}));
}

TEST(gif, disposes_to_nothing) {
	EXPECT_EQ(pictures(gif({3, 2}, {{"111/111"}, {"2", 7, DISPOSE_BACKGROUND, 1, 1}, {"3"}})),
		  (many{"111/111", "111/121", "311/1.1"}));
}

TEST(gif, disposes_to_what_was_before) {
	EXPECT_EQ(pictures(gif({3, 1}, {{"111"}, {"2", 7, DISPOSE_PREVIOUS, 1}, {"3", 7, DISPOSE_PREVIOUS}, {"2"}})),
		  (many{"111", "121", "311", "211"}));
	constexpr int also_previous = 4;
	EXPECT_EQ(pictures(gif({3, 1}, {{"111"}, {"2", 7, also_previous, 1}, {"3"}})), (many{"111", "121", "311"}));
}

TEST(gif, lets_transparent_pixels_be) {
	EXPECT_EQ(pictures(gif({3, 1}, {{"1", 7, DISPOSE_DO_NOT, 1}, {"202", 7, DISPOSE_DO_NOT, 0, 0, 0}})),
		  (many{".1.", "212"}));
}

TEST(gif, cuts_what_is_outside) {
	const image large = {"1111/2222/3333", 7, DISPOSE_BACKGROUND, 1, 1};
	EXPECT_EQ(pictures(gif({2, 2}, {{"2"}, large, {"1", 7, DISPOSE_BACKGROUND, 5, 5}, {"3"}})),
		  (many{"2./..", "2./.1", "2./..", "3./.."}));
	const image within = {"11/22", 7, DISPOSE_BACKGROUND, 1, 1};
	EXPECT_EQ(pictures(gif({2, 2}, {within})), many{"../.1"}); // though it stands beyond it
}

TEST(gif, has_room_for_all_of_its_first_image) {
	EXPECT_EQ(pictures(gif({0, 0}, {{"12/21"}, {"3"}})), (many{"12/21", "32/21"}));
	EXPECT_EQ(pictures(gif({1, 3}, {{"12", 7, DISPOSE_DO_NOT, 1, 1}})), many{"12/../.."});
	EXPECT_EQ(said_by([] {
			  read_gif("a", gif({1, 1}, {{"123"}}), {2, 9});
		  }).what,
		  "an image of this GIF has 3x1 pixels, more than 2");
}

TEST(gif, puts_interlaced_rows_in_order) {
	image rows = {"0/3/1/2/2"}; // rows 0, 4, 2, 1, 3
	rows.interlaced = true;
	EXPECT_EQ(pictures(gif({1, 5}, {rows})), (many{"0/2/1/2/3"}));
}

TEST(gif, has_colors_of_one_image) {
	image own = {"01"};
	own.own_colors = true;
	EXPECT_EQ(pictures(gif({2, 1}, {own, {"01"}})), (many{"32", "01"}));
}

TEST(gif, puts_parts_without_time_together) {
	EXPECT_EQ(pictures(gif({2, 1}, {{"1", 0}, {"2", 7, DISPOSE_DO_NOT, 1}, {"3"}})), (many{"12", "32"}));
}

TEST(gif, holds_as_browsers_do) {
	EXPECT_EQ(holds_ms(gif({1, 1}, {{"1", 0}, {"2", 1}, {"3", 2}, {"1", 7}, {"2", 65535}})),
		  (std::vector<long>{100, 100, 20, 70, 655350}));
}

TEST(gif, plays_as_often_as_it_says) {
	const std::vector<image> two = {{"1"}, {"2"}};
	EXPECT_EQ(read_gif("", gif({1, 1}, two)).loops, 1);
	EXPECT_EQ(read_gif("", gif({1, 1}, two, 0)).loops, 0);
	EXPECT_EQ(read_gif("", gif({1, 1}, two, 2)).loops, 3);
	EXPECT_EQ(read_gif("", gif({1, 1}, {{"1"}}, 0)).loops, std::nullopt); // a still picture
}

TEST(gif, is_drawn_in_order) {
	std::vector<image> images;
	for (int i = 0; i < 60; ++i)
		images.push_back({i % 3 == 0 ? "1" : i % 3 == 1 ? "2" : "3"});
	auto read = read_gif("", gif({1, 1}, images));
	read.colors = color_depth::rgb;
	const reel shown(std::move(read));
	for (std::size_t i = 3; i < shown.frames(); ++i)
		EXPECT_EQ(shown.at(i).cells, shown.at(i - 3).cells);
	EXPECT_NE(shown.at(0).cells, shown.at(1).cells);
}

TEST(gif, is_never_read_beyond_its_end) {
	const auto whole = gif({2, 1}, {{"12"}, {"31"}});
	for (std::size_t bytes = 0; bytes < whole.size(); ++bytes) {
		const auto cut = whole.substr(0, bytes);
		if (const auto why = error_of(cut); why.empty())
			EXPECT_EQ(read_gif("", cut).remarks.size(), 1u) << bytes;
		else
			EXPECT_NE(why.find("this GIF ends"), why.npos) << bytes;
	}
}

TEST(gif, tells_where_it_is_cut) {
	const auto whole = gif({2, 1}, {{"12"}, {"31"}});
	const auto cut = read_gif("", whole.substr(0, whole.size() - 3));
	ASSERT_EQ(cut.remarks.size(), 1u);
	EXPECT_EQ(cut.remarks.front().what, "this GIF ends early behind image 1, which is the last one shown");
	EXPECT_TRUE(read_gif("", whole).remarks.empty());
}

TEST(gif, refuses_what_is_too_large) {
	EXPECT_EQ(error_of(gif({65535, 65535}, {{"1"}})), "this GIF has 65535x65535 pixels, more than 64 million");
	EXPECT_EQ(error_of(gif({8000, 8000}, std::vector<image>(33, image{"1"}))),
		  "the images of this GIF have more than 2048 million pixels together");
}

TEST(gif, counts_what_is_noted_of_its_images) {
	auto bytes = gif({2, 1}, {{"12"}});
	for (int i = 0; i < 1000; ++i)
		bytes.insert(bytes.size() - 1, std::string("\x2c\0\0\0\0\0\0\0\0\0", 10));
	const auto read = read_gif("", bytes);
	EXPECT_GT(std::get<film_picture>(read.frames.front().content).of->bytes, bytes.size() + 1000 * 50);
}

TEST(gif, refuses_broken_pixels) {
	auto bytes = gif({2, 1}, {{"12"}, {"31"}});
	bytes[bytes.size() - 4] = bytes[bytes.size() - 3] = '\xff'; // within the codes of the second image
	EXPECT_EQ(error_of(bytes), "this GIF is broken in image 2");
}

TEST(gif, refuses_images_that_are_too_large) {
	auto bytes = gif({2, 1}, {{"12"}});
	const auto size = bytes.find(std::string(",\0\0\0\0\2\0\1\0", 9)) + 5;
	bytes.replace(size, 4, "\xff\xff\xff\xff");
	EXPECT_EQ(error_of(bytes), "an image of this GIF has 65535x65535 pixels, more than 64 million");
}

TEST(gif, refuses_colors_that_it_does_not_name) {
	auto bytes = gif({2, 1}, {{"12"}, {"21"}});
	const auto flags = 10, colors = 13;
	bytes[flags] = static_cast<char>(bytes[flags] & 0xf8); // a table of two colours
	bytes.erase(colors + 6, 6);
	EXPECT_EQ(error_of(bytes), "this GIF is broken in image 1");
}

TEST(gif, may_show_nothing) {
	EXPECT_EQ(pictures(gif({2, 1}, {})), (many{".."}));
	const std::string no_pixels("\x2c\0\0\0\0\0\0\1\0\0", 10);
	auto bytes = gif({2, 1}, {{"12"}});
	bytes.insert(bytes.size() - 1, no_pixels);
	EXPECT_EQ(pictures(bytes), (many{"12", "12"}));
	const std::string promising_colors("\x2c\0\0\0\0\1\0\0\0\x80", 10);
	bytes = gif({2, 1}, {});
	bytes.insert(bytes.size() - 1, promising_colors);
	EXPECT_EQ(pictures(bytes), (many{".."}));
}

TEST(gif, tells_of_words_that_are_not_shown) {
	auto bytes = gif({2, 1}, {{"12"}});
	bytes.insert(bytes.size() - 1, std::string("\x21\x01\x0c\0\0\0\0\x02\0\x01\0\x08\x08\x01\0\x02hi\0", 19));
	EXPECT_EQ(read_gif("", bytes).remarks.size(), 1u);
}

TEST(gif, is_refused_beyond_what_people_allow) {
	const auto three = gif({2, 1}, {{"12"}, {"12"}, {"12"}});
	EXPECT_EQ(said_by([&] {
			  read_gif("", three, {1, 10});
		  }).hint,
		  "make it smaller first, or allow it with --max-pixels 2; a terminal shows a few thousand cells");
	EXPECT_EQ(said_by([&] { read_gif("", three, {2, 2}); }).what, "this GIF has more than 2 images");
	EXPECT_EQ(read_gif("", three, {2, 3}).frames.size(), 3u);
}

} // namespace
} // namespace assetc
