// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
// Video, which the program ffmpeg decodes where it is installed.
#pragma once

#include "animation.h"
#include "input.h"
#include "reading.h"

#include <string>
#include <string_view>

namespace assetc {

// How ffmpeg calls the kind of video that begins with these bytes: MP4 and MOV, Matroska and WebM, AVI, Ogg, FLV. Empty
// for all else.
std::string_view video_kind(std::string_view bytes);

// The frames of the first picture stream, streamed when they are drawn, at the tempo asked for or else the mean one of
// the file. Pictures are no larger than a terminal can show. Throws error: no ffmpeg, or what it says is wrong; longer
// than the limits.
animation read_video(const std::string &file, std::string_view kind, const reading &how);

// Video among the formats (see format.h). The input needs no more than its first bytes.
std::string why_no_video(input &from);
animation read_video_input(input from, const reading &how);

} // namespace assetc
