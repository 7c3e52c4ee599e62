// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "gif_stream.h"

#include "lzw.h"

#include <algorithm>
#include <cstring>
#include <utility>

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

// Some say 4 where they mean 3, and browsers know.
int disposal_of(const GraphicsControlBlock &said) {
	return said.DisposalMode == 4 ? DISPOSE_PREVIOUS : said.DisposalMode;
}

bool read_extension(GifFileType *gif, gif_words &into) {
	int kind = 0;
	bool of_loops = false;
	return each_block(gif, kind, [&](extension_block block) {
		GraphicsControlBlock said;
		if (kind == GRAPHICS_EXT_FUNC_CODE && DGifExtensionToGCB(block.size(), block.data(), &said) == GIF_OK)
			into.control = {true, said.DelayTime, disposal_of(said), said.TransparentColor};
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

// Goes past blocks and the empty one that ends them. Nothing if the file ends in them.
std::optional<std::string_view> take_blocks(byte_reader &from) {
	const std::string_view bytes = *from.bytes;
	for (auto at = from.at; at < bytes.size();) {
		const auto length = static_cast<unsigned char>(bytes[at++]);
		if (length == 0) {
			const auto first = std::exchange(from.at, at);
			return bytes.substr(first, at - first);
		}
		at += length;
	}
	from.at = bytes.size();
	return std::nullopt;
}

// The colours of an image whose head begins there.
std::string_view colors_of(const GifFileType *gif, std::string_view bytes, std::size_t head) {
	constexpr std::size_t before_own = 9, before_common = 13;
	const auto *const own = gif->Image.ColorMap, *const common = gif->SColorMap;
	if (own)
		return bytes.substr(head + before_own, 3 * static_cast<std::size_t>(own->ColorCount));
	return common ? bytes.substr(before_common, 3 * static_cast<std::size_t>(common->ColorCount)) : "";
}

bool is_code_size(int size) {
	return size >= least_code_size && size <= most_code_size;
}

// giflib takes no code size over 8, but some have larger ones; and an image without pixels may have no codes for them,
// so that where giflib looks for their size stands what begins the next block.
gif_place begin_image(gif_stream &in, gif_image_block &found) {
	auto &reader = *in.reader;
	const std::string_view bytes = *reader.bytes;
	const auto head = reader.at, size_at = head + head_of_image(bytes.substr(head));
	const bool is_known = DGifGetImageDesc(in.gif.get()) == GIF_OK;
	if (!is_known && reader.at != size_at + 1)
		return gif_place::fault;
	const auto &is = in.gif->Image;
	found = {is.Left, is.Top, is.Width, is.Height, is.Interlace, colors_of(in.gif.get(), bytes, head), 0, {}};
	found.code_size = static_cast<unsigned char>(bytes[size_at]);
	const bool has_pixels = is.Width > 0 && is.Height > 0;
	if (!is_known && !has_pixels) {
		reader.at = size_at;
		return gif_place::image;
	}
	const auto codes = has_pixels && !is_code_size(found.code_size) ? std::nullopt : take_blocks(reader);
	found.codes = codes.value_or("");
	return codes ? gif_place::image : gif_place::fault;
}

} // namespace

gif_stream open_stream(std::shared_ptr<const std::string> bytes) {
	auto reader = std::make_unique<byte_reader>(byte_reader{std::move(bytes)});
	auto *const opened = DGifOpen(reader.get(), read_bytes, nullptr);
	return {std::move(reader), {opened, [](GifFileType *gif) { DGifCloseFile(gif, nullptr); }}};
}

gif_place find_image(gif_stream &in, gif_words &before, gif_image_block &found) {
	auto *const gif = in.gif.get();
	for (;;) {
		GifRecordType kind = UNDEFINED_RECORD_TYPE;
		if (DGifGetRecordType(gif, &kind) != GIF_OK)
			return gif_place::fault;
		if (kind == TERMINATE_RECORD_TYPE)
			return gif_place::end;
		if (kind == IMAGE_DESC_RECORD_TYPE)
			return begin_image(in, found);
		if (kind != EXTENSION_RECORD_TYPE || !read_extension(gif, before))
			return gif_place::fault;
	}
}

} // namespace assetc
