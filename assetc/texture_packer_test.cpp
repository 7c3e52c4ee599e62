// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "texture_packer.h"

#include "picture_part.h"
#include "test_folder.h"
#include "test_picture.h"
#include "test_reading.h"

namespace assetc {
namespace {

std::string frame_at(int x, const std::string &name = "") {
	const auto called = name.empty() ? "" : "\"filename\": \"" + name + "\", ";
	return "{ " + called + "\"frame\": { \"x\": " + std::to_string(x) + ", \"y\": 0, \"w\": 1, \"h\": 1 } }";
}

struct sheet_folder : test_folder {
	sheet_folder() {
		put("a.png", numbered_bmp(4, 1));
		put("b.png", numbered_bmp(4, 1));
	}

	animation read(const std::string &document, const std::string &pick = "") const {
		return read_texture_packer(input(*this / "a.json", document), picking(pick));
	}
};

std::string order(const animation &of) {
	std::string shown;
	for (const auto &one : of.frames) {
		const auto &part = std::get<picture_part>(one.content);
		shown += part.file[part.file.size() - 5] + std::to_string(part.x);
	}
	return shown;
}

const std::string meta = ", \"meta\": { \"image\": \"a.png\" }";

TEST(texture_packer, keeps_the_order_of_who_had_one_in_mind) {
	const sheet_folder folder;
	EXPECT_EQ(order(folder.read("{ \"frames\": { \"up\": " + frame_at(1) + ", \"down\": " + frame_at(0) +
				    ", \"left\": " + frame_at(2) + " }" + meta + " }")),
		  "a1a0a2");
	EXPECT_EQ(order(folder.read("{ \"frames\": [ " + frame_at(3) + ", " + frame_at(1) + " ]" + meta + " }")),
		  "a3a1");
}

TEST(texture_packer, puts_numbers_in_their_order) {
	const sheet_folder folder;
	EXPECT_EQ(order(folder.read("{ \"frames\": { \"walk1\": " + frame_at(1) + ", \"walk10\": " + frame_at(3) +
				    ", \"walk2\": " + frame_at(2) + " }" + meta + " }")),
		  "a1a2a3");
}

TEST(texture_packer, has_no_time) {
	const sheet_folder folder;
	EXPECT_EQ(folder.read("{ \"frames\": [ " + frame_at(0) + " ]" + meta + " }").frames[0].hold.count(), 0);
}

TEST(texture_packer, puts_pages_together) {
	const sheet_folder folder;
	EXPECT_EQ(order(folder.read("{ \"textures\": [ { \"image\": \"b.png\", \"frames\": [ " + frame_at(2, "2") +
				    ", " + frame_at(0, "10") + " ] }, { \"image\": \"a.png\", \"frames\": [ " +
				    frame_at(1, "1") + " ] } ] }")),
		  "a1b2b0");
}

TEST(texture_packer, reads_pages_from_files_of_their_own) {
	const sheet_folder folder;
	folder.put("b.json", "{ \"frames\": { \"2\": " + frame_at(2) + " }, \"meta\": { \"image\": \"b.png\" } }");
	const std::string related = ", \"meta\": { \"image\": \"a.png\", \"related_multi_packs\": ";
	EXPECT_EQ(order(folder.read("{ \"frames\": { \"3\": " + frame_at(3) + " }" + related + "[ \"b.json\" ] } }")),
		  "b2a3");
	folder.put("c.json", "{ \"name\": 1 }");
	for (const std::string wrong : {"[ \"c.json\" ]", "[ \"../b.json\" ]", "[ 1 ]"})
		EXPECT_EQ(said_by([&] {
				  folder.read("{ \"frames\": { \"3\": " + frame_at(3) + " }" + related + wrong +
					      " } }");
			  }).where.pointer,
			  "/meta/related_multi_packs/0");
	EXPECT_EQ(said_by([&] {
			  folder.read("{ \"frames\": { \"3\": " + frame_at(3) + " }" + related +
				      "[ \"b.json\", \"b.json\" ] } }");
		  }).where.pointer,
		  "/meta/related_multi_packs/1");
}

TEST(texture_packer, keeps_a_picture_that_pages_share_once) {
	const sheet_folder folder;
	const auto page = "{ \"image\": \"a.png\", \"frames\": [ " + frame_at(0, "1") + " ] }";
	const auto read = folder.read("{ \"textures\": [ " + page + ", " + page + " ] }");
	EXPECT_EQ(std::get<picture_part>(read.frames[0].content).sheet,
		  std::get<picture_part>(read.frames[1].content).sheet);
}

TEST(texture_packer, plays_a_named_animation) {
	const sheet_folder folder;
	const auto document = "{ \"frames\": { \"x\": " + frame_at(0) + ", \"y\": " + frame_at(1) +
			      " }, \"animations\": { \"hop\": [ \"y\", \"x\", \"y\" ], \"fall\": [ \"z\" ] }" + meta +
			      " }";
	const auto hop = folder.read(document, "hop");
	EXPECT_EQ(order(hop), "a1a0a1");
	EXPECT_EQ(hop.name, "a_hop");
	EXPECT_EQ(order(folder.read(document)), "a0a1");
	EXPECT_EQ(said_by([&] { folder.read(document, "fall"); }).where.pointer, "/animations/fall/0");
	EXPECT_EQ(said_by([&] { folder.read(document, "hip"); }).hint, "did you mean --pick hop?");
}

TEST(texture_packer, refuses_pages_without_frames) {
	const sheet_folder folder;
	EXPECT_EQ(said_by([&] { folder.read("{ \"textures\": [] }"); }).where.pointer, "/textures");
	EXPECT_EQ(said_by([&] { folder.read("{ \"textures\": [ { \"image\": \"a.png\" } ] }"); }).where.pointer,
		  "/textures/0");
	EXPECT_EQ(said_by([&] { folder.read("{ \"a\": 1 }"); }).where.line, 1);
}

TEST(texture_packer, takes_a_picture_of_its_own_name_from_its_folder_only) {
	const sheet_folder folder;
	folder.put("asset/a.json", "{}");
	std::filesystem::create_symlink("../a.png", folder / "asset/a.png");
	const auto text = "{ \"frames\": [ " + frame_at(0) + " ], \"meta\": {} }";
	EXPECT_EQ(order(folder.read(text)), "a0");
	EXPECT_NE(said_by([&] {
			  read_texture_packer(input(folder / "asset/a.json", text), {});
		  }).what.find("is outside the folder"),
		  std::string::npos);
}

TEST(texture_packer, counts_frames_before_it_reads_them) {
	const sheet_folder folder;
	reading how;
	how.at_most.frames = 3;
	const std::string page = "{ \"image\": \"a.png\", \"frames\": [ " + frame_at(0, "1") + ", ";
	const auto text = "{ \"textures\": [ " + page + frame_at(1, "2") + " ] }, " + page + "\"no frame\" ] } ] }";
	EXPECT_EQ(said_by([&] { read_texture_packer(input(folder / "a.json", text), how); }).what,
		  "this sheet has more than 3 images");
}

} // namespace
} // namespace assetc
