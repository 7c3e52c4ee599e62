// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "oklab.h"

#include "steady_math.h"

#include <array>

namespace assetc {
namespace {

float cube_root(float x) {
	return static_cast<float>(steady_cube_root(x));
}

std::array<float, 256> make_lights() {
	std::array<float, 256> lights{};
	for (std::size_t code = 0; code < lights.size(); ++code) {
		const float value = static_cast<float>(code) / 255.0F;
		lights[code] = value <= 0.04045F ? value / 12.92F
						 : static_cast<float>(steady_power((value + 0.055F) / 1.055F, 2.4));
	}
	return lights;
}

} // namespace

float to_light(std::uint8_t code) {
	static const auto lights = make_lights();
	return lights[code];
}

oklab to_oklab(rgb8 code) {
	const float red = to_light(code.red);
	const float green = to_light(code.green);
	const float blue = to_light(code.blue);
	const float l = cube_root(0.4122214708F * red + 0.5363325363F * green + 0.0514459929F * blue);
	const float m = cube_root(0.2119034982F * red + 0.6806995451F * green + 0.1073969566F * blue);
	const float s = cube_root(0.0883024619F * red + 0.2817188376F * green + 0.6299787005F * blue);
	return {
		.lightness = 0.2104542553F * l + 0.7936177850F * m - 0.0040720468F * s,
		.green_red = 1.9779984951F * l - 2.4285922050F * m + 0.4505937099F * s,
		.blue_yellow = 0.0259040371F * l + 0.7827717662F * m - 0.8086757660F * s,
	};
}

float squared_distance(oklab a, oklab b) {
	const float lightness = a.lightness - b.lightness;
	const float green_red = a.green_red - b.green_red;
	const float blue_yellow = a.blue_yellow - b.blue_yellow;
	return lightness * lightness + green_red * green_red + blue_yellow * blue_yellow;
}

} // namespace assetc
