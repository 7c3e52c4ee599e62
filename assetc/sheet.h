// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Sheets: one picture with all the frames, and JSON that tells where each lies. Aseprite and TexturePacker, and all who
// write as they do, have this part in common.
#pragma once

#include "animation.h"
#include "member.h"
#include "reading.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace assetc {

struct sheet_frame {
	std::string name;
	frame shown; // without a hold where the sheet tells none
};

// Whether the document is, or begins with, a page whose frames say where they lie in a picture.
bool is_sheet(const json *page);

// The pictures that the pages of a sheet share, each decoded once.
struct sheet_pictures {
	std::map<std::string, std::shared_ptr<const picture>> by_file;
	std::size_t frames = 0; // of all pages
};

// The frames of a page { "frames": ..., "meta": { "image": ... } }, an object or an array, in the file's order. Throws
// error, with the place (there is no such picture, for one); or if the pictures together have more than four times the
// pixels that one may have, or the pages more frames than allowed.
std::vector<sheet_frame> read_sheet(const member &page, const reading &how, sheet_pictures &shared);

// Puts frames of several sizes into the middle of pictures of one size, so that all are drawn to one scale. Throws
// error, naming the document: too many of them, or too large.
void bring_to_one_size(std::vector<sheet_frame> &frames, const std::string &document, const bounds &at_most);

} // namespace assetc
