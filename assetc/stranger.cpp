// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "stranger.h"

#include <algorithm>
#include <array>

namespace assetc {

namespace {

struct stranger {
	std::array<const char *, 3> keys; // that all of these files have; null for none
	const char *what;
	const char *hint;
};

constexpr auto with_frames = "cli-spinners have { \"dots\": { \"interval\": 80, \"frames\": [\"/\", \"-\"] } }";
constexpr auto as_pictures = "render it to pictures or a GIF, and give these";

constexpr std::array<stranger, 12> strangers = {{
	{{"spinnerVerbs"}, "these are the words that a spinner shows, not the spinner", with_frames},
	{{"name", "version", "scripts"}, "this is the package.json of a Node package", with_frames},
	{{"name", "version", "dependencies"}, "this is the package.json of a Node package", with_frames},
	{{"name", "version", "description"}, "this is the package.json of a Node package", with_frames},
	{{"lockfileVersion"}, "this is the package-lock.json of a Node package", with_frames},
	{{"compilerOptions"}, "this is a TypeScript project's tsconfig.json", ""},
	{{"ip", "op", "layers"}, "this is a Lottie animation, which is made of curves", as_pictures},
	{{"skeleton", "bones"}, "this is a Spine animation, which is made of bones", as_pictures},
	{{"tiledversion"},
	 "this is a map or a tileset of Tiled",
	 "assetc reads the sheets of Aseprite and TexturePacker"},
	{{"nbformat", "cells"}, "this is a Jupyter notebook", ""},
	{{"$schema", "properties"}, "this is a JSON Schema", "it describes animations, perhaps, but is none"},
	{{"icons", "start_url"}, "this is the manifest of a web page", ""},
}};

} // namespace

void refuse_strangers(input &from) {
	const auto has = [&](const char *key) { return !key || find_member(from.root(), key); };
	for (const auto &[keys, what, hint] : strangers)
		if (std::all_of(keys.begin(), keys.end(), has))
			throw error(about(from.file(), std::string(what) + ": there are no frames in it", hint));
}

} // namespace assetc
