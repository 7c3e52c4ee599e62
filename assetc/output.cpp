// SPDX-FileCopyrightText: the knock-out authors
// SPDX-License-Identifier: GPL-2.0-or-later
#include "output.h"

#include "diagnostic.h"
#include "emit_header.h"
#include "encode.h"
#include "frame_table.h"
#include "write_cast.h"
#include "write_html.h"
#include "write_json.h"
#include "write_svg.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace assetc {

namespace {

const output_kind *find_kind(std::string_view name) {
	const auto kinds = output_kinds();
	const auto found =
		std::find_if(kinds.begin(), kinds.end(), [&](const auto &kind) { return kind.name == name; });
	return found == kinds.end() ? nullptr : &*found;
}

std::string names_of_kinds() {
	std::string names;
	for (const auto &kind : output_kinds())
		names += (names.empty() ? "" : ", ") + std::string(kind.name);
	return names;
}

} // namespace

std::span<const output_kind> output_kinds() {
	static const std::array kinds = {
		output_kind{"h", "the frame table, for the kernel module",
			    [](reel from, std::size_t, const byte_sink &out) {
				    emit_header(build_frame_table(std::move(from)), out);
			    }},
		output_kind{"svg", "an animated picture, for a README",
			    [](const reel &from, std::size_t, const byte_sink &out) { write_svg(from, out); }},
		output_kind{"html", "a page that plays it",
			    [](const reel &from, std::size_t, const byte_sink &out) { write_html(from, out); }},
		output_kind{"cast", "a terminal recording (asciicast 2)",
			    [](reel from, std::size_t, const byte_sink &out) {
				    write_cast(build_frame_table(std::move(from)), out);
			    }},
		output_kind{"json", "our own format: every frame, its hold and its cells",
			    [](const reel &from, std::size_t, const byte_sink &out) { write_json(from, out); }},
		output_kind{"txt", "one frame, in colour where the terminal has it (--frame)",
			    [](const reel &from, std::size_t frame, const byte_sink &out) {
				    out(encode_rows(from.at(frame)));
			    },
			    true},
	};
	return kinds;
}

const output_kind &kind_of_output(const std::string &file, const std::string &name) {
	if (!name.empty()) {
		if (const auto *kind = find_kind(name))
			return *kind;
		throw usage_error(about("", "--to: " + quote(name) + " is no kind of output", names_of_kinds()));
	}
	if (file.empty() || file == "-")
		return output_kinds().front();
	const auto extension = std::filesystem::path(file).extension().string();
	if (const auto *kind = find_kind(extension.empty() ? "" : extension.substr(1)))
		return *kind;
	throw usage_error(about("", "-o " + file + ": cannot tell what to write",
				"let the name end in one of " + names_of_kinds() + ", or say --to KIND"));
}

} // namespace assetc
