// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "glyph_costs.h"

#include "every_simd.h"

#ifdef ASSETC_X86_SIMD
#include <immintrin.h>
#endif

namespace assetc {
namespace {

struct cost_loop {
	std::int32_t *costs;
	const std::int16_t *felt;
	std::size_t pairs;
	const std::int16_t *lit;
	const std::int32_t *base;
	const std::int32_t *minus;
	std::size_t count;
};

#ifdef ASSETC_X86_SIMD

// Two samples as one number, as a vector of pairs has them.
std::int32_t pair_of(const std::int16_t *samples) {
	std::int32_t pair;
	__builtin_memcpy(&pair, samples, sizeof(pair));
	return pair;
}

__attribute__((target("avx2"))) __m256i load_avx2(const void *from) {
	return _mm256_loadu_si256(static_cast<const __m256i *>(from));
}

__attribute__((target("avx2"))) void find_costs_avx2(const cost_loop &in) {
	constexpr std::size_t lanes = 8;
	constexpr std::size_t sums = cost_block / lanes;
	for (std::size_t k = 0; k < in.count; k += cost_block) {
		__m256i sum[sums];
		for (std::size_t j = 0; j < sums; ++j) {
			sum[j] = load_avx2(in.base + k + j * lanes);
			if (in.minus)
				sum[j] = _mm256_sub_epi32(sum[j], load_avx2(in.minus + k + j * lanes));
		}
		for (std::size_t p = 0; p < in.pairs; ++p) {
			const __m256i felt = _mm256_set1_epi32(pair_of(in.felt + 2 * p));
			const std::int16_t *const lit = in.lit + 2 * (p * in.count + k);
			for (std::size_t j = 0; j < sums; ++j)
				sum[j] = _mm256_add_epi32(sum[j],
							  _mm256_madd_epi16(felt, load_avx2(lit + 2 * j * lanes)));
		}
		for (std::size_t j = 0; j < sums; ++j)
			_mm256_storeu_si256(reinterpret_cast<__m256i *>(in.costs + k + j * lanes), sum[j]);
	}
}

void find_costs_sse2(const cost_loop &in) {
	constexpr std::size_t lanes = 4;
	constexpr std::size_t sums = cost_block / lanes;
	const auto load = [](const void *from) { return _mm_loadu_si128(static_cast<const __m128i *>(from)); };
	for (std::size_t k = 0; k < in.count; k += cost_block) {
		__m128i sum[sums];
		for (std::size_t j = 0; j < sums; ++j) {
			sum[j] = load(in.base + k + j * lanes);
			if (in.minus)
				sum[j] = _mm_sub_epi32(sum[j], load(in.minus + k + j * lanes));
		}
		for (std::size_t p = 0; p < in.pairs; ++p) {
			const __m128i felt = _mm_set1_epi32(pair_of(in.felt + 2 * p));
			const std::int16_t *const lit = in.lit + 2 * (p * in.count + k);
			for (std::size_t j = 0; j < sums; ++j)
				sum[j] = _mm_add_epi32(sum[j], _mm_madd_epi16(felt, load(lit + 2 * j * lanes)));
		}
		for (std::size_t j = 0; j < sums; ++j)
			_mm_storeu_si128(reinterpret_cast<__m128i *>(in.costs + k + j * lanes), sum[j]);
	}
}

void find_costs_here(const cost_loop &in) {
	static const bool has_avx2 = __builtin_cpu_supports("avx2");
	return has_avx2 ? find_costs_avx2(in) : find_costs_sse2(in);
}

#else

void find_costs_here(const cost_loop &in) {
	for (std::size_t k = 0; k < in.count; ++k)
		in.costs[k] = in.base[k] - (in.minus ? in.minus[k] : 0);
	for (std::size_t p = 0; p < in.pairs; ++p) {
		const std::int32_t first = in.felt[2 * p], second = in.felt[2 * p + 1];
		const std::int16_t *const lit = in.lit + 2 * p * in.count;
		for (std::size_t k = 0; k < in.count; ++k)
			in.costs[k] += first * lit[2 * k] + second * lit[2 * k + 1];
	}
}

#endif

} // namespace

void find_costs(std::int32_t *costs, const std::int16_t *felt, std::size_t pairs, const std::int16_t *lit,
		const std::int32_t *base, const std::int32_t *minus, std::size_t count) {
	find_costs_here({costs, felt, pairs, lit, base, minus, count});
}

} // namespace assetc
