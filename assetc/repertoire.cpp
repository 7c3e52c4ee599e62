// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "repertoire.h"

#include "every_simd.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace assetc {
namespace {

constexpr std::size_t lanes = 8;
constexpr std::size_t block = 4 * lanes; // as many sums as fit in registers

using vector = float __attribute__((vector_size(lanes * sizeof(float))));

// Far from any true cost, for the glyphs that only fill the last block.
constexpr float never = 1e12F;

// costs[k] = base[k] - minus[k] + felt . lit[k], for all glyphs k.
ASSETC_EVERY_SIMD
void find_costs(float *costs, const float *felt, const float *lit, const float *base, const float *minus,
		std::size_t count) {
	for (std::size_t k = 0; k < count; k += block) {
		vector sum[4];
		for (std::size_t j = 0; j < 4; ++j)
			__builtin_memcpy(&sum[j], base + k + j * lanes, sizeof(vector));
		for (std::size_t j = 0; minus && j < 4; ++j) {
			vector less;
			__builtin_memcpy(&less, minus + k + j * lanes, sizeof(vector));
			sum[j] -= less;
		}
		const float *sample = lit + k;
		for (int i = 0; i < cell_size; ++i, sample += count)
			for (std::size_t j = 0; j < 4; ++j) {
				vector some;
				__builtin_memcpy(&some, sample + j * lanes, sizeof(vector));
				sum[j] += felt[i] * some;
			}
		for (std::size_t j = 0; j < 4; ++j)
			__builtin_memcpy(costs + k + j * lanes, &sum[j], sizeof(vector));
	}
}

std::vector<std::int16_t> spread_of(const glyph_ink &ink, const std::vector<double> &weights) {
	std::vector<double> sum(spread_width * spread_height);
	constexpr int weights_width = 2 * eye_reach + 1;
	for (int i = 0; i < cell_size; ++i)
		for (int y = 0; ink.lit[static_cast<std::size_t>(i)] != 0 && y < weights_width; ++y)
			for (int x = 0; x < weights_width; ++x)
				sum[static_cast<std::size_t>((y + i / samples_across) * spread_width + x +
							     i % samples_across)] +=
					ink.lit[static_cast<std::size_t>(i)] *
					weights[static_cast<std::size_t>(y * weights_width + x)];
	std::vector<std::int16_t> result;
	for (const double value : sum)
		result.push_back(static_cast<std::int16_t>(std::lround(value * felt_units / fully_lit)));
	return result;
}

std::vector<double> all_weights() {
	std::vector<double> result;
	for (int y = -eye_reach; y <= eye_reach; ++y)
		for (int x = -eye_reach; x <= eye_reach; ++x)
			result.push_back(eye_weight(x, y));
	return result;
}

// What the cell itself feels of a glyph in it.
std::array<float, cell_size> felt_within(std::span<const std::int16_t> spread) {
	std::array<float, cell_size> result;
	for (int i = 0; i < cell_size; ++i)
		result[static_cast<std::size_t>(i)] = spread[static_cast<std::size_t>(
			(i / samples_across + eye_reach) * spread_width + i % samples_across + eye_reach)];
	return result;
}

ASSETC_EVERY_SIMD
float least(const float *costs, std::size_t count) {
	vector best;
	__builtin_memcpy(&best, costs, sizeof(vector));
	for (std::size_t k = lanes; k < count; k += lanes) {
		vector some;
		__builtin_memcpy(&some, costs + k, sizeof(vector));
		best = some < best ? some : best;
	}
	float result = best[0];
	for (std::size_t i = 1; i < lanes; ++i)
		result = std::min(result, best[i]);
	return result;
}

// The first of the cheapest.
int cheapest(std::span<const float> costs) {
	return static_cast<int>(std::find(costs.begin(), costs.end(), least(costs.data(), costs.size())) -
				costs.begin());
}

} // namespace

repertoire::repertoire(const std::vector<glyph_ink> &glyphs) : glyphs_(glyphs) {
	const std::size_t count = glyphs.size();
	padded_ = (count + block - 1) / block * block;
	lit_.resize(cell_size * padded_);
	half_energy_.assign(padded_, never);
	shared_.resize(count * padded_);
	const std::vector<double> weights = all_weights();
	for (std::size_t k = 0; k < count; ++k) {
		const auto spread = spread_of(glyphs[k], weights);
		spreads_.insert(spreads_.end(), spread.begin(), spread.end());
		for (std::size_t i = 0; i < cell_size; ++i)
			lit_[i * padded_ + k] = glyphs[k].lit[i];
		densest_ = std::max(densest_, coverage(glyphs[k]));
	}
	const std::vector<float> nothing(padded_);
	for (std::size_t k = 0; k < count; ++k) {
		float *row = shared_.data() + k * padded_;
		find_costs(row, felt_within(this->spread(static_cast<int>(k))).data(), lit_.data(), nothing.data(),
			   nullptr, padded_);
		half_energy_[k] = row[k] / 2;
	}
}

std::span<const std::int16_t> repertoire::spread(int number) const {
	constexpr std::size_t area = spread_width * spread_height;
	return std::span(spreads_).subspan(static_cast<std::size_t>(number) * area, area);
}

int repertoire::best(const std::array<float, cell_size> &felt, int present, float threshold) const {
	thread_local std::vector<float> costs;
	costs.resize(padded_);
	const float *shared = shared_.data() + static_cast<std::size_t>(present) * padded_;
	find_costs(costs.data(), felt.data(), lit_.data(), half_energy_.data(), shared, padded_);
	const int found = cheapest(costs);
	const bool is_better =
		costs[static_cast<std::size_t>(found)] + threshold < costs[static_cast<std::size_t>(present)];
	return is_better ? found : present;
}

int repertoire::best_alone(const std::array<float, cell_size> &felt) const {
	thread_local std::vector<float> costs;
	costs.resize(padded_);
	find_costs(costs.data(), felt.data(), lit_.data(), half_energy_.data(), nullptr, padded_);
	return cheapest(costs);
}

} // namespace assetc
