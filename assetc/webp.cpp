// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "webp.h"

#include "picture_file.h"

#include <memory>
#include <webp/decode.h>
#include <webp/demux.h>

namespace assetc {

namespace {

const std::uint8_t *data_of(std::string_view bytes) {
	return reinterpret_cast<const std::uint8_t *>(bytes.data());
}

[[noreturn]] void refuse_broken(const std::string &file) {
	throw error(
		about(file, "this WebP is broken or cut short", "does another program open it? Save it from there"));
}

WebPData view_of(const std::string &bytes) {
	return {data_of(bytes), bytes.size()};
}

using demuxer = std::unique_ptr<WebPDemuxer, void (*)(WebPDemuxer *)>;

struct webp_film {
	std::string file;
	std::string bytes;
};

class webp_projector {
public:
	explicit webp_projector(std::shared_ptr<const webp_film> shown)
	    : from(std::move(shown)), decoder(open(*from), WebPAnimDecoderDelete) {
		WebPAnimInfo info;
		if (!decoder || !WebPAnimDecoderGetInfo(decoder.get(), &info))
			refuse_broken(from->file);
		canvas = {static_cast<int>(info.canvas_width), static_cast<int>(info.canvas_height), {}};
	}

	const picture &show() {
		std::uint8_t *pixels = nullptr;
		int end_ms = 0;
		if (!WebPAnimDecoderGetNext(decoder.get(), &pixels, &end_ms))
			refuse_broken(from->file);
		canvas.rgba.assign(pixels, pixels + 4 * static_cast<std::size_t>(canvas.width) * canvas.height);
		return canvas;
	}

private:
	static WebPAnimDecoder *open(const webp_film &of) {
		const auto bytes = view_of(of.bytes);
		WebPAnimDecoderOptions how;
		WebPAnimDecoderOptionsInit(&how);
		how.color_mode = MODE_RGBA;
		return WebPAnimDecoderNew(&bytes, &how);
	}

	std::shared_ptr<const webp_film> from;
	std::unique_ptr<WebPAnimDecoder, void (*)(WebPAnimDecoder *)> decoder;
	picture canvas;
};

projector open_projector(std::shared_ptr<const webp_film> of) {
	const auto made = std::make_shared<webp_projector>(std::move(of));
	return {[made]() -> const picture & { return made->show(); }, {}};
}

// libwebp looks for each image from the first one on, so many of them take a square of time.
void check_images(const std::string &file, std::uint32_t images) {
	constexpr std::uint32_t most = 30'000;
	if (images > most)
		throw error(about(file, "this WebP has more than " + std::to_string(most) + " images",
				  "cut it first, or make a GIF or an animated PNG of it"));
}

std::vector<std::chrono::nanoseconds> holds_of(const WebPDemuxer *of) {
	std::vector<std::chrono::nanoseconds> holds;
	WebPIterator at;
	for (bool more = WebPDemuxGetFrame(of, 1, &at); more; more = WebPDemuxNextFrame(&at))
		holds.push_back(std::chrono::milliseconds(at.duration));
	WebPDemuxReleaseIterator(&at);
	return holds;
}

} // namespace

bool is_animated_webp(std::string_view bytes) {
	WebPBitstreamFeatures found;
	return WebPGetFeatures(data_of(bytes), bytes.size(), &found) == VP8_STATUS_OK && found.has_animation;
}

std::pair<int, int> size_of_webp(std::string_view bytes) {
	std::pair<int, int> size;
	if (!WebPGetInfo(data_of(bytes), bytes.size(), &size.first, &size.second))
		return {};
	return size;
}

std::string_view exif_of_webp(std::string_view bytes) {
	const WebPData view{data_of(bytes), bytes.size()};
	const demuxer blocks(WebPDemux(&view), WebPDemuxDelete);
	WebPChunkIterator at;
	if (!blocks || !WebPDemuxGetChunk(blocks.get(), "EXIF", 1, &at))
		return {};
	const std::string_view found(reinterpret_cast<const char *>(at.chunk.bytes), at.chunk.size);
	WebPDemuxReleaseChunkIterator(&at);
	return found;
}

picture decode_webp(std::string_view bytes) {
	picture decoded;
	const std::unique_ptr<std::uint8_t, void (*)(void *)> pixels(
		WebPDecodeRGBA(data_of(bytes), bytes.size(), &decoded.width, &decoded.height), WebPFree);
	if (!pixels)
		return {};
	decoded.rgba.assign(pixels.get(), pixels.get() + 4 * static_cast<std::size_t>(decoded.width) * decoded.height);
	return decoded;
}

animation read_webp(const std::string &file, std::string bytes, const bounds &at_most) {
	const auto from = std::make_shared<const webp_film>(webp_film{file, std::move(bytes)});
	const auto view = view_of(from->bytes);
	const demuxer blocks(WebPDemux(&view), WebPDemuxDelete);
	if (!blocks)
		refuse_broken(file);
	const auto told = [&](WebPFormatFeature what) { return WebPDemuxGetI(blocks.get(), what); };
	const auto width = told(WEBP_FF_CANVAS_WIDTH), height = told(WEBP_FF_CANVAS_HEIGHT);
	const auto pictures = told(WEBP_FF_FRAME_COUNT);
	if (pictures == 0)
		refuse_broken(file);
	check_size(file, "this WebP", width, height, at_most);
	check_images(file, pictures);
	check_length(file, "WebP", pictures, std::uint64_t{pictures} * width * height, at_most);
	animation read;
	if (pictures > 1)
		read.loops = static_cast<int>(told(WEBP_FF_LOOP_COUNT));
	add_frames({static_cast<int>(width), static_cast<int>(height), pictures,
		    [from] { return open_projector(from); }, from->bytes.size()},
		   holds_of(blocks.get()), read);
	return read;
}

std::string why_no_webp(input &from) {
	return is_animated_webp(from.bytes()) ? "" : "it begins as no picture does";
}

animation read_webp_input(input from, const reading &how) {
	const auto file = from.file();
	return read_webp(file, from.take_bytes(), how.at_most);
}

} // namespace assetc
