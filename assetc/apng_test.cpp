// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "apng.h"

#include "test_folder.h"

namespace assetc {
namespace {

std::string number(std::size_t value, std::size_t bytes) {
	std::string text;
	for (std::size_t shift = 8 * bytes; shift > 0; shift -= 8)
		text += static_cast<char>(value >> (shift - 8));
	return text;
}

std::string chunk(const std::string &kind, const std::string &content) {
	return number(content.size(), 4) + kind + content + number(0, 4);
}

// Pixels, stored without compression: '1' red, '2' green, '3' blue, 'h' half of blue, '.' nothing.
std::string stored(const std::string &pixels, std::size_t width) {
	std::string rows;
	for (std::size_t i = 0; i < pixels.size(); ++i) {
		if (i % width == 0)
			rows += '\0';
		const char c = pixels[i];
		rows += c == '1' ? '\xff' : '\0';
		rows += c == '2' ? '\xff' : '\0';
		rows += c == '3' || c == 'h' ? '\xff' : '\0';
		rows += c == '.' ? '\0' : c == 'h' ? '\x80' : '\xff';
	}
	const auto size = rows.size();
	std::string block = "\x78\x01\x01";
	for (const auto value : {size, ~size})
		(block += static_cast<char>(value)) += static_cast<char>(value >> 8);
	return block + rows + number(0, 4);
}

struct image {
	std::string pixels;
	std::size_t width = 2;
	std::size_t left = 0;
	std::size_t after = 0; // 0 leave, 1 clear, 2 restore
	std::size_t blend = 0; // 0 instead, 1 over
	std::size_t parts = 100;
};

// A PNG two pixels wide; the first image is the still picture, too.
std::string apng(const std::vector<image> &images, std::size_t plays = 0) {
	auto bytes = "\x89PNG\r\n\x1a\n" + chunk("IHDR", number(2, 4) + number(1, 4) + number(0x0806000000, 5)) +
		     chunk("acTL", number(images.size(), 4) + number(plays, 4));
	for (std::size_t i = 0; i < images.size(); ++i) {
		const auto &one = images[i];
		bytes += chunk("fcTL", number(i, 4) + number(one.width, 4) + number(1, 4) + number(one.left, 4) +
					       number(0, 4) + number(7, 2) + number(one.parts, 2) +
					       number(one.after, 1) + number(one.blend, 1));
		const auto data = stored(one.pixels, one.width);
		bytes += i == 0 ? chunk("IDAT", data) : chunk("fdAT", number(i, 4) + data);
	}
	return bytes + chunk("IEND", "");
}

std::string seen(const picture &shown) {
	std::string text;
	for (std::size_t i = 0; i < shown.rgba.size(); i += 4) {
		const auto *const at = &shown.rgba[i];
		const char known = at[0] ? '1' : at[1] ? '2' : '3';
		text += at[3] == 0 ? '.' : at[3] < 255 ? 'h' : known;
	}
	return text;
}

std::vector<std::string> pictures(const std::string &bytes) {
	const auto read = read_apng("a.png", bytes);
	const auto &film = *std::get<film_picture>(read.frames.front().content).of;
	std::vector<std::string> all;
	for (const auto next = film.open(); all.size() < film.pictures;)
		all.push_back(seen(next()));
	return all;
}

using many = std::vector<std::string>;

TEST(apng, is_known_by_what_comes_before_its_pixels) {
	EXPECT_TRUE(is_apng(apng({{"12"}})));
	auto still = apng({{"12"}});
	still.replace(still.find("acTL"), 4, "teXt");
	EXPECT_FALSE(is_apng(still));
	EXPECT_FALSE(is_apng(""));
}

TEST(apng, of_no_images_is_a_still_picture) {
	const auto head = "\x89PNG\r\n\x1a\n" + chunk("IHDR", number(2, 4) + number(1, 4) + number(0x0806000000, 5));
	const auto pixels = chunk("IDAT", stored("12", 2)), end = chunk("IEND", "");
	const auto control = chunk("fcTL", std::string(26, '\0'));
	for (const std::size_t images : {0, 1}) {
		const auto promise = chunk("acTL", number(images, 4) + number(0, 4));
		EXPECT_FALSE(is_apng(head + promise + pixels + end + control));
		EXPECT_EQ(is_apng(head + promise + control + pixels + end), images > 0);
		EXPECT_EQ(is_apng(head + control + promise + pixels + end), images > 0);
		EXPECT_EQ(is_apng(head + promise + pixels + control + end), images > 0);
	}
}

TEST(apng, is_composed) {
	EXPECT_EQ(pictures(apng({{"12"}, {"3", 1, 1}, {"1", 1, 1}})), (many{"12", "13", "11"}));
	EXPECT_EQ(pictures(apng({{"12"}, {"3", 1, 1, 1}, {"3", 1, 0}})), (many{"12", "13", "3."}));
	EXPECT_EQ(pictures(apng({{"12"}, {"3", 1, 1, 2}, {"3", 1, 0}})), (many{"12", "13", "32"}));
	EXPECT_EQ(pictures(apng({{"12", 2, 0, 2}, {"3", 1, 1}})), (many{"12", ".3"}));
}

TEST(apng, takes_the_first_of_several_palettes) {
	const auto head = chunk("IHDR", number(1, 4) + number(1, 4) + number(0x0803000000, 5)) +
			  chunk("acTL", number(1, 4) + number(0, 4));
	const auto colors = chunk("PLTE", std::string("\xff\0\0", 3)) + chunk("PLTE", std::string("\0\0\xff", 3)) +
			    chunk("tRNS", "\xff") + chunk("tRNS", "\x80");
	const auto control = chunk("fcTL", number(0, 4) + number(1, 4) + number(1, 4) + number(0, 8) + number(7, 2) +
						   number(100, 2) + number(0, 2));
	const std::string pixel("\x78\x01\x01\x02\0\xfd\xff\0\0\0\0\0\0", 13);
	EXPECT_EQ(pictures("\x89PNG\r\n\x1a\n" + head + colors + control + chunk("IDAT", pixel) + chunk("IEND", "")),
		  many{"1"});
}

TEST(apng, counts_what_is_noted_of_its_pixels) {
	auto bytes = apng({{"12"}});
	const auto kept = [&] {
		const auto read = read_apng("", bytes);
		return std::get<film_picture>(read.frames.front().content).of->bytes - bytes.size();
	};
	const auto of_one = kept();
	const std::size_t end = 12;
	for (const std::string piece : {"", "a"})
		for (int i = 0; i < 1000; ++i)
			bytes.insert(bytes.size() - end, chunk("IDAT", piece));
	EXPECT_GE(kept(), of_one + 1000 * sizeof(std::string_view));
	EXPECT_LT(kept(), of_one + 2000 * sizeof(std::string_view));
}

TEST(apng, blends_over_what_is_there) {
	EXPECT_EQ(pictures(apng({{"12"}, {".3", 2, 0, 0, 1}, {".3", 2}})), (many{"12", "13", ".3"}));
	EXPECT_EQ(pictures(apng({{".h"}, {"h.", 2, 0, 0, 1}})), (many{".h", "hh"}));
	const auto read = read_apng("a.png", apng({{"1."}, {"h.", 2, 0, 0, 1}}));
	const auto next = std::get<film_picture>(read.frames.front().content).of->open();
	next();
	EXPECT_EQ(next().rgba, (std::vector<std::uint8_t>{127, 0, 128, 255, 0, 0, 0, 0}));
}

TEST(apng, holds_and_loops_as_it_says) {
	const auto read = read_apng("a.png", apng({{"12"}, {"12", 2, 0, 0, 0, 0}, {"12", 2, 0, 0, 0, 1000}}, 4));
	EXPECT_EQ(read.loops, 4);
	EXPECT_EQ(read.frames[0].hold, std::chrono::milliseconds(70));
	EXPECT_EQ(read.frames[1].hold, std::chrono::milliseconds(70));  // of hundredths
	EXPECT_EQ(read.frames[2].hold, std::chrono::milliseconds(100)); // as browsers do
}

TEST(apng, is_never_read_beyond_its_end) {
	const auto whole = apng({{"12"}, {"3", 1, 1}});
	const auto needed = whole.size() - 4; // nobody misses the checksum of its end
	for (std::size_t bytes = 0; bytes < needed; ++bytes)
		try {
			EXPECT_EQ(read_apng("a.png", whole.substr(0, bytes)).remarks.size(), 1u) << bytes;
		} catch (const error &wrong) {
			EXPECT_EQ(wrong.said.what, "this PNG is broken or cut short") << bytes;
		}
	for (auto bytes = needed; bytes <= whole.size(); ++bytes)
		EXPECT_TRUE(read_apng("a.png", whole.substr(0, bytes)).remarks.empty()) << bytes;
}

TEST(apng, is_refused_where_an_image_is_outside_or_too_large) {
	EXPECT_EQ(said_by([] { read_apng("a", apng({{"12"}, {"3", 1, 2}})); }).what, "this PNG is broken or cut short");
	EXPECT_EQ(said_by([] {
			  read_apng("a", apng({{"12"}, {"3", 1, 0xffffffff}}));
		  }).what,
		  "this PNG is broken or cut short");
	EXPECT_EQ(said_by([] { read_apng("a", apng({{"12"}}), {1, 1}); }).what, "this PNG has 2x1 pixels, more than 1");
	EXPECT_EQ(said_by([] {
			  read_apng("a", apng({{"12"}, {"12"}}), {2, 1});
		  }).what,
		  "this PNG has more than 1 images");
}

} // namespace
} // namespace assetc
