// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "repertoire.h"

#include "every_simd.h"
#include "glyph_costs.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace assetc {
namespace {

constexpr std::size_t pairs = std::tuple_size_v<cell_felt> / 2;

// Far from any true cost, for the glyphs that only fill the last block.
constexpr std::int32_t never = std::numeric_limits<std::int32_t>::max() / 4;

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
cell_felt felt_within(std::span<const std::int16_t> spread, int brightness) {
	cell_felt result{};
	for (int i = 0; i < cell_size; ++i)
		result[static_cast<std::size_t>(i)] = spread[static_cast<std::size_t>(
			(i / samples_across + eye_reach) * spread_width + i % samples_across + eye_reach)];
	result[wide_felt] = static_cast<std::int16_t>(brightness * wide_spread(0, 0) / wide_parts);
	return result;
}

ASSETC_EVERY_SIMD
std::int32_t least(const std::int32_t *costs, std::size_t count) {
	std::int32_t result = never;
	for (std::size_t k = 0; k < count; ++k)
		result = std::min(result, costs[k]);
	return result;
}

// The first of the cheapest.
int cheapest(std::span<const std::int32_t> costs) {
	return static_cast<int>(std::find(costs.begin(), costs.end(), least(costs.data(), costs.size())) -
				costs.begin());
}

std::span<std::int32_t> room_for_costs(std::size_t count) {
	thread_local std::vector<std::int32_t> costs;
	costs.resize(count);
	return costs;
}

} // namespace

int wide_spread(int columns, int rows) {
	return static_cast<int>(std::lround(wide_weight(columns, rows) * felt_units * wide_parts / fully_lit));
}

repertoire::repertoire(const std::vector<glyph_ink> &glyphs) : glyphs_(glyphs) {
	const std::size_t count = glyphs.size();
	padded_ = (count + cost_block - 1) / cost_block * cost_block;
	lit_.resize(2 * pairs * padded_);
	half_energy_.assign(padded_, never);
	shared_.resize(count * padded_);
	const std::vector<double> weights = all_weights();
	const auto lit = [&](std::size_t sample, std::size_t k) -> std::int16_t & {
		return lit_[(sample / 2 * padded_ + k) * 2 + sample % 2];
	};
	for (std::size_t k = 0; k < count; ++k) {
		const auto spread = spread_of(glyphs[k], weights);
		spreads_.insert(spreads_.end(), spread.begin(), spread.end());
		for (std::size_t i = 0; i < cell_size; ++i) {
			lit(i, k) = glyphs[k].lit[i];
			shares_.push_back(static_cast<float>(glyphs[k].lit[i]) / fully_lit);
		}
		views_.push_back(seen_of(glyphs[k]));
		brightness_.push_back(std::accumulate(glyphs[k].lit.begin(), glyphs[k].lit.end(), 0));
		lit(wide_felt, k) = static_cast<std::int16_t>(brightness_[k]);
		densest_ = std::max(densest_, coverage(glyphs[k]));
	}
	const std::vector<std::int32_t> nothing(padded_);
	for (std::size_t k = 0; k < count; ++k) {
		std::int32_t *row = shared_.data() + k * padded_;
		const cell_felt own = felt_within(this->spread(static_cast<int>(k)), brightness_[k]);
		find_costs(row, own.data(), pairs, lit_.data(), nothing.data(), nullptr, padded_);
		half_energy_[k] = row[k] / 2;
	}
}

std::span<const std::int16_t> repertoire::spread(int number) const {
	constexpr std::size_t area = spread_width * spread_height;
	return std::span(spreads_).subspan(static_cast<std::size_t>(number) * area, area);
}

int repertoire::best(const cell_felt &felt, int present, int threshold) const {
	const auto costs = room_for_costs(padded_);
	const std::int32_t *shared = shared_.data() + static_cast<std::size_t>(present) * padded_;
	find_costs(costs.data(), felt.data(), pairs, lit_.data(), half_energy_.data(), shared, padded_);
	const int found = cheapest(costs);
	const bool is_better =
		costs[static_cast<std::size_t>(found)] + threshold < costs[static_cast<std::size_t>(present)];
	return is_better ? found : present;
}

std::size_t repertoire::best_few(const cell_felt &felt, int present, std::int32_t rise, std::span<int> into) const {
	const auto costs = room_for_costs(padded_);
	const std::int32_t *shared = shared_.data() + static_cast<std::size_t>(present) * padded_;
	find_costs(costs.data(), felt.data(), pairs, lit_.data(), half_energy_.data(), shared, padded_);
	const auto cost = [&](int glyph) -> std::int32_t & { return costs[static_cast<std::size_t>(glyph)]; };
	const std::int32_t most = cost(present) + rise;
	cost(present) = never;
	std::size_t count = 0;
	for (; count < into.size(); ++count) {
		into[count] = cheapest(costs);
		if (cost(into[count]) > most)
			break;
		cost(into[count]) = never;
	}
	return count;
}

int repertoire::best_alone(const cell_felt &felt) const {
	const auto costs = room_for_costs(padded_);
	find_costs(costs.data(), felt.data(), pairs, lit_.data(), half_energy_.data(), nullptr, padded_);
	return cheapest(costs);
}

} // namespace assetc
