// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "resample.h"

#include "every_simd.h"
#include "plane.h"
#include "steady_math.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace assetc {
namespace {

line_shares share_out(int source, int samples) {
	const auto count = static_cast<std::size_t>(samples);
	const double step = static_cast<double>(source) / samples;
	const int lines = std::min(source, static_cast<int>(step) + 2);
	line_shares result = {std::vector<std::int32_t>(count),
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

// Samples that take anything of some lines.
struct sample_range {
	std::size_t begin = 0;
	std::size_t end = 0;
};

sample_range samples_of(const line_shares &shares, int first_line, int lines) {
	const auto reach = static_cast<std::int32_t>(shares.taken.size());
	const auto begin = std::upper_bound(shares.first.begin(), shares.first.end(), first_line - reach);
	const auto end = std::lower_bound(begin, shares.first.end(), first_line + lines);
	return {static_cast<std::size_t>(begin - shares.first.begin()),
		static_cast<std::size_t>(end - shares.first.begin())};
}

using code_table = std::array<float, 256>;

code_table light_table(float weight) {
	code_table table{};
	for (std::size_t i = 0; i < table.size(); ++i)
		table[i] = weight * to_light(static_cast<std::uint8_t>(i));
	return table;
}

// What each channel adds to brightness.
struct luminance_tables {
	code_table red = light_table(0.2126F);
	code_table green = light_table(0.7152F);
	code_table blue = light_table(0.0722F);
};

const luminance_tables &luminance() {
	static const luminance_tables made;
	return made;
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
	const luminance_tables &by = luminance();
	const float *const by_red = by.red.data(), *const by_green = by.green.data(), *const by_blue = by.blue.data();
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

// Three lines at once, as many as most samples have.
ASSETC_EVERY_SIMD
void put_three_shares(float *__restrict to, const float *__restrict from, const std::int32_t *__restrict first,
		      const std::array<const float *, 3> &of, std::size_t count) {
	const std::array<const float *, 3> taken = of; // which nothing overwrites
	for (std::size_t i = 0; i < count; ++i) {
		const float *const at = from + first[i];
		to[i] = taken[0][i] * at[0] + taken[1][i] * at[1] + taken[2][i] * at[2];
	}
}

void put_shares(float *to, const float *from, const line_shares &by, std::size_t begin, std::size_t count) {
	const std::int32_t *const first = by.first.data() + begin;
	if (by.taken.size() == 3)
		return put_three_shares(
			to, from, first,
			{by.taken[0].data() + begin, by.taken[1].data() + begin, by.taken[2].data() + begin}, count);
	std::fill_n(to, count, 0.0F);
	for (std::size_t i = 0; i < by.taken.size(); ++i)
		add_shares(to, from + i, first, by.taken[i].data() + begin, count);
}

// Calls take(row, channel, values) for all rows of samples; first all lines down, which vectors are good at.
template <typename Take>
void resample(const picture &source, int width, int height, int channels, rgb8 background, Take take) {
	row_reader reader(source, channels, background);
	const line_shares across = share_out(source.width, width), down = share_out(source.height, height);
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
			put_shares(values.data(), from, across, 0, values.size());
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

ASSETC_EVERY_SIMD
void put_steps(std::int32_t *__restrict to, const float *__restrict lights, std::size_t count) {
	constexpr auto last = static_cast<std::int32_t>(steps);
	for (std::size_t i = 0; i < count; ++i) {
		const auto step = static_cast<std::int32_t>(lights[i] * steps + 0.5F);
		to[i] = std::min(std::max(step, 0), last);
	}
}

// A few at a time.
void put_levels(std::uint16_t *to, const float *lights, std::size_t count) {
	static const std::vector<std::uint16_t> table = make_level_table();
	const std::uint16_t *const level_of = table.data();
	std::array<std::int32_t, 64> step;
	for (std::size_t i = 0; i < count; i += step.size()) {
		const auto some = std::min(step.size(), count - i);
		put_steps(step.data(), lights + i, some);
		for (std::size_t k = 0; k < some; ++k)
			to[i + k] = level_of[step[k]];
	}
}

} // namespace

float code_of(float light) {
	return code_values()[step_of(light)];
}

void put_codes(float *to, const float *lights, std::size_t count) {
	const float *const code = code_values().data();
	for (std::size_t i = 0; i < count; ++i)
		to[i] = code[step_of(lights[i])];
}

float light_of(float code) {
	return code <= 0.04045F ? code / 12.92F : static_cast<float>(steady_power((code + 0.055F) / 1.055F, 2.4));
}

level_plane resample_brightness(const picture &source, int width, int height, rgb8 background) {
	level_plane result = {width, height, std::vector<std::uint16_t>(static_cast<std::size_t>(width) * height)};
	resample(source, width, height, 1, background, [&](std::size_t row, std::size_t, const auto &values) {
		put_levels(result.at.data() + row * values.size(), values.data(), values.size());
	});
	return result;
}

float brightness_of(rgb8 shown) {
	const luminance_tables &by = luminance();
	return by.red[shown.red] + by.green[shown.green] + by.blue[shown.blue];
}

brightness_sampler::brightness_sampler(picture_size of, int width, int height)
    : across_(share_out(of.width, width)), down_(share_out(of.height, height)),
      sum_(static_cast<std::size_t>(of.width)),
      values_(static_cast<std::size_t>(width)), levels_{width, height,
							std::vector<std::uint16_t>(static_cast<std::size_t>(width) *
										   height)} {}

const level_plane &brightness_sampler::sample(const plane &light, const pixel_box &changed) {
	const bool is_first = std::exchange(is_first_, false);
	const pixel_box part = is_first ? pixel_box{0, 0, light.width, light.height} : changed;
	const sample_range rows = samples_of(down_, part.top, part.height);
	const sample_range columns = samples_of(across_, part.left, part.width);
	if (columns.begin == columns.end)
		return levels_;
	const auto count = columns.end - columns.begin;
	const auto begin = static_cast<std::size_t>(across_.first[columns.begin]);
	const auto end = static_cast<std::size_t>(across_.first[columns.end - 1]) + across_.taken.size();
	for (std::size_t row = rows.begin; row < rows.end; ++row) {
		std::fill(sum_.begin() + begin, sum_.begin() + end, 0.0F);
		for (std::size_t i = 0; i < down_.taken.size(); ++i)
			if (const float share = down_.taken[i][row]; share > 0)
				add_scaled(sum_.data() + begin,
					   light.at.data() + (down_.first[row] + i) * light.width + begin, share,
					   end - begin);
		put_shares(values_.data(), sum_.data(), across_, columns.begin, count);
		put_levels(levels_.at.data() + row * levels_.width + columns.begin, values_.data(), count);
	}
	return levels_;
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
