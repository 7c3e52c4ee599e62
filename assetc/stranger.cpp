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

struct foreign_file {
	std::string_view begins;
	std::size_t at;
	const char *what;
	const char *hint;
};

constexpr auto as_png = "save it as a PNG";

constexpr std::array<foreign_file, 12> foreign_files = {{
	{"\xff\xfe", 0, "this file is UTF-16", "save the file as UTF-8"},
	{"\xfe\xff", 0, "this file is UTF-16", "save the file as UTF-8"},
	{"\xe0\xa5", 4, "this is a drawing of Aseprite's own",
	 "export it from there as a GIF, or as a sheet with JSON data"},
	{"8BPS", 0, "this is a drawing of Photoshop's own", as_png},
	{{"II*\0", 4}, 0, "this is a TIFF, which cannot be read", as_png},
	{{"MM\0*", 4}, 0, "this is a TIFF, which cannot be read", as_png},
	{{"\0\0\1\0", 4}, 0, "this is an icon of Windows', which cannot be read", as_png},
	{"PK\3\4", 0, "this is a ZIP archive", "unpack it first"},
	{"BZh", 0, "this is packed with bzip2", "unpack it first, with bzcat"},
	{"\xfd"
	 "7zXZ",
	 0, "this is packed with xz", "unpack it first, with xzcat"},
	{"\x28\xb5\x2f\xfd", 0, "this is packed with zstd", "unpack it first, with zstdcat"},
	{"\x1f\x8b", 0, "this is packed with gzip twice", "unpack it once, with zcat"},
}};

} // namespace

void refuse_foreign(const std::string &file, std::string_view bytes) {
	for (const auto &[begins, at, what, hint] : foreign_files)
		if (bytes.size() > at && bytes.substr(at).starts_with(begins))
			throw error(about(file, what, hint));
}

void refuse_strangers(input &from) {
	refuse_foreign(from.file(), from.bytes());
	const auto has = [&](const char *key) { return !key || find_member(from.root(), key); };
	for (const auto &[keys, what, hint] : strangers)
		if (std::all_of(keys.begin(), keys.end(), has))
			throw error(about(from.file(), std::string(what) + ": there are no frames in it", hint));
}

} // namespace assetc
