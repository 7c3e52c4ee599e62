// SPDX-License-Identifier: GPL-2.0-or-later
// What one file shows: a frame of text, a picture, or a film.
#pragma once

#include "animation.h"
#include "input.h"
#include "reading.h"

#include <string>

namespace assetc {

// The most columns and the most rows of a frame.
inline constexpr int most_cells_a_side = 1000;

// Throws error, with the place, if a line of a text file has a fault (see find_fault): its tabs are spaces by now,
// those in the file's bytes are not. Or if a frame has too many rows, or a row too many columns.
void check_line(const std::string &file, std::string_view bytes, const std::string &line, int number);
void check_rows(const std::string &file, std::size_t rows);
void check_columns(const std::string &file, int columns);

// What a file holds as one frame: a still picture, or text, one row of art a line. Throws error.
frame_content read_content(const std::string &file, const reading &how = {});

// What a file holds as frames: those of a film, with their holds and its loops; or one as above, which says no hold
// (0). Throws error.
animation read_frames_in(const std::string &file, const reading &how = {});

// Throws error if there are more frames than the limit.
void check_frame_count(const std::string &file, std::size_t frames, const bounds &at_most);

// The bytes of a file, unpacked if it is gzipped; of a video, which may be larger than the memory, only the first ones.
// The one way in, whether the command line or another asset names the file. Throws error.
std::string read_input_file(const std::string &file);

// The two kinds of files with one frame as formats (see format.h).
std::string why_no_picture(input &from);
std::string why_no_text(input &from);
animation read_still_input(input from, const reading &how);

} // namespace assetc
