// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// film FILE.gif [FRAMES]: draws a film of 480x360 pixels to measure with: waves of light, a ball that bounces, and a
// quarter that stands still.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <gif_lib.h>
#include <iostream>
#include <string>
#include <vector>

namespace {

constexpr int width = 480;
constexpr int height = 360;
using image = std::vector<GifByteType>;

// 6x7x6 levels of red, green and blue.
std::array<GifColorType, 256> palette() {
	std::array<GifColorType, 256> colors{};
	for (int i = 0; i < 252; ++i)
		colors[static_cast<std::size_t>(i)] = {static_cast<GifByteType>(i / 42 * 51),
						       static_cast<GifByteType>(i / 6 % 7 * 255 / 6),
						       static_cast<GifByteType>(i % 6 * 51)};
	return colors;
}

// A colour of the palette, ordered dithering between its levels.
GifByteType nearest(double red, double green, double blue, int x, int y) {
	constexpr std::array<double, 4> threshold = {0.125, 0.625, 0.875, 0.375};
	const double offset = threshold[static_cast<std::size_t>(y % 2 * 2 + x % 2)];
	const auto step = [&](double share, int levels) {
		return std::clamp(static_cast<int>(share * (levels - 1) + offset), 0, levels - 1);
	};
	return static_cast<GifByteType>(step(red, 6) * 42 + step(green, 7) * 6 + step(blue, 6));
}

GifByteType pixel(int x, int y, double time) {
	if (x < width / 2 && y < height / 2)
		time = 0; // the quarter that stands still
	const double wave =
		std::sin(x * 0.031 + time) + std::sin(y * 0.043 - 0.7 * time) + std::sin((x + y) * 0.019 + 0.4 * time);
	const double across = x - width * (0.7 + 0.2 * std::sin(0.9 * time));
	const double down = y - height * (0.85 - 0.5 * std::abs(std::sin(2.1 * time)));
	const double far = std::sqrt(across * across + down * down) / 45;
	if (far < 1)
		return nearest(1 - 0.5 * far, 0.5 - 0.4 * far, 0.1, x, y);
	return nearest(0.5 + 0.16 * wave, 0.45 - 0.14 * wave, 0.5 + 0.1 * std::sin(wave * 2), x, y);
}

image draw(int frame) {
	image pixels(static_cast<std::size_t>(width) * height);
	for (int y = 0; y < height; ++y)
		for (int x = 0; x < width; ++x)
			pixels[static_cast<std::size_t>(y * width + x)] = pixel(x, y, frame * 0.05);
	return pixels;
}

bool write_frame(GifFileType *to, image pixels) {
	GraphicsControlBlock how = {DISPOSE_DO_NOT, false, 4, NO_TRANSPARENT_COLOR};
	std::array<GifByteType, 4> extension{};
	EGifGCBToExtension(&how, extension.data());
	return EGifPutExtension(to, GRAPHICS_EXT_FUNC_CODE, extension.size(), extension.data()) == GIF_OK &&
	       EGifPutImageDesc(to, 0, 0, width, height, false, nullptr) == GIF_OK &&
	       EGifPutLine(to, pixels.data(), static_cast<int>(pixels.size())) == GIF_OK;
}

} // namespace

int main(int argc, char **argv) {
	if (argc < 2) {
		std::cerr << "usage: film FILE.gif [FRAMES]\n";
		return 2;
	}
	const int frames = argc > 2 ? std::atoi(argv[2]) : 600;
	GifFileType *const to = EGifOpenFileName(argv[1], false, nullptr);
	if (!to)
		return 1;
	EGifSetGifVersion(to, true);
	const auto colors = palette();
	ColorMapObject *const map = GifMakeMapObject(256, colors.data());
	bool is_fine = EGifPutScreenDesc(to, width, height, 8, 0, map) == GIF_OK;
	for (int i = 0; i < frames && is_fine; ++i)
		is_fine = write_frame(to, draw(i));
	GifFreeMapObject(map);
	return EGifCloseFile(to, nullptr) == GIF_OK && is_fine ? 0 : 1;
}
