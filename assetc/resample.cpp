// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "resample.h"

#include "oklab.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace assetc {
namespace {

// How much of each source line a sample takes: `weights` for the lines from `first` on; they sum to 1.
struct share {
	int first = 0;
	std::vector<float> weights;
};

std::vector<share> shares(int source, int samples) {
	std::vector<share> result(static_cast<std::size_t>(samples));
	const double step = static_cast<double>(source) / samples;
	for (int i = 0; i < samples; ++i) {
		const double start = i * step;
		const double end = std::min<double>((i + 1) * step, source);
		share &one = result[static_cast<std::size_t>(i)];
		one.first = std::min(static_cast<int>(start), source - 1);
		for (int line = one.first; line < end; ++line) {
			const double covered = std::min<double>(end, line + 1) - std::max<double>(start, line);
			one.weights.push_back(static_cast<float>(covered / (end - start)));
		}
	}
	return result;
}

std::array<float, 256> light_table() {
	std::array<float, 256> table{};
	for (std::size_t i = 0; i < table.size(); ++i)
		table[i] = to_light(static_cast<std::uint8_t>(i));
	return table;
}

// Blended on code values, as every browser and viewer does it.
std::uint8_t over(std::uint8_t code, std::uint8_t alpha, std::uint8_t background) {
	return static_cast<std::uint8_t>((code * alpha + background * (255 - alpha) + 127) / 255);
}

std::vector<float> luminance_row(const picture &source, int row, rgb8 background) {
	static const std::array<float, 256> light = light_table();
	std::vector<float> result(static_cast<std::size_t>(source.width));
	const std::uint8_t *pixel = source.rgba.data() + 4 * static_cast<std::size_t>(row) * source.width;
	for (float &value : result) {
		value = 0.2126F * light[over(pixel[0], pixel[3], background.red)] +
			0.7152F * light[over(pixel[1], pixel[3], background.green)] +
			0.0722F * light[over(pixel[2], pixel[3], background.blue)];
		pixel += 4;
	}
	return result;
}

float mean(const std::vector<float> &row, const share &part) {
	float sum = 0;
	for (std::size_t i = 0; i < part.weights.size(); ++i)
		sum += part.weights[i] * row[part.first + i];
	return sum;
}

float to_code(float light) {
	return light <= 0.0031308F ? 12.92F * light : 1.055F * std::pow(light, 1 / 2.4F) - 0.055F;
}

} // namespace

plane resample_brightness(const picture &source, int width, int height, rgb8 background) {
	plane result = {width, height, std::vector<float>(static_cast<std::size_t>(width) * height)};
	const std::vector<share> across = shares(source.width, width);
	float *sample = result.at.data();
	for (const share &down : shares(source.height, height)) {
		for (std::size_t line = 0; line < down.weights.size(); ++line) {
			const std::vector<float> row =
				luminance_row(source, down.first + static_cast<int>(line), background);
			for (std::size_t x = 0; x < across.size(); ++x)
				sample[x] += down.weights[line] * mean(row, across[x]);
		}
		std::transform(sample, sample + width, sample, to_code);
		sample += width;
	}
	return result;
}

} // namespace assetc
