// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "resample.h"

#include "every_simd.h"
#include "plane.h"
#include "steady_math.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace assetc {
namespace {

// How much of each source line the samples take: of line first[i] + k, sample i takes taken[k][i], which sum to 1. All
// have room for as many lines; what one does not need is 0 of a line that it has.
struct shares {
	std::vector<std::int32_t> first;
	std::vector<std::vector<float>> taken;
};

shares share_out(int source, int samples) {
	const auto count = static_cast<std::size_t>(samples);
	const double step = static_cast<double>(source) / samples;
	const int lines = std::min(source, static_cast<int>(step) + 2);
	shares result = {std::vector<std::int32_t>(count),
			 {static_cast<std::size_t>(lines), std::vector<float>(count)}};
	for (std::size_t i = 0; i < count; ++i) {
		const double start = static_cast<double>(i) * step;
		const double end = std::min<double>(static_cast<double>(i + 1) * step, source);
		const int first = std::min(static_cast<int>(start), source - lines);
		result.first[i] = first;
		for (int line = static_cast<int>(start); line < end; ++line) {
			const double covered = std::min<double>(end, line + 1) - std::max<double>(start, line);
			result.taken[static_cast<std::size_t>(line - first)][i] =
				static_cast<float>(covered / (end - start));
		}
	}
	return result;
}

using code_table = std::array<float, 256>;

code_table light_table(float weight) {
	code_table table{};
	for (std::size_t i = 0; i < table.size(); ++i)
		table[i] = weight * to_light(static_cast<std::uint8_t>(i));
	return table;
}

// Blended on code values, as every browser and viewer does it.
std::uint8_t over(std::uint8_t code, std::uint8_t alpha, std::uint8_t background) {
	return static_cast<std::uint8_t>((code * alpha + background * (255 - alpha) + 127) / 255);
}

rgb8 pixel_over(const std::uint8_t *pixel, rgb8 background) {
	if (pixel[3] == 255)
		return {pixel[0], pixel[1], pixel[2]};
	return {over(pixel[0], pixel[3], background.red), over(pixel[1], pixel[3], background.green),
		over(pixel[2], pixel[3], background.blue)};
}

// Turns one row of pixels into rows of numbers, a channel after the other.
void read_luminance(float *to, const std::uint8_t *pixel, int width, rgb8 background) {
	static const code_table red = light_table(0.2126F);
	static const code_table green = light_table(0.7152F);
	static const code_table blue = light_table(0.0722F);
	const float *const by_red = red.data(), *const by_green = green.data(), *const by_blue = blue.data();
	for (int x = 0; x < width; ++x, pixel += 4) {
		const rgb8 code = pixel_over(pixel, background);
		to[x] = by_red[code.red] + by_green[code.green] + by_blue[code.blue];
	}
}

void read_light(float *to, const std::uint8_t *pixel, int width, rgb8 background) {
	static const code_table table = light_table(1);
	for (int x = 0; x < width; ++x, pixel += 4) {
		const rgb8 code = pixel_over(pixel, background);
		to[x] = table[code.red];
		to[width + x] = table[code.green];
		to[2 * width + x] = table[code.blue];
	}
}

// The rows of a picture, each read once, if they are asked for in order.
class row_reader {
public:
	row_reader(const picture &from, int channels, rgb8 background)
	    : from_(from), background_(background), read_(channels == 1 ? read_luminance : read_light),
	      row_(static_cast<std::size_t>(channels) * from.width) {}

