// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "gif_stream.h"

#include <algorithm>
#include <cstring>
#include <string_view>

namespace assetc {

namespace {

int read_bytes(GifFileType *from, GifByteType *into, int count) {
	auto &reader = *static_cast<byte_reader *>(from->UserData);
	const auto taken = std::min(static_cast<std::size_t>(count), reader.bytes->size() - reader.at);
	std::memcpy(into, reader.bytes->data() + reader.at, taken);
	reader.at += taken;
	return static_cast<int>(taken);
}

using extension_block = std::basic_string_view<GifByteType>;

// Calls take(block) with each of an extension's blocks. False if the file ends in it.
template <typename function> bool each_block(GifFileType *gif, int &kind, function take) {
	GifByteType *block = nullptr;
	bool more = DGifGetExtension(gif, &kind, &block) == GIF_OK;
	while (more && block) {
		take(extension_block(block + 1, block[0]));
		more = DGifGetExtensionNext(gif, &block) == GIF_OK;
	}
	return more;
}

// Netscape's way to say how often the pictures are shown again, which has a second name.
bool names_loops(extension_block application) {
	const std::string_view name(reinterpret_cast<const char *>(application.data()), application.size());
	return name == "NETSCAPE2.0" || name == "ANIMEXTS1.0";
}

bool read_extension(GifFileType *gif, gif_words &into) {
	int kind = 0;
	bool of_loops = false;
	return each_block(gif, kind, [&](extension_block block) {
		GraphicsControlBlock said;
		if (kind == GRAPHICS_EXT_FUNC_CODE && DGifExtensionToGCB(block.size(), block.data(), &said) == GIF_OK)
			into.control = {true, said.DelayTime, said.DisposalMode, said.TransparentColor};
		if (of_loops && block.size() >= 3 && (block[0] & 7) == 1) {
			const int again = block[1] | block[2] << 8;
			into.loops = again == 0 ? 0 : again + 1;
		}
		into.text = into.text || kind == PLAINTEXT_EXT_FUNC_CODE;
		of_loops = of_loops || (kind == APPLICATION_EXT_FUNC_CODE && names_loops(block));
	});
}

// Bytes of an image's head, up to the size of its codes. A table of colours that is promised may be missing where only
// the end of the file follows.
std::size_t head_of_image(std::string_view from) {
	constexpr std::size_t fixed = 9;
	const auto flags = from.size() < fixed ? 0u : static_cast<unsigned char>(from[fixed - 1]);
	const bool has_colors = flags & 0x80u && from.size() > fixed + 1;
	return fixed + (has_colors ? std::size_t{6} << (flags & 7u) : 0);
}

// An image without pixels may have no codes for them, so that where giflib looks for the size of codes, which is 8 at
// most, stands what begins the next block.
gif_place begin_image(GifFileType *gif) {
	auto &reader = *static_cast<byte_reader *>(gif->UserData);
	const auto next = reader.at + head_of_image(std::string_view(*reader.bytes).substr(reader.at));
	reader.has_codes = DGifGetImageDesc(gif) == GIF_OK;
	if (reader.has_codes)
		return gif_place::image;
	if (reader.at != next + 1 || (gif->Image.Width > 0 && gif->Image.Height > 0))
		return gif_place::fault;
	reader.at = next;
	return gif_place::image;
}

} // namespace

gif_stream open_stream(std::shared_ptr<const std::string> bytes) {
	auto reader = std::make_unique<byte_reader>(byte_reader{std::move(bytes)});
	auto *const opened = DGifOpen(reader.get(), read_bytes, nullptr);
	return {std::move(reader), {opened, [](GifFileType *gif) { DGifCloseFile(gif, nullptr); }}};
}

gif_place find_image(GifFileType *gif, gif_words &before) {
	for (;;) {
		GifRecordType kind = UNDEFINED_RECORD_TYPE;
		if (DGifGetRecordType(gif, &kind) != GIF_OK)
			return gif_place::fault;
		if (kind == TERMINATE_RECORD_TYPE)
			return gif_place::end;
		if (kind == IMAGE_DESC_RECORD_TYPE)
			return begin_image(gif);
		if (kind != EXTENSION_RECORD_TYPE || !read_extension(gif, before))
			return gif_place::fault;
	}
}

bool skip_pixels(GifFileType *gif) {
	if (!static_cast<byte_reader *>(gif->UserData)->has_codes)
		return true;
	int code_size = 0;
	GifByteType *block = nullptr;
	bool more = DGifGetCode(gif, &code_size, &block) == GIF_OK;
	while (more && block)
		more = DGifGetCodeNext(gif, &block) == GIF_OK;
	return more;
}

} // namespace assetc
