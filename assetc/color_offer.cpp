// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "color_offer.h"

#include <algorithm>

namespace assetc {
namespace {

constexpr std::size_t levels = 6; // of each channel in the cube of 256 colours
constexpr std::size_t cube = levels * levels * levels;

// The numbers of colours that may be near.
struct shortlist {
	std::size_t count = 0;
	std::array<std::size_t, 16> numbers{};
	void add(std::size_t number) { numbers[count++] = number; }
};

// The last but one, at most, of ascending levels that is no more than `wanted`; level(i) is the i-th.
template <typename Level> std::size_t level_below(std::size_t count, float wanted, Level level) {
	std::size_t below = 0;
	while (below + 2 < count && level(below + 1) <= wanted)
		++below;
	return below;
}

shortlist list_of_256(const color_offer &offer, light wanted) {
	const auto level = [&](std::size_t i) { return offer.lights[i].blue; };
	const auto grey = [&](std::size_t i) { return offer.lights[cube + i].green; };
	const std::size_t red = level_below(levels, wanted.red, level);
	const std::size_t green = level_below(levels, wanted.green, level);
	const std::size_t blue = level_below(levels, wanted.blue, level);
	shortlist result;
	for (std::size_t corner = 0; corner < 8; ++corner)
		result.add(((red + corner / 4) * levels + green + corner / 2 % 2) * levels + blue + corner % 2);
	const std::size_t darker = level_below(offer.lights.size() - cube, luminance(wanted), grey);
	result.add(cube + darker);
	result.add(cube + darker + 1);
	return result;
}

shortlist list_of_all(std::size_t count) {
	shortlist result;
	for (std::size_t i = 0; i < count; ++i)
		result.add(i);
	return result;
}

float squared_distance(light a, light b) {
	const float x = a.red - b.red, y = a.green - b.green, z = a.blue - b.blue;
	return x * x + y * y + z * z;
}

} // namespace

color_offer make_color_offer(color_depth depth) {
	color_offer result;
	result.has_all = depth == color_depth::rgb;
	const int first = depth == color_depth::ansi16 ? 0 : 16;
	const int last = depth == color_depth::ansi16 ? 15 : 255;
	for (int i = first; i <= last && !result.has_all; ++i) {
		result.colors.push_back(color::indexed(static_cast<std::uint8_t>(i)));
		result.lights.push_back(to_light(appearance(result.colors.back(), {})));
	}
	result.papers = depth == color_depth::ansi16 ? 8 : result.colors.size();
	return result;
}

colors_seen see(const color_offer &offer, const looks &look) {
	colors_seen seen(offer.lights.size());
	std::transform(offer.lights.begin(), offer.lights.end(), seen.begin(), look);
	return seen;
}

near_colors find_near(const color_offer &offer, const colors_seen &seen, std::size_t count, light wanted,
		      const looks &look) {
	const shortlist list = count > shortlist().numbers.size() ? list_of_256(offer, wanted) : list_of_all(count);
	const light goal = look(wanted);
	near_colors found;
	std::array<float, 4> least{};
	for (std::size_t i = 0; i < list.count; ++i) {
		const float distance = squared_distance(seen[list.numbers[i]], goal);
		std::size_t place = std::min(found.count, least.size());
		for (; place > 0 && distance < least[place - 1]; --place)
			if (place < least.size()) {
				least[place] = least[place - 1];
				found.numbers[place] = found.numbers[place - 1];
			}
		if (place == least.size())
			continue;
		least[place] = distance;
		found.numbers[place] = list.numbers[i];
		found.count = std::min(found.count + 1, least.size());
	}
	return found;
}

} // namespace assetc