	const std::vector<float> &row(int number) {
		if (number != number_)
			read_(row_.data(), from_.rgba.data() + 4 * static_cast<std::size_t>(number) * from_.width,
			      from_.width, background_);
		number_ = number;
		return row_;
	}

private:
	const picture &from_;
	rgb8 background_;
	void (*read_)(float *, const std::uint8_t *, int, rgb8);
	std::vector<float> row_;
	int number_ = -1;
};

// One line of samples after the other, since vectors take many samples at once.
ASSETC_EVERY_SIMD
void add_shares(float *__restrict to, const float *__restrict from, const std::int32_t *__restrict first,
		const float *__restrict taken, std::size_t count) {
	for (std::size_t i = 0; i < count; ++i)
		to[i] += taken[i] * from[first[i]];
}

// Calls take(row, channel, values) for all rows of samples; first all lines down, which vectors are good at.
template <typename Take>
void resample(const picture &source, int width, int height, int channels, rgb8 background, Take take) {
	row_reader reader(source, channels, background);
	const shares across = share_out(source.width, width), down = share_out(source.height, height);
	std::vector<float> sum(static_cast<std::size_t>(channels) * source.width);
	std::vector<float> values(static_cast<std::size_t>(width));
	for (std::size_t row = 0; row < down.first.size(); ++row) {
		std::fill(sum.begin(), sum.end(), 0.0F);
		for (std::size_t i = 0; i < down.taken.size(); ++i)
			if (const float share = down.taken[i][row]; share > 0)
				add_scaled(sum.data(), reader.row(down.first[row] + static_cast<int>(i)).data(), share,
					   sum.size());
		for (int c = 0; c < channels; ++c) {
			const float *const from = sum.data() + static_cast<std::ptrdiff_t>(c) * source.width;
			std::fill(values.begin(), values.end(), 0.0F);
			for (std::size_t i = 0; i < across.taken.size(); ++i)
				add_shares(values.data(), from + i, across.first.data(), across.taken[i].data(),
					   values.size());
			take(row, static_cast<std::size_t>(c), values);
		}
	}
}

constexpr std::size_t steps = 16384;

std::vector<float> make_code_table() {
	std::vector<float> table;
	for (std::size_t i = 0; i <= steps; ++i) {
		const double light = static_cast<double>(i) / steps;
		table.push_back(static_cast<float>(light <= 0.0031308 ? 12.92 * light
								      : 1.055 * steady_power(light, 1 / 2.4) - 0.055));
	}
	return table;
}

const std::vector<float> &code_values() {
	static const std::vector<float> table = make_code_table();
	return table;
}

std::size_t step_of(float light) {
	return static_cast<std::size_t>(std::clamp(light, 0.0F, 1.0F) * steps + 0.5F);
}

std::vector<std::uint16_t> make_level_table() {
	std::vector<std::uint16_t> table;
	for (const float code : code_values())
		table.push_back(static_cast<std::uint16_t>(std::clamp(code, 0.0F, 1.0F) * (brightness_levels - 1)));
	return table;
}

} // namespace

float code_of(float light) {
	return code_values()[step_of(light)];
}

float light_of(float code) {
	return code <= 0.04045F ? code / 12.92F : static_cast<float>(steady_power((code + 0.055F) / 1.055F, 2.4));
}

level_plane resample_brightness(const picture &source, int width, int height, rgb8 background) {
	static const std::vector<std::uint16_t> level_table = make_level_table();
	const std::uint16_t *const level_of = level_table.data();
	level_plane result = {width, height, std::vector<std::uint16_t>(static_cast<std::size_t>(width) * height)};
	resample(source, width, height, 1, background, [&](std::size_t row, std::size_t, const auto &values) {
		std::transform(values.begin(), values.end(), result.at.data() + row * values.size(),
			       [&](float light) { return level_of[step_of(light)]; });
	});
	return result;
}

light_plane resample_light(const picture &source, int width, int height, rgb8 background) {
	constexpr std::array<float light::*, 3> channels = {&light::red, &light::green, &light::blue};
	light_plane result = {width, height, std::vector<light>(static_cast<std::size_t>(width) * height)};
	resample(source, width, height, 3, background, [&](std::size_t row, std::size_t channel, const auto &values) {
		light *const to = result.at.data() + row * values.size();
		for (std::size_t x = 0; x < values.size(); ++x)
			to[x].*channels[channel] = values[x];
	});
	return result;
}

} // namespace assetc
