// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "octant.h"

#include <algorithm>

namespace assetc {

namespace {

// Octants that Unicode has elsewhere.
struct older_octant {
	unsigned mask;
	char32_t glyph;
};
constexpr std::array<older_octant, 26> older_octants = {{
	{0, U' '},     {1, 0x1CEA8},   {2, 0x1CEAB},  {3, 0x1FB82},  {5, U'▘'},   {10, U'▝'},  {15, U'▀'},
	{20, 0x1FBE6}, {40, 0x1FBE7},  {63, 0x1FB85}, {64, 0x1CEA3}, {80, U'▖'},  {85, U'▌'},  {90, U'▞'},
	{95, U'▛'},    {128, 0x1CEA0}, {160, U'▗'},   {165, U'▚'},   {170, U'▐'}, {175, U'▜'}, {192, U'▂'},
	{240, U'▄'},   {245, U'▙'},    {250, U'▟'},   {252, U'▆'},   {255, U'█'},
}};

constexpr std::array<char32_t, 256> list_octants() {
	std::array<char32_t, 256> list{};
	for (const auto &older : older_octants)
		list[older.mask] = older.glyph;
	char32_t next = 0x1CD00;
	for (auto &glyph : list)
		if (glyph == 0)
			glyph = next++;
	return list;
}

} // namespace

constinit const std::array<char32_t, 256> octant_glyphs = list_octants();

std::optional<unsigned> octant_mask(char32_t glyph) {
	const auto found = std::find(octant_glyphs.begin(), octant_glyphs.end(), glyph);
	if (found == octant_glyphs.end())
		return {};
	return static_cast<unsigned>(found - octant_glyphs.begin());
}

} // namespace assetc
