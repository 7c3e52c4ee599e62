// SPDX-License-Identifier: GPL-2.0-or-later
#include "content.h"

#include "file.h"
#include "picture_file.h"
#include "text.h"

namespace assetc {

namespace {

text_art decode_text(const std::string &file, const std::string &bytes) {
	if (bytes.find('\0') != bytes.npos)
		throw error(
			about(file, "this is neither text nor a picture that can be read", "PNG, JPEG and BMP can"));
	text_art text{split_lines(bytes), {}};
	for (std::size_t i = 0; i < text.art.size(); ++i)
		if (const auto fault = find_fault(text.art[i])) {
			place where{file, static_cast<int>(i + 1), 1, text.art[i], {}};
			where.column = locate(file, text.art[i], fault->offset).column;
			throw error({where, fault->what, fault->hint});
		}
	if (text.art.empty())
		throw error(about(file, "this frame is empty", "a frame has at least one row"));
	if (text.art.size() > most_cells_a_side)
		throw error(about(file,
				  "a frame has at most " + std::to_string(most_cells_a_side) + " rows, this has " +
					  std::to_string(text.art.size()),
				  ""));
	return text;
}

} // namespace

frame_content read_content(const std::string &file) {
	const auto bytes = read_file(file);
	if (picture_kind(bytes).empty())
		return decode_text(file, bytes);
	check_picture(file, bytes);
	return picture_part{file, nullptr, 0, 0, 0, 0};
}

} // namespace assetc
