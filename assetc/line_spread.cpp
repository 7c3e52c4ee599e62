// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "line_spread.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <span>

namespace assetc {
namespace {

// Of each sample of a line, where it shows.
struct shown {
	int first = 0;
	std::vector<float> weights;
};

std::span<const float> weights_of(const line_spread &in, int sample) {
	return {in.of(sample), static_cast<std::size_t>(in.count[static_cast<std::size_t>(sample)])};
}

line_spread gather(const std::vector<shown> &samples, int seen, int margin) {
	std::size_t most = 1;
	for (const shown &one : samples)
		most = std::max(most, one.weights.size());
	line_spread result;
	result.seen = seen;
	result.margin = margin;
	result.room = static_cast<int>(most) + 2 * margin;
	result.weights.resize(samples.size() * static_cast<std::size_t>(result.room));
	for (std::size_t i = 0; i < samples.size(); ++i) {
		result.first.push_back(samples[i].first);
		result.count.push_back(static_cast<int>(samples[i].weights.size()));
		std::copy(samples[i].weights.begin(), samples[i].weights.end(),
			  result.weights.begin() + static_cast<std::ptrdiff_t>(i) * result.room + margin);
	}
	return result;
}

} // namespace

line_spread spread_by(int length, const tap_row &taps, int step) {
	std::vector<shown> samples;
	const int seen = (length + step - 1) / step;
	for (int i = 0; i < length; ++i) {
		const int first = (std::max(0, i - blur_reach) + step - 1) / step;
		const int last = std::min(length - 1, i + blur_reach) / step;
		shown one = {std::min(first, seen - 1), {}};
		for (int to = one.first; to <= last; ++to) {
			float sum = 0; // of the sample and, at an edge, of all that repeat it beyond
			for (int k = -blur_reach; k <= blur_reach; ++k)
				if (std::clamp(to * step + k, 0, length - 1) == i)
					sum += taps[static_cast<std::size_t>(std::abs(k))];
			one.weights.push_back(sum);
		}
		samples.push_back(std::move(one));
	}
	return gather(samples, seen, 0);
}

line_spread then(const line_spread &first, const line_spread &next) {
	std::vector<shown> samples;
	for (std::size_t i = 0; i < first.first.size(); ++i) {
		const auto between = weights_of(first, static_cast<int>(i));
		shown one = {next.seen, {}};
		int end = 0;
		for (int k = 0; k < static_cast<int>(between.size()); ++k) {
			const auto at = static_cast<std::size_t>(first.first[i] + k);
			one.first = std::min(one.first, next.first[at]);
			end = std::max(end, next.first[at] + next.count[at]);
		}
		one.weights.resize(static_cast<std::size_t>(std::max(0, end - one.first)));
		for (int k = 0; k < static_cast<int>(between.size()); ++k) {
			const int at = first.first[i] + k;
			const auto further = weights_of(next, at);
			for (std::size_t m = 0; m < further.size(); ++m)
				one.weights[static_cast<std::size_t>(next.first[static_cast<std::size_t>(at)] -
								     one.first) +
					    m] += between[static_cast<std::size_t>(k)] * further[m];
		}
		samples.push_back(std::move(one));
	}
	return gather(samples, next.seen, 0);
}

line_spread trimmed(const line_spread &of, float least, int margin) {
	const float enough = least * *std::max_element(of.weights.begin(), of.weights.end());
	std::vector<shown> samples;
	for (std::size_t i = 0; i < of.first.size(); ++i) {
		const auto all = weights_of(of, static_cast<int>(i));
		auto kept = all;
		for (; kept.size() > 1 && kept.front() < enough; kept = kept.subspan(1))
			;
		const auto first = of.first[i] + static_cast<int>(kept.data() - all.data());
		while (kept.size() > 1 && kept.back() < enough)
			kept = kept.first(kept.size() - 1);
		const float more =
			std::accumulate(all.begin(), all.end(), 0.0F) / std::accumulate(kept.begin(), kept.end(), 0.0F);
		shown one = {first, {kept.begin(), kept.end()}};
		for (float &weight : one.weights)
			weight *= more;
		samples.push_back(std::move(one));
	}
	return gather(samples, of.seen, margin);
}

} // namespace assetc
